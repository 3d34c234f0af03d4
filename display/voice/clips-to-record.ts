import type { RecordingName } from '#shared/domain/recording.ts';
import { plainWords } from './announcement.ts';
import { numberWords } from './say-number.ts';
import { VIETNAMESE_CLIPS } from './vietnamese-clips.ts';
import type { Region } from './voice-pack.ts';

/** What there is to record, group by group. `letter`: how a letter is called, where that is not how it is written. */
export type ClipToRecord = RecordingName & { readonly letter?: string };
export type RecordGroup = 'wording' | 'letters' | 'digits' | 'numbers' | 'services';
export type ClipsToRecord = readonly { readonly group: RecordGroup; readonly clips: readonly ClipToRecord[] }[];

type Hall = {
  /** `Xin mời công dân có số {number} đến quầy số {counter}` */
  readonly announcement: string;
  readonly services: readonly { readonly id: string; readonly prefix: string; readonly short: string }[];
};

const LARGEST = 99;

/** Every clip of the office's own pack: its sentences whole, its letters, the number words, whole numbers, its services' names. */
export function clipsToRecord({ announcement, services }: Hall, region: Region): ClipsToRecord {
  return [
    { group: 'wording', clips: wording(announcement) },
    { group: 'letters', clips: letters(services.map(({ prefix }) => prefix)) },
    { group: 'digits', clips: words() },
    { group: 'numbers', clips: numbers(region) },
    { group: 'services', clips: services.map(({ id, short }) => ({ id: `service-${id}`, says: said(short) })) },
  ];
}

function wording(announcement: string): ClipToRecord[] {
  const pieces = announcement.split(/\{\w+\}/).map(said);
  return [...new Set(pieces)].filter(Boolean).map((says, at) => ({ id: `wording-${at + 1}`, says }));
}

function letters(prefixes: readonly string[]): ClipToRecord[] {
  const names: Readonly<Record<string, string>> = VIETNAMESE_CLIPS.letters;
  return [...new Set(prefixes)].sort().map((prefix) => {
    const name = names[prefix];
    return { id: `letter-${prefix.toLowerCase()}`, says: prefix, ...(name ? { letter: name } : {}) };
  });
}

function words(): ClipToRecord[] {
  return Object.entries(VIETNAMESE_CLIPS.words).map(([id, says]) => ({ id, says }));
}

/** Those of one word stand among the words. */
function numbers(region: Region): ClipToRecord[] {
  const all = Array.from({ length: LARGEST }, (_, index) => ({
    value: index + 1,
    said: numberWords(index + 1, region),
  }));
  return all
    .filter((one) => one.said.length > 1)
    .map((one) => ({ id: `number-${one.value}`, says: one.said.join(' ') }));
}

function said(text: string): string {
  return plainWords(text).join(' ');
}
