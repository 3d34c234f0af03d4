import type { BoardCall } from '#shared/contract/views.ts';
import type { CounterId, TicketId } from '#shared/domain/ids.ts';
import type { ClosedTicket, Ticket } from '#shared/domain/ticket.ts';
import type { Entry } from './events.ts';
import { changeCounter, counterNow, type Office, type Undo } from './office.ts';

/** What an entry made of the tickets it touched. */
type Made = {
  before: ReadonlyMap<TicketId, Ticket>;
  after: ReadonlyMap<TicketId, Ticket | ClosedTicket>;
  boardBefore: readonly BoardCall[];
};

/** What a clerk does for somebody who stands at the desk, or because of him. */
const FOR_OTHERS: readonly string[] = ['counter:call-help', 'counter:help-came', 'ticket:take', 'slip:reprint'];
/** About nobody who waits and about no state of the counter: what could be taken back before still can. */
const BESIDE_THE_QUEUE: readonly string[] = ['counter:auto-call', ...FOR_OTHERS];

/** Keeps what the last press of a counter did, so that it can be taken back. For `apply` only. [C7] [C12] */
export function rememberPress(office: Office, entry: Entry, counter: CounterId, made: Made) {
  holdAutoCall(office, entry.command, counter);
  if (BESIDE_THE_QUEUE.includes(entry.command)) return;
  const canUndo = made.before.size > 0 && entry.command !== 'ticket:undo-call' && !entry.command.startsWith('counter:');
  changeCounter(office, counter, { undo: canUndo ? undoOf(office, entry, counter, made) : null });
}

/** Who has taken a call back does not want the next one at once. [C12] */
function holdAutoCall(office: Office, command: string, counter: CounterId) {
  const { autoCall } = counterNow(office, counter);
  if (command === 'ticket:undo-call' && autoCall === 'on') changeCounter(office, counter, { autoCall: 'held' });
  const isPress = !['ticket:undo-call', 'ticket:auto-call', ...FOR_OTHERS].includes(command);
  if (isPress && autoCall === 'held') changeCounter(office, counter, { autoCall: 'on' });
}

function undoOf(office: Office, entry: Entry, counter: CounterId, { before, after, boardBefore }: Made): Undo {
  const call = office.board.find(({ callSeq }) => callSeq === entry.seq);
  const boardRow = boardBefore.find((row) => before.has(row.ticket) && !office.board.includes(row));
  const undo: Undo = {
    command: entry.command,
    seq: entry.seq,
    at: entry.at,
    before: [...before.values()],
    after: [...after.values()],
    callSeq: call?.callSeq ?? null,
    boardRows: boardRow ? [boardRow] : [],
  };
  const { undo: press } = counterNow(office, counter);
  // The house called because of that very press: to the clerk they are one, as `ticket:call-next` is.
  const isOneWithPress =
    entry.command === 'ticket:auto-call' && press !== null && press.seq === entry.seq - 1 && press.callSeq === null;
  return isOneWithPress ? together(press, undo) : undo;
}

function together(press: Undo, call: Undo): Undo {
  const isTouchedByPress = ({ id }: Ticket) => press.before.some((ticket) => ticket.id === id);
  const isTouchedByCall = ({ id }: Ticket | ClosedTicket) => call.after.some((ticket) => ticket.id === id);
  return {
    command: press.command,
    seq: call.seq,
    at: press.at,
    before: [...press.before, ...call.before.filter((ticket) => !isTouchedByPress(ticket))],
    after: [...press.after.filter((ticket) => !isTouchedByCall(ticket)), ...call.after],
    callSeq: call.callSeq,
    boardRows: [...press.boardRows, ...call.boardRows],
  };
}
