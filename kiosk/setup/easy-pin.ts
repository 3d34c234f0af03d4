/** What everybody tries first: one digit six times, or a run up or down. */
export function isEasyPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  return [0, 1, -1].some((by) => digits.every((digit, at) => at === 0 || digit - (digits[at - 1] ?? 0) === by));
}
