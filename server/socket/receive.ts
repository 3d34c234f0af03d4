import * as v from 'valibot';
import type { Access, Who } from '#server/access/access.ts';
import type { Submission } from '#server/dispatch.ts';
import { messageRow } from '#shared/contract/messages.ts';
import {
  type ChoiceRequestName,
  type DisplayRequestName,
  isChoiceRequest,
  isDisplayRequest,
  isMachineRequest,
  isPrinterRequest,
  isRequestName,
  type MachineRequestName,
  type PrinterRequestName,
  type RequestInput,
  type RequestName,
} from '#shared/contract/office-requests.ts';
import { isCommandName } from '#shared/contract/queue-commands.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import { Envelope } from '#shared/contract/socket-events.ts';
import type { TicketNumber } from '#shared/domain/ids.ts';
import type { HallSocket } from './listen.ts';
import type { RateKeeper } from './rates.ts';

/** What is behind the door. */
export type Behind = {
  submit(submission: Submission): void;
  access: Access;
  /** Whose slip a phone asks for; a refusal when it is nobody's, or it asks too often. */
  follow(token: string, address: string): object | Refusal;
  /** Where a number of today is, for the help desk. */
  lookUp(number: TicketNumber): object | Refusal;
  /** What is asked of the printer. */
  askPrinter(name: PrinterRequestName): Promise<object | Refusal>;
  /** What machines say of themselves, and what is asked of them. The input fits the name. */
  askMachines(who: Who, name: MachineRequestName, input: unknown): Promise<object | Refusal> | object;
  /** What a display says of its calls, by its connection. The input fits the name. */
  askDisplays(connection: string, name: DisplayRequestName, input: unknown): object | Refusal;
  /** What a visitor answers on the display of this counter. */
  rate(counter: Who['counter'], input: RequestInput<'rating:give'>): object | Refusal;
  /** What the manager chooses for the hall. The input fits the name. */
  choose(name: ChoiceRequestName, input: unknown): object;
  /** Null: as fast as they like. */
  rates: RateKeeper | null;
  /** Somebody asked the office for something, and it was done: the pictures of who may come in have changed. */
  accessChanged(): void;
  fault(cause: unknown): void;
  /** A kiosk wanted numbers faster than a queue of people could; told to the staff. */
  tappedForFun(place: string): void;
};

/** The one door for everything a page says. */
export function receive(socket: HallSocket, behind: Behind) {
  // The types of `onAny` are those of well-behaved pages; what comes here may be anything.
  socket.onAny((name: unknown, ...said: unknown[]) => {
    const isHeard = behind.rates === null || mayCome(socket.data, name, behind.rates);
    const answer = said.at(-1);
    // Whoever cannot be answered is not heard: a client without acknowledgements crashes a naive server.
    if (typeof answer !== 'function') return;
    const reply = (one: AnyReply) => answer(one);
    if (!isHeard) return reply({ ok: false, refusal: 'too-many-requests' });
    const checked = behind.access.mayStay(socket.data) ? check(socket.data, name, said.slice(0, -1)) : 'not-allowed';
    if (typeof checked === 'string') return reply({ ok: false, refusal: checked });
    // A machine goes on reporting when its clerk has left: only presses keep somebody signed in. [A8]
    if (name !== 'machine:health') behind.access.used(socket.data);
    if ('request' in checked) void ask(socket, checked, behind, reply);
    else if (!mayExtend(socket.data, checked, behind)) reply({ ok: false, refusal: 'not-allowed' });
    else if (isGreedy(socket.data, checked, behind)) reply({ ok: false, refusal: 'too-many-requests' });
    else behind.submit({ ...checked, hand: behind.access.handOf(socket.data), answer: reply });
  });
}

/** Answer and name belong together, but here the name is any. */
type AnyReply = { ok: true; answer: unknown } | { ok: false; refusal: Refusal };
type Command = Omit<Submission, 'answer' | 'hand'>;
type Request = { request: RequestName; input: unknown };
type AccessInput = Parameters<Access['ask']>[2];

