import type { Touched } from '#core/apply.ts';
import type { Entry } from '#core/events.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { ClosedTicket } from '#shared/domain/ticket.ts';
import type { Db } from './open-database.ts';

const COLUMNS = [
  'day',
  'id',
  'number',
  'service',
  'priority',
  'outcome',
  'counter',
  'issued_at',
  'arrived_at',
  'effective_at',
  'first_called_at',
  'called_at',
  'serving_since',
  'closed_at',
  'calls',
  'services_done',
] as const;

/**
 * The table for reports: a row for each ticket that is closed. Who is still here stands in the memory of the house, so most presses
 * write nothing here.
 * @returns takes over what an entry of this business day did to the tickets it touched, as they are after it
 */
export function createTicketProjection(db: Db): (day: BusinessDay, entry: Entry, touched: readonly Touched[]) => void {
  const write = db.prepare(
    // What is here already is never a reason to refuse a press: the journal is the truth.
    `INSERT OR REPLACE INTO closed_ticket (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  );
  const remove = db.prepare('DELETE FROM closed_ticket WHERE day = ? AND id = ?');
  return (day, { events }, touched) => {
    // Only an undo brings back who was gone.
    const isUndo = events.some(({ type }) => type === 'call-undone');
    for (const ticket of touched) {
      if (ticket.state === 'closed') write.run(valuesOf(day, ticket));
      else if (isUndo) remove.run(day, ticket.id);
    }
  };
}

/** In the order of the columns. */
function valuesOf(day: BusinessDay, ticket: ClosedTicket) {
  const { errand, outcome } = ticket;
  const doneAtTheEnd = outcome === 'served' ? 1 : 0;
  return [
    day,
    ticket.id,
    ticket.number,
    errand.service,
    ticket.priority,
    outcome,
    ticket.counter,
    ticket.issuedAt,
    errand.arrivedAt,
    errand.effectiveAt,
    ticket.firstCalledAt,
    ticket.calledAt,
    ticket.servingSince,
    ticket.closedAt,
    ticket.calls,
    ticket.done.length + doneAtTheEnd,
  ];
}
