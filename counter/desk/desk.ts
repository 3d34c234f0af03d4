import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { createDossierEntry, type DossierEntry } from '#counter/dossiers/dossier-entry.ts';
import { createOwnKeys, type OwnKeys } from '#counter/keys/own-keys.ts';
import type { CounterView, CurrentTicket, TicketInLine } from '#shared/contract/views.ts';
import type { CounterId, ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createHelpDesk, type HelpDesk } from '#shared/page/help-desk/help-desk.ts';
import type { KeptPresses } from '#shared/page/kept-presses.ts';
import { createPresses, type LastingPresses, type Presses } from '#shared/page/presses.ts';
import { act } from './act.ts';
import type { DeskAction, Pick as PickWhat } from './desk-action.ts';
import { createHold, type Hold } from './hold.ts';

/** A question that stands over the page, with the ticket it was asked about: the picture behind may move on. */
export type Question =
  | { kind: 'transfer'; ticket: CurrentTicket }
  | { kind: 'add-service'; ticket: CurrentTicket }
  | { kind: 'pick'; pick: PickWhat }
  | { kind: 'call-this'; ticket: TicketInLine; expects: TicketId | null }
  | { kind: 'cancel'; ticket: TicketInLine }
  | { kind: 'pause' }
  | { kind: 'close' }
  | { kind: 'help-desk' }
  | { kind: 'keys' };

/** Where somebody goes on to. `further`: from a wrong lane, what else he came for. */
export type Transfer = { to: ServiceId; counter: CounterId | null; note: string; further: readonly ServiceId[] };

/** What the page's components read and press. */
export type Desk = Omit<LastingPresses, 'press' | 'say' | 'takeUp'> & {
  view: ReadonlySignal<CounterView | null>;
  online: Connection<'view:counter'>['online'];
  heardAt: ReadonlySignal<number>;
  question: ReadonlySignal<Question | null>;
  ownKeys: OwnKeys;
  dossiers: DossierEntry;
  /** The silent call for help, held for a second. It waits for no other press. */
  help: Hold & { isUnderWay: ReadonlySignal<boolean>; isSlow: ReadonlySignal<boolean> };
  /** A number looked up, or given out for somebody who stands here. */
  helpDesk: HelpDesk;
  /** A button or a key: sends the command, or asks first what it needs to know. Nothing when it may not be pressed. */
  act(action: DeskAction): void;
  /** Somebody out of a list, and on to what has to be known about him. */
  picked(pick: PickWhat, ticket: TicketInLine): void;
  askToCallThis(ticket: TicketInLine): void;
  callThis(question: { ticket: TicketInLine; expects: TicketId | null }, reason: string): void;
  cancel(ticket: TicketId, reason: string): void;
  transfer(ticket: TicketId, to: Transfer): void;
  addService(ticket: TicketId, service: ServiceId): void;
  pause(reason: string): void;
  close(): void;
  resume(ticket: TicketId): void;
  takeBack(ticket: TicketId): void;
  signOut(): void;
  dismiss(): void;
};

type Line = Connection<'view:counter'>;
/** What this machine keeps for the page. */
type Kept = { ownKeys?: OwnKeys; presses?: KeptPresses | undefined };
/** The tools that the answers of the desk are made with. */
export type Tools = {
  connection: Pick<Line, 'view' | 'online' | 'send'>;
  presses: LastingPresses;
  dossiers: DossierEntry;
  ask: (question: Question | null) => void;
};

export function createDesk(connection: Line, kept: Kept = {}): Desk {
  const presses = createPresses(connection.send, kept.presses);
  const question = signal<Question | null>(null);
  const ask = (next: Question | null) => {
    question.value = next;
  };
  const dossiers = createDossierEntry();
  const tools: Tools = { connection, presses, dossiers, ask };
  const helpDesk = createHelpDesk(connection);
  followPicture(tools, connection);
  return {
    view: connection.view,
    online: connection.online,
    heardAt: connection.heardAt,
    helpDesk,
    underWay: presses.underWay,
    isSlow: presses.isSlow,
    notice: presses.notice,
    cameBack: presses.cameBack,
    question,
    ownKeys: kept.ownKeys ?? createOwnKeys(localStorage),
    dossiers,
    help: callForHelp(connection, presses, kept.presses),
    act: (action) => act(tools, action),
    ...answers(tools),
    signOut: () => void signOut(connection, presses),
    dismiss: () => ask(null),
  };
}

