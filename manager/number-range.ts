import type { TicketNumber } from '#shared/domain/ids.ts';

export type NumberRange = { from: TicketNumber; to: TicketNumber };

/** A number as a person types it (`a7`, `A 007`) as it stands on the slip; null when it is none. */
export function readNumber(typed: string): TicketNumber | null {
  const found = /^([A-Z])\s*0*([1-9]\d{0,2})$/.exec(typed.trim().toUpperCase());
  return found ? `${found[1]}${String(found[2]).padStart(3, '0')}` : null;
}

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
