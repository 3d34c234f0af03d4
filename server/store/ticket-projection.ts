import type { Touched } from '#core/apply.ts';
import type { Db } from './open-database.ts';

const COLUMNS = [
  'id',
  'day',
  'number',
  'service',
  'priority',
  'state',
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

/** @returns writes a ticket as it is now into the table for reports */
export function createTicketProjection(db: Db): (day: string, ticket: Touched) => void {
  const changing = COLUMNS.filter((column) => column !== 'id' && column !== 'day');
  const write = db.prepare(
    `INSERT INTO ticket (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  );
  return (day, ticket) => {
    write.run(
      ticket.id,
      day,
      ticket.number,
      ticket.errand.service,
      ticket.priority,
      ticket.state,
      ticket.state === 'closed' ? ticket.outcome : null,
      ticket.state === 'waiting' ? null : ticket.counter,
      ticket.issuedAt,
      ticket.errand.arrivedAt,
      ticket.errand.effectiveAt,
      ticket.firstCalledAt,
      'calledAt' in ticket ? ticket.calledAt : null,
      'servingSince' in ticket ? ticket.servingSince : null,
      ticket.state === 'closed' ? ticket.closedAt : null,
      ticket.calls,
      ticket.done.length + (ticket.state === 'closed' && ticket.outcome === 'served' ? 1 : 0),
    );
  };
}
