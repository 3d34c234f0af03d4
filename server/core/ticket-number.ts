import type { TicketNumber } from '#shared/domain/ids.ts';
import type { Service } from '#shared/domain/setup.ts';
import type { Office } from './office.ts';

/** Three digits are all a slip, a voice and a memory hold. */
export const LAST_NUMBER = 999;

/**
 * The next number of a service today: prefix letter and three digits from 001. [N1] [N2]
 * @returns null when all are used up [N3]
 */
export function nextNumber(office: Office, service: Service): TicketNumber | null {
  const next = (office.lastNumber.get(service.id) ?? 0) + 1;
  return next > LAST_NUMBER ? null : `${service.prefix}${String(next).padStart(3, '0')}`;
}
