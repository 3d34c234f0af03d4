import { boardView } from '#core/board-view.ts';
import { kioskView } from '#core/kiosk-view.ts';
import { Line } from '#core/line.ts';
import type { Office } from '#core/office.ts';
import { phoneView } from '#core/phone-view.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Ticket, WaitingTicket } from '#shared/domain/ticket.ts';
import { everybody, tallies } from './laws-of-place.ts';

/** All that an undo has to restore, as a text that can be compared fast: everything but the journal's number and time, and what is remembered of the last press. */
export function officeInWords(office: Office): string {
  const { day, dayState, extended, issued, board, slips, slipTroubles } = office;
  const tickets = [...office.tickets.values()].map(ticketInWords).sort();
  const counters = [...office.counters]
    .map(([id, { state, pauseReason, current }]) => `${id} ${state} ${pauseReason} ${current}`)
    // Never opened and closed again are the same.
    .filter((counter) => !counter.endsWith('closed null null'));
  const lines = [...office.lines, ...office.boundLines].map(([key, line]) => [
    key,
    ...everybody(line).map(({ id }) => id),
  ]);
  return JSON.stringify([
    ...[day, dayState, extended, issued, board, slips, slipTroubles, tickets, counters.sort(), tallies(office)],
    lines.filter(({ length }) => length > 1).sort(),
    [...office.lastNumber].sort(),
    ...[[...office.assignments], [...office.helpCalls]].map((all) => all.sort()),
  ]);
}

const known = new WeakMap<Ticket, string>();

/** The same ticket gives the same text, in whatever order its fields were written. Tickets are never changed, so once is enough. */
function ticketInWords(ticket: Ticket): string {
  let text = known.get(ticket);
  if (text === undefined) {
    text = JSON.stringify(Object.entries(ticket).sort(([a], [b]) => (a < b ? -1 : 1)));
    known.set(ticket, text);
  }
  return text;
}

/** What the public sees: on the board, at the kiosk, on phones. */
export function publicPictures(office: Office, setup: Setup, at: number): string {
  const kiosk = kioskView(office, setup, at, { printer: 'ready', diskTrouble: null });
  const phones = phoneView(office, setup, at, (ticket) => ticket);
  return JSON.stringify([boardView(office, setup, at), kiosk, phones]);
}

/** The same office, but whoever has priority has none, and the other way round; everybody stands where he stands. */
export function withPriorityTurned(office: Office): Office {
  const tickets = new Map([...office.tickets].map(([id, ticket]) => [id, turned(ticket)]));
  const turnedLines = <K>(lines: Map<K, Line>) => new Map([...lines].map(([key, line]) => [key, turnedLine(line)]));
  return { ...office, tickets, lines: turnedLines(office.lines), boundLines: turnedLines(office.boundLines) };
}

function turnedLine(line: Line): Line {
  const other = new Line();
  for (const ticket of everybody(line)) other.add(turned<WaitingTicket>(ticket));
  return other;
}

function turned<T extends Ticket>(ticket: T): T {
  return { ...ticket, priority: ticket.priority === 'regular' ? 'priority' : 'regular' };
}
