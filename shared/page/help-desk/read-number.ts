import type { TicketNumber } from '#shared/domain/ids.ts';

/** A number as a person types it (`a7`, `A 007`) as it stands on the slip; null when it is none. */
export function readNumber(typed: string): TicketNumber | null {
  const found = /^([A-Z])\s*0*([1-9]\d{0,2})$/.exec(typed.trim().toUpperCase());
  return found ? `${found[1]}${String(found[2]).padStart(3, '0')}` : null;
}
