import { apply } from '#core/apply.ts';
import type { Entry } from '#core/events.ts';
import { emptyOffice } from '#core/office.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { DossierTally } from '#shared/domain/dossiers.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/domain/ticket.ts';

/** How a day went, in figures; services by id, each service done in a visit for itself. */
export type DayCounts = {
  day: BusinessDay | null;
  /** Numbers given out. */
  issued: number;
  outcomes: Record<ServiceId, Record<Outcome, number>>;
  /** Left out in checkpoints of before it was counted. */
  dossiers?: Record<ServiceId, DossierTally>;
};

/** Counts a day from its facts. */
export function countDay(entries: Iterable<Entry>): DayCounts {
  const office = emptyOffice();
  for (const entry of entries) apply(office, entry);
  return {
    day: office.day,
    issued: office.issued,
    outcomes: Object.fromEntries(office.outcomes),
    dossiers: Object.fromEntries(office.dossiers),
  };
}
