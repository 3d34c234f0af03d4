import { type ReadonlySignal, signal } from '@preact/signals';
import type { MessageInput } from '#shared/contract/messages.ts';
import type { CounterState, ManagerView } from '#shared/contract/views.ts';
import type { CounterId, TicketId, TicketNumber } from '#shared/domain/ids.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createPresses, type Presses } from '#shared/page/presses.ts';

/** `counter`: who is there, and what the manager can do about it. */
export type Question = 'end-day' | 'cancel-range' | { counter: CounterId };

type Assigned = MessageInput<'counter:assign'>['services'];

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
  /** Opens, pauses (with a reason) or closes a counter. @returns whether it was done */
  supervise(counter: CounterId, to: CounterState, reason: string | null): Promise<boolean>;
  /** Other services for it today; null: those of the settings again. @returns whether it was done */
  assign(counter: CounterId, services: Assigned): Promise<boolean>;
  /** Somebody has come to the counter that called for help. */
  helpCame(counter: CounterId): void;
  /** What that cancelled last on this page. */
  cancelled: ReadonlySignal<readonly TicketNumber[]>;
};

/** The names under which these presses are under way. */
export const superviseButton = (counter: CounterId, to: CounterState) => `counter:supervise ${counter} ${to}`;
export const assignButton = (services: Assigned) => (services ? 'counter:assign' : 'counter:assign usual');
export const helpCameButton = (counter: CounterId) => `counter:help-came ${counter}`;

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
    supervise: async (counter, to, reason) =>
      (await press('counter:supervise', { counter, to, reason }, superviseButton(counter, to)))?.ok ?? false,
    assign: async (counter, services) =>
      (await press('counter:assign', { counter, services }, assignButton(services)))?.ok ?? false,
    helpCame: (counter) => void press('counter:help-came', { counter }, helpCameButton(counter)),
    holdOpen: () => void press('hours:extend', {}),
    reprint: (ticket) => void press('slip:reprint', { ticket }, `slip:reprint ${ticket}`),
    takeBack: (ticket) => void press('ticket:return', { ticket }, `ticket:return ${ticket}`),
  };
}
