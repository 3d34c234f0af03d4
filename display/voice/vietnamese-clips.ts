import type { ClipWords } from './planned-clips.ts';

/**
 * What a call can be worded with. Long pieces sound best; the short ones are there so that an office can say it in its
 * own way. One-stop offices say *công dân*, banks *khách hàng*.
 */
const PHRASES = {
  'xin-moi-cong-dan-co-so': 'xin mời công dân có số',
  'xin-moi-khach-hang-co-so': 'xin mời khách hàng có số',
  'den-quay-so': 'đến quầy số',
  'xin-moi': 'xin mời',
  'kinh-moi': 'kính mời',
  'cong-dan': 'công dân',
  'khach-hang': 'khách hàng',
  'ong-ba': 'ông bà',
  'co-so': 'có số',
  so: 'số',
  den: 'đến',
  quay: 'quầy',
  'cua-so': 'cửa số',
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

/** What a Vietnamese pack holds, by clip: the words that each stands for and is spoken from. */
export const VIETNAMESE_CLIPS: ClipWords = { phrases: PHRASES, words: WORDS, letters: LETTERS };
