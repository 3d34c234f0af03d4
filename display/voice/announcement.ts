import { numberWords, ticketWords } from './say-number.ts';
import type { VoicePack } from './voice-pack.ts';

/** What one-stop offices say. Banks would say *khách hàng*; an office may change it, within what its pack can speak. */
export const DEFAULT_TEMPLATE = 'Xin mời công dân có số {number} đến quầy số {counter}';

/** What of a call is spoken: the ticket's number (`A007`) and the counter's. */
export type Spoken = { readonly number: string; readonly counter: number };

/**
 * The clips that speak one call, in order, as ids of the pack; without the chime. Where the pack holds a longer piece
 * ("hai mươi mốt" as one recording) it wins over its single words. A word that the pack cannot say is left out, so that
 * the rest is still heard: {@link unsayable} finds such words beforehand.
 *
 * @throws RangeError if the counter is negative or no whole number
 */
export function announcement(spoken: Spoken, template: string, pack: VoicePack): string[] {
  const clipOf = clipsByWords(pack);
  return segments(template)
    .flatMap((segment) => pieces(wordsOf(segment, spoken, pack), clipOf))
    .flatMap((piece) => piece.clip ?? []);
}

/** The words of a template's fixed text for which the pack has no clip. For the settings: empty means all can be spoken. */
export function unsayable(template: string, pack: VoicePack): string[] {
  const clipOf = clipsByWords(pack);
  return segments(template)
    .filter((segment) => !isPlace(segment))
    .flatMap((segment) => pieces(plainWords(segment), clipOf))
    .flatMap((piece) => (piece.clip === undefined ? [piece.words] : []));
}

type Piece = { words: string; clip: string | undefined };

/** The longest run of words that the pack holds as one clip, then the longest from there, and so on. */
function pieces(words: readonly string[], clipOf: ReadonlyMap<string, string>): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  while (from < words.length) {
    let to = words.length;
    while (to > from + 1 && !clipOf.has(words.slice(from, to).join(' '))) to--;
    const run = words.slice(from, to).join(' ');
    found.push({ words: run, clip: clipOf.get(run) });
    from = to;
  }
  return found;
}

function clipsByWords(pack: VoicePack): ReadonlyMap<string, string> {
  return new Map(pack.clips.map((clip) => [plainWords(clip.says).join(' '), clip.id]));
}

function segments(template: string): string[] {
  return template.split(/(\{number\}|\{counter\})/);
}

function isPlace(segment: string): boolean {
  return segment === '{number}' || segment === '{counter}';
}

function wordsOf(segment: string, spoken: Spoken, pack: VoicePack): string[] {
  if (segment === '{number}') return ticketWords(spoken.number);
  if (segment === '{counter}') return numberWords(spoken.counter, pack.region);
  return plainWords(segment);
}

/** Small letters without punctuation, composed: the same word may reach us typed on another keyboard, decomposed. */
function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
