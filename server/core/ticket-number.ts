import type { TicketNumber } from '#shared/domain/ids.ts';
import type { Service } from '#shared/domain/setup.ts';
import type { Office } from './office.ts';

/** Three digits are all a slip, a voice and a memory hold. */
export const LAST_NUMBER = 999;

/**
 * The next number of a service today: prefix letter and three digits from 001. Counted by the letter, so that no number comes twice
 * when the office gives a letter to another service during the day. [N1] [N2]
 * @returns null when all are used up [N3]
 */
export function nextNumber(office: Office, service: Service): TicketNumber | null {
  const next = (office.lastNumber.get(service.prefix) ?? 0) + 1;
  return next > LAST_NUMBER ? null : `${service.prefix}${String(next).padStart(3, '0')}`;
}
