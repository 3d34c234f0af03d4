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
 * A call as it is read out, reading by reading, as keys of clips: so many times by the office's own pack, then, for who
 * took the ticket in English and for nobody else, once in English.
 */
export function readingsOf(
  call: CallToRead,
  times: number,
  wording: Wording,
  packs: { readonly own: NamedPack; readonly english: NamedPack | undefined },
): string[][] {
  const own = Array.from({ length: times }, () => read(call, wording, packs.own));
  const { english } = packs;
  return call.language === 'en' && english && packs.own.tongue !== 'en' ? [...own, read(call, wording, english)] : own;
}

function read(call: CallToRead, wording: Wording, pack: NamedPack): string[] {
  const template = pack.tongue === 'en' ? wording.announcementEnglish : wording.announcement;
  return announcement(call, template, pack).map((clip) => clipKey(pack.name, clip));
}
