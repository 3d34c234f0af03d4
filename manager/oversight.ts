import { type ReadonlySignal, signal } from '@preact/signals';
import type { MessageInput } from '#shared/contract/messages.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import type { TicketId, TicketNumber } from '#shared/domain/ids.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createPresses, type Presses } from '#shared/page/presses.ts';

export type Question = 'end-day' | 'cancel-range';

/** What the manager's components read, and the few things a manager presses. */
export type Oversight = Omit<Presses, 'press' | 'say'> & {
  view: ReadonlySignal<ManagerView | null>;
  online: Connection<'view:manager'>['online'];
  heardAt: ReadonlySignal<number>;
  /** The question that stands over the page, if any. */
  question: ReadonlySignal<Question | null>;
  ask(question: Question | null): void;
  endDay(): void;
  holdOpen(): void;
  takeBack(ticket: TicketId): void;
  /** Asks for one more paper of a ticket. */
  reprint(ticket: TicketId): void;
  cancelRange(input: MessageInput<'ticket:cancel-range'>): void;
  /** What that cancelled last on this page. */
  cancelled: ReadonlySignal<readonly TicketNumber[]>;
};

export function createOversight({ view, online, heardAt, send }: Connection<'view:manager'>): Oversight {
  const { press, underWay, isSlow, notice } = createPresses(send);
  const question = signal<Question | null>(null);
  const cancelled = signal<readonly TicketNumber[]>([]);
  const ask = (next: Question | null) => {
    question.value = next;
  };
  const endDay = async () => {
    const reply = await press('day:close', {});
    if (reply?.ok) ask(null);
  };
  const cancelRange = async (input: MessageInput<'ticket:cancel-range'>) => {
    const reply = await press('ticket:cancel-range', input);
    if (!reply?.ok) return;
    cancelled.value = reply.answer.cancelled;
    ask(null);
  };
  return {
    view,
    online,
    heardAt,
    underWay,
    isSlow,
    notice,
    question,
    ask,
    cancelled,
    cancelRange: (input) => void cancelRange(input),
    endDay: () => void endDay(),
    holdOpen: () => void press('hours:extend', {}),
    reprint: (ticket) => void press('slip:reprint', { ticket }, `slip:reprint ${ticket}`),
    takeBack: (ticket) => void press('ticket:return', { ticket }, `ticket:return ${ticket}`),
  };
}
