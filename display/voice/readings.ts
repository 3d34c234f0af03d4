import { announcement, type Spoken } from './announcement.ts';
import { clipKey } from './shipped-packs.ts';
import type { VoicePack } from './voice-pack.ts';

/** A pack by whose name its clips are known. */
export type NamedPack = VoicePack & { readonly name: string };

/** How the office words a call: in Vietnamese, and in the other language of the house. */
export type Wording = { readonly announcement: string; readonly announcementEnglish: string };

/** What is spoken of one call, and in which language its ticket was taken. */
export type CallToRead = Spoken & { readonly language?: 'en' };

/**
 * A call as it is read out, reading by reading, as keys of clips: so many times in Vietnamese, then, for who took the
 * ticket in English and for nobody else, once in English.
 */
export function readingsOf(
  call: CallToRead,
  times: number,
  wording: Wording,
  packs: { readonly own: NamedPack; readonly english: NamedPack | undefined },
): string[][] {
  const own = read(call, wording.announcement, packs.own);
  const vietnamese = Array.from({ length: times }, () => own);
  const isForeign = call.language === 'en' && packs.english !== undefined && packs.own.tongue !== 'en';
  return isForeign && packs.english
    ? [...vietnamese, read(call, wording.announcementEnglish, packs.english)]
    : vietnamese;
}

function read(call: CallToRead, template: string, pack: NamedPack): string[] {
  return announcement(call, template, pack).map((clip) => clipKey(pack.name, clip));
}
