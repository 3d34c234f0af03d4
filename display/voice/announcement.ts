import { TONGUES } from './tongues.ts';
import type { VoicePack } from './voice-pack.ts';

const NUMBER = '{number}';
const COUNTER = '{counter}';
const SERVICE = '{service}';

/** What of a call is spoken: the ticket's number (`A007`), the counter's, and the service's short name. */
export type Spoken = { readonly number: string; readonly counter: number; readonly service?: string };

/**
 * The clips that speak one call, in order, as ids of the pack; without the chime. Where the pack holds a longer piece
 * ("hai mươi mốt" as one recording) it wins over its single words. A word that the pack cannot say is left out, so that
 * the rest is still heard: {@link unsayable} finds such words beforehand. Of a service's name nothing is said unless all
 * of it can be: half a name would send people astray.
 *
 * @throws RangeError if the counter is negative or no whole number
 */
export function announcement(spoken: Spoken, template: string, pack: VoicePack): string[] {
  const clipOf = clipsByWords(pack);
  return segments(template).flatMap((segment) => {
    const clips = pieces(wordsOf(segment, spoken, pack), clipOf).map(({ clip }) => clip);
    const found = clips.filter((clip) => clip !== undefined);
    return segment === SERVICE && found.length < clips.length ? [] : found;
  });
}

/** The words of a template's fixed text for which the pack has no clip. For the settings: empty means all can be spoken. */
export function unsayable(template: string, pack: VoicePack): string[] {
  const clipOf = clipsByWords(pack);
  return segments(template)
    .filter((segment) => !isPlace(segment))
    .flatMap((segment) => pieces(plainWords(segment), clipOf))
    .flatMap((piece) => (piece.clip === undefined ? [piece.words] : []));
}

/** Those names of services that the template would have spoken and for which the pack has no clips: they are left out. */
export function unsayableServices(names: readonly string[], template: string, pack: VoicePack): string[] {
  if (!template.includes(SERVICE)) return [];
  const clipOf = clipsByWords(pack);
  return names.filter((name) => pieces(plainWords(name), clipOf).some(({ clip }) => clip === undefined));
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
  return template.split(/(\{(?:number|counter|service)\})/);
}

function isPlace(segment: string): boolean {
  return segment === NUMBER || segment === COUNTER || segment === SERVICE;
}

function wordsOf(segment: string, { number, counter, service = '' }: Spoken, { tongue }: VoicePack): string[] {
  if (segment === NUMBER) return TONGUES[tongue].ticketWords(number);
  if (segment === COUNTER) return TONGUES[tongue].counterWords(counter);
  return plainWords(segment === SERVICE ? service : segment);
}

/** Small letters without punctuation, composed: the same word may reach us typed on another keyboard, decomposed. */
export function plainWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
