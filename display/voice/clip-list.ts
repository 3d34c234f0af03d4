import { CHIME, type VoiceClip } from './voice-pack.ts';

/** A clip to be built. `text` is what the speech program is fed: always words, it would read "15" as *mười năm*. */
export type PlannedClip = VoiceClip & { readonly text: string };

const PHRASES = {
  'xin-moi-cong-dan-co-so': 'xin mời công dân có số',
  'den-quay-so': 'đến quầy số',
} as const;

// The ids are the words without their marks, so that file names are plain; what would then be the same gets a tail.
const WORDS = {
  khong: 'không',
  mot: 'một',
  hai: 'hai',
  ba: 'ba',
  bon: 'bốn',
  nam: 'năm',
  sau: 'sáu',
  bay: 'bảy',
  tam: 'tám',
  chin: 'chín',
  muoi: 'mười',
  'muoi-tens': 'mươi',
  'mot-after-tens': 'mốt',
  tu: 'tư',
  lam: 'lăm',
  le: 'lẻ',
  linh: 'linh',
  tram: 'trăm',
} as const;

// Letter names written as words. J is fed "di": "gi" came out as a 96 ms hiss. S and X, M and N get their full names,
// which keep them further apart than "ét"/"ích" and "em"/"en" alone. D and G still sound the same in every voice (in
// the South V too): the settings warn of such prefixes.
const LETTERS = {
  A: 'a',
  B: 'bê',
  C: 'xê',
  D: 'dê',
  E: 'e',
  F: 'ép phờ',
  G: 'giê',
  H: 'hát',
  I: 'i',
  J: 'di',
  K: 'ca',
  L: 'e lờ',
  M: 'em mờ',
  N: 'en nờ',
  O: 'o',
  P: 'pê',
  Q: 'quy',
  R: 'e rờ',
  S: 'ét xì',
  T: 'tê',
  U: 'u',
  V: 'vê',
  W: 'vê kép',
  X: 'ích xì',
  Y: 'i dài',
  Z: 'dét',
} as const;

/** Every spoken clip of a Vietnamese pack: two phrases, the number words, the letters A–Z. */
export function plannedClips(): PlannedClip[] {
  const asSpoken = ([id, text]: [string, string]): PlannedClip => ({ id, says: text, text });
  return [
    ...Object.entries(PHRASES).map(asSpoken),
    ...Object.entries(WORDS).map(asSpoken),
    ...Object.entries(LETTERS).map(([letter, text]) => ({ id: `letter-${letter.toLowerCase()}`, says: letter, text })),
  ];
}

/** The chime's row. It is computed, not spoken, and is fed nothing. */
export const CHIME_CLIP: PlannedClip = { id: CHIME, says: '', text: '' };
