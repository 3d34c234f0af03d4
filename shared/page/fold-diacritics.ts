/** `Đất đai` to `dat dai`: what a clerk types in a hurry. */
export function foldDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether every word typed begins a word of the text, whatever their marks and case: `lao xa` finds `Lao động – Xã hội`. */
export function isFoundIn(typed: string, text: string): boolean {
  const words = foldDiacritics(text).split(/[^a-z0-9]+/);
  return foldDiacritics(typed)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}
