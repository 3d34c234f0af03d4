import type { CounterView } from '#shared/contract/views.ts';
import type { TicketId } from '#shared/domain/ids.ts';

export type Waiting = CounterView['waiting'][number];
export type WaitingGroup = { from: Waiting['from']; tickets: readonly Waiting[] };

/** The waiting list cut where its kind changes, the order untouched, and who of them came first. */
export function groupWaiting(waiting: readonly Waiting[]): {
  groups: readonly WaitingGroup[];
  oldest: TicketId | null;
} {
  const groups: { from: Waiting['from']; tickets: Waiting[] }[] = [];
  let oldest: Waiting | null = null;
  for (const ticket of waiting) {
    const last = groups.at(-1);
    if (last?.from === ticket.from) last.tickets.push(ticket);
    else groups.push({ from: ticket.from, tickets: [ticket] });
    if (!oldest || ticket.arrivedAt < oldest.arrivedAt) oldest = ticket;
  }
  return { groups, oldest: oldest?.ticket ?? null };
}