/** Known name? Allowed for this role? Right shape? @returns what to carry out, or why not */
export function check(who: Who, name: unknown, said: readonly unknown[]): Command | Request | Refusal {
  const row = messageRow(name);
  if (!row) return 'not-understood';
  if (!row.from.includes(who.role)) return 'not-allowed';
  if (who.role === 'counter' && who.counter === null) return 'not-allowed';
  if (said.length !== 1) return 'not-understood';
  const envelope = v.safeParse(Envelope, said[0]);
  if (!envelope.success) return 'not-understood';
  const input = v.safeParse(row.input, envelope.output.input);
  if (!input.success) return 'not-understood';
  if (isRequestName(name)) return { request: name, input: input.output };
  if (!isCommandName(name) || who.role === 'door') return 'not-understood';
  const { commandId } = envelope.output;
  return { commandId, name, input: input.output, role: who.role, counter: who.counter };
}

function mayCome(who: Who, name: unknown, rates: RateKeeper): boolean {
  const machine = machineOf(who);
  const page = `${machine} ${who.role} ${who.counter}`;
  if (name === 'machine:health') return rates.mayReport(page);
  if (who.role === 'display' && isRequestName(name) && isDisplayRequest(name))
    return rates.mayTellOfCalls(`${page} ${who.zone}`);
  return rates.mayAsk(machine);
}

/** A paired machine behind the same router as a flood keeps what is its own. */
function machineOf({ place, address }: Who): string {
  return `${place ?? ''}@${address}`;
}

/** The start page may hold the office open only while the office has no manager who could. */
function mayExtend(who: Who, { name }: Command, { access }: Behind): boolean {
  return who.role !== 'start' || (name === 'hours:extend' && !access.hasPassword());
}

/** A kiosk that is tapped for fun. The help desk is not a kiosk. */
function isGreedy(who: Who, { name }: Command, { rates, tappedForFun }: Behind): boolean {
  if (rates === null || name !== 'ticket:take' || who.role !== 'kiosk') return false;
  const place = who.place ?? who.address;
  if (rates.mayTakeTicket(place)) return false;
  tappedForFun(place);
  return true;
}

// The door checked these against the row of their very name.
const asInput = (input: unknown) => input as AccessInput;

function follow({ address }: Who, input: unknown, behind: Behind): object | Refusal {
  return behind.follow((input as { token: string }).token, address);
}

async function answerOf(socket: HallSocket, { request, input }: Request, behind: Behind): Promise<object | Refusal> {
  const who = socket.data;
  if (request === 'ticket:follow') return follow(who, input, behind);
  if (request === 'ticket:look-up') return behind.lookUp((input as { number: TicketNumber }).number);
  if (isPrinterRequest(request)) return behind.askPrinter(request);
  if (isMachineRequest(request)) return behind.askMachines(who, request, input);
  if (isDisplayRequest(request)) return behind.askDisplays(socket.id, request, input);
  if (request === 'rating:give') return behind.rate(who.counter, input as RequestInput<typeof request>);
  if (isChoiceRequest(request)) return behind.choose(request, input);
  return behind.access.ask(who, request, asInput(input));
}

async function ask(socket: HallSocket, { request, input }: Request, behind: Behind, reply: (reply: AnyReply) => void) {
  try {
    const answer = await answerOf(socket, { request, input }, behind);
    reply(typeof answer === 'string' ? { ok: false, refusal: answer } : { ok: true, answer });
  } catch (cause) {
    behind.fault(cause);
    reply({ ok: false, refusal: 'out-of-service' });
  }
  if (changesAccess(request)) behind.accessChanged();
}

/** Reports come every second from somewhere: nothing is drawn anew for them before the clock does it. */
function changesAccess(request: RequestName): boolean {
  return (
    request !== 'ticket:follow' &&
    request !== 'ticket:look-up' &&
    request !== 'machine:health' &&
    request !== 'rating:give' &&
    !isPrinterRequest(request) &&
    !isDisplayRequest(request)
  );
}