/** What the questions are answered with. */
function answers({ connection, presses: { press }, dossiers, ask }: Tools) {
  /** The question goes when it is answered with a yes; after a "no" it stays, with all that was typed. */
  const answer = async (reply: Promise<{ ok: boolean } | null>): Promise<boolean> => {
    const isYes = (await reply)?.ok === true;
    if (isYes) ask(null);
    return isYes;
  };
  const resume = (ticket: TicketId) => press('ticket:resume', { ticket }, `ticket:resume ${ticket}`);
  const takeBack = (ticket: TicketId) => press('ticket:return', { ticket }, `ticket:return ${ticket}`);
  const desk = {
    askToCallThis: (ticket) =>
      ask({ kind: 'call-this', ticket, expects: connection.view.value?.current?.ticket ?? null }),
    callThis({ ticket: { ticket }, expects }, reason) {
      const told = expects === null ? {} : dossiers.forPress();
      const reply = answer(press('ticket:call-this', { expects, ticket, reason, ...told }));
      void reply.then((isYes) => isYes && dossiers.clear());
    },
    cancel: (ticket, reason) => void answer(press('ticket:cancel', { ticket, reason }, `ticket:cancel ${ticket}`)),
    transfer(expects, { to, counter, note, further }) {
      const more = further.length > 0 ? { further: [...further] } : {};
      void answer(press('ticket:transfer', { expects, to, counter, note: note.trim() || null, ...more }));
    },
    addService: (expects, service) => void answer(press('ticket:add-service', { expects, service })),
    pause: (reason) => void answer(press('counter:pause', { reason })),
    close: () => void answer(press('counter:close', {})),
    resume: (ticket) => void resume(ticket),
    takeBack: (ticket) => void takeBack(ticket),
    picked(pick, ticket) {
      if (pick === 'ticket:call-this') desk.askToCallThis(ticket);
      else if (pick === 'ticket:cancel') ask({ kind: 'cancel', ticket });
      else void answer(pick === 'ticket:resume' ? resume(ticket.ticket) : takeBack(ticket.ticket));
    },
  } satisfies Partial<Desk>;
  return desk;
}

/** Danger waits for nothing: neither for a press that is under way, nor for a double press to be over. */
function callForHelp(connection: Line, presses: Presses, kept: KeptPresses | undefined) {
  const { press, underWay, isSlow } = createPresses(connection.send, kept);
  const call = async () => {
    const reply = await press('counter:call-help', {});
    if (reply && !reply.ok) presses.say(reply.refusal);
  };
  const hold = createHold(() => void call());
  const begin = () => {
    if (connection.online.value !== 'online') presses.say('no-connection');
    else if (connection.view.value?.may.includes('counter:call-help')) hold.begin();
  };
  return { ...hold, begin, isUnderWay: computed(() => underWay.value !== null), isSlow };
}

function followPicture({ presses, dossiers, ask }: Tools, { door, view }: Line) {
  let current: TicketId | null = null;
  let isIn = false;
  // Who signs in next must find no question of the one before, and nothing that was told of a visit.
  door.subscribe((needs) => {
    if (!needs) return;
    isIn = false;
    ask(null);
    dossiers.clear();
  });
  view.subscribe((picture) => {
    if (!picture) return;
    const here = picture.current?.ticket ?? null;
    if (here !== current) dossiers.clear();
    current = here;
    // Not before somebody is let in: whose presses they were is known only then.
    if (!isIn) void presses.takeUp();
    isIn = true;
  });
}

async function signOut(connection: Line, { press }: Presses) {
  // Whatever is answered: who wants to go must not stay signed in.
  if (await press('session:end', {})) connection.enter(null);
}
