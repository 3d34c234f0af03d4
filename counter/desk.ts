import { type ReadonlySignal, signal } from '@preact/signals';
import type { CounterAction, CounterView, CurrentTicket, TicketInLine } from '#shared/contract/views.ts';
import type { CounterId, ServiceId, TicketId } from '#shared/domain/ids.ts';
import { serverNow } from '#shared/page/clock.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createPresses, type Presses } from '#shared/page/presses.ts';
import { mayPress } from './may-press.ts';

/** A question that stands over the page, with the ticket it was asked about: the picture behind may move on. */
export type Question =
  | { kind: 'transfer'; ticket: CurrentTicket }
  | { kind: 'add-service'; ticket: CurrentTicket }
  | { kind: 'call-this'; ticket: TicketInLine; expects: TicketId | null }
  | { kind: 'pause' }
  | { kind: 'close' };

/** What the page's components read and press. */
export type Desk = Omit<Presses, 'press' | 'say'> & {
  view: ReadonlySignal<CounterView | null>;
  online: Connection<'view:counter'>['online'];
  heardAt: ReadonlySignal<number>;
  question: ReadonlySignal<Question | null>;
  /** A button or a key: sends the command, or asks first what it needs to know. Nothing when it may not be pressed. */
  act(action: CounterAction): void;
  askToCallThis(ticket: TicketInLine): void;
  callThis(question: { ticket: TicketInLine; expects: TicketId | null }, reason: string): void;
  transfer(ticket: TicketId, to: ServiceId, counter: CounterId | null, note: string): void;
  addService(ticket: TicketId, service: ServiceId): void;
  pause(reason: string): void;
  close(): void;
  resume(ticket: TicketId): void;
  takeBack(ticket: TicketId): void;
  signOut(): void;
  dismiss(): void;
};

type Part = { connection: Connection<'view:counter'>; presses: Presses; ask: (question: Question | null) => void };

export function createDesk(connection: Connection<'view:counter'>): Desk {
  const presses = createPresses(connection.send);
  const question = signal<Question | null>(null);
  const part: Part = {
    connection,
    presses,
    ask: (next) => {
      question.value = next;
    },
  };
  const { press } = presses;
  const signOut = async () => {
    // Whatever is answered: who wants to go must not stay signed in.
    if (await press('session:end', {})) connection.enter(null);
  };
  // Who signs in next must not find a question of the one before.
  connection.door.subscribe((door) => door && part.ask(null));
  /** The question goes when it is answered with a yes; after a "no" it stays, with all that was typed. */
  const answer = async (reply: Promise<{ ok: boolean } | null>) => {
    if ((await reply)?.ok) part.ask(null);
  };
  return {
    view: connection.view,
    online: connection.online,
    heardAt: connection.heardAt,
    underWay: presses.underWay,
    isSlow: presses.isSlow,
    notice: presses.notice,
    question,
    act: (action) => act(part, action),
    askToCallThis: (ticket) =>
      part.ask({ kind: 'call-this', ticket, expects: connection.view.value?.current?.ticket ?? null }),
    callThis: ({ ticket, expects }, reason) =>
      void answer(press('ticket:call-this', { expects, ticket: ticket.ticket, reason })),
    transfer: (expects, to, counter, note) =>
      void answer(press('ticket:transfer', { expects, to, counter, note: note.trim() || null })),
    addService: (expects, service) => void answer(press('ticket:add-service', { expects, service })),
    pause: (reason) => void answer(press('counter:pause', { reason })),
    close: () => void answer(press('counter:close', {})),
    resume: (ticket) => void press('ticket:resume', { ticket }, `ticket:resume ${ticket}`),
    takeBack: (ticket) => void press('ticket:return', { ticket }, `ticket:return ${ticket}`),
    signOut: () => void signOut(),
    dismiss: () => part.ask(null),
  };
}

function act({ connection, presses, ask }: Part, action: CounterAction) {
  const view = connection.view.value;
  if (!view || connection.online.value !== 'online') return;
  if (!mayPress(view, action, serverNow())) {
    // The one press that a newcomer tries first: silence would leave him guessing.
    if (action === 'ticket:call-next' && view.counter.state !== 'open') presses.say('counter-not-open');
    return;
  }
  if (presses.underWay.value !== null) return;
  const { current } = view;
  const expects = current?.ticket ?? null;
  switch (action) {
    case 'ticket:call-next':
      void callNext(presses, expects);
      return;
    case 'ticket:undo-call':
      void presses.press(action, { expects });
      return;
    case 'ticket:recall':
    case 'ticket:start-service':
    case 'ticket:finish':
    case 'ticket:no-show':
    case 'ticket:park':
      if (expects) void presses.press(action, { expects });
      return;
    case 'ticket:transfer':
      if (current) ask({ kind: 'transfer', ticket: current });
      return;
    case 'ticket:add-service':
      if (current) ask({ kind: 'add-service', ticket: current });
      return;
    case 'counter:open':
      void presses.press(action, {});
      return;
    case 'counter:pause':
      ask({ kind: 'pause' });
      return;
    case 'counter:close':
      ask({ kind: 'close' });
      return;
    case 'ticket:call-this':
      // Needs a ticket: see askToCallThis.
      return;
  }
}

async function callNext({ press, say }: Presses, expects: TicketId | null) {
  const reply = await press('ticket:call-next', { expects });
  if (reply?.ok && reply.answer.called === null) say('nobody-waiting');
}
