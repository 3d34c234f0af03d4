import type { TicketNumber } from '#shared/domain/ids.ts';
import { readNumber } from '#shared/page/help-desk/read-number.ts';

export type NumberRange = { from: TicketNumber; to: TicketNumber };

/** From one number to another of the same letter; nothing as the second means the first alone. Null when it is no range. */
export function readRange(typedFrom: string, typedTo: string): NumberRange | null {
  const from = readNumber(typedFrom);
  const to = typedTo.trim() === '' ? from : readNumber(typedTo);
  if (from === null || to === null) return null;
  return from.charAt(0) === to.charAt(0) && from <= to ? { from, to } : null;
}

/** Which of these numbers lie in the range. */
export function inRange(numbers: readonly TicketNumber[], { from, to }: NumberRange): readonly TicketNumber[] {
  return numbers.filter((number) => from <= number && number <= to);
}
