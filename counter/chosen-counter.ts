import type { CounterId } from '#shared/domain/ids.ts';

/** The counter that the page's address names (`?counter=3`); null when none, or when it is no counter's number. */
export function chosenCounter(search: string): CounterId | null {
  const text = new URLSearchParams(search).get('counter') ?? '';
  return /^[1-9]\d{0,2}$/.test(text) ? Number(text) : null;
}
