import type { Entry } from '#core/events.ts';
import { lookUp } from '#core/look-up.ts';
import type { LookedUp } from '#shared/contract/look-up.ts';
import type { ChoiceRequestName } from '#shared/contract/office-requests.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { Choices } from '#shared/domain/choices.ts';
import type { TicketId, TicketNumber } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Access, Arrival, Effects } from './access/access.ts';
import type { Dispatcher } from './dispatch.ts';
import type { DisplayDesk } from './displays/display-desk.ts';
import { whereFrom } from './http/where-from.ts';
import type { Log } from './log.ts';
import type { MachineDesk, MachineEffects } from './machines/machine-desk.ts';
import type { Phones } from './phones.ts';
import type { Clock } from './ports.ts';
import type { PrinterDesk } from './printer-desk.ts';
import type { Ratings } from './ratings/open-ratings.ts';
import type { KeptChoices } from './settings/choices.ts';
import type { GreedyTaps } from './socket/greedy-taps.ts';
import { identify } from './socket/identify.ts';
import type { HallServer } from './socket/listen.ts';
import type { Publisher } from './socket/publish.ts';
import type { RateKeeper } from './socket/rates.ts';
import { type Behind, receive } from './socket/receive.ts';

/** Everything that a page meets on its way in. */
export type Inside = {
  rates: RateKeeper | null;
  setup: Setup;
  access: Access;
  publisher: Publisher;
  dispatcher: Dispatcher;
  phones: Phones;
  store: { journal: { readDayWith(text: string): Iterable<Entry> } };
  desk: PrinterDesk;
  log: Log;
  clock: Clock;
  taps: GreedyTaps;
  machines: MachineDesk;
  choices: KeptChoices;
  displays: DisplayDesk;
  rating: Ratings;
};

/** Lets pages in, hears them, and sees them go. */
export function openDoor(io: HallServer, inside: Inside) {
  const { rates, setup, access, publisher, displays } = inside;
  // One for all connections: of five thousand, each would hold these again.
  const behind = behindDoor(inside);
  io.use(identify(setup, access, whereFrom, rates?.limits ?? null));
  io.on('connection', (socket) => {
    if (socket.data.role === 'display') displays.come(socket.id, socket.data);
    publisher.join(socket);
    receive(socket, behind);
    socket.on('disconnect', () => {
      publisher.leave(socket);
      displays.leave(socket.id);
    });
  });
}

function behindDoor(inside: Inside): Behind {
  const { rates, access, publisher, dispatcher, phones, desk, log, clock, taps, machines, choices } = inside;
  const { displays, rating } = inside;
  return {
    submit: (submission) =>
      dispatcher.submit({ ...submission, answer: (reply) => submission.answer(withFollow(reply, phones.followUrl)) }),
    access,
    follow: phones.follow,
    lookUp: (number) => lookUpNow(inside, number),
    askPrinter: desk.ask,
    askMachines: machines.ask,
    askDisplays: (connection, name, input) => displays.ask(connection, name, input),
    rate: (counter, input) => rating.give(counter, input),
    choose: (name, input) => choose(choices, name, input),
    rates,
    accessChanged: () => publisher.publish(),
    fault: (cause) => log('fault', 'A request to the office failed.', cause),
    tappedForFun: (place) => taps.note(place, clock.now()),
  };
}

function lookUpNow({ dispatcher, setup, clock, store }: Inside, number: TicketNumber): LookedUp | Refusal {
  return lookUp(dispatcher.now(), setup, number, clock.now(), (text) => store.journal.readDayWith(text));
}

/** The key of a choice is what stands before `:choose`; the door checked the input against the row of that very name. */
function choose(choices: KeptChoices, name: ChoiceRequestName, input: unknown): object {
  const key = name.slice(0, -':choose'.length) as keyof Choices;
  choices.choose(key, input as Choices[typeof key]);
  return {};
}

/** Whether whoever shows this would be let in as the manager; recordings come by another road than presses. */
export function mayRecord(access: Access, shown: Pick<Arrival, 'session' | 'device' | 'isLocal' | 'address'>): boolean {
  const who = access.admit({ ...shown, role: 'manager', counter: null });
  if (typeof who === 'string' || who.role !== 'manager') return false;
  access.used(who);
  return true;
}

/** What access can do to the pages that are connected. */
export function effectsOn(io: HallServer): Effects {
  const sockets = () => [...io.sockets.sockets.values()];
  return {
    showOut(isMeant) {
      for (const socket of sockets()) if (isMeant(socket.data)) socket.disconnect(true);
    },
    handToken(code, token) {
      const socket = sockets().find(({ data }) => data.code === code);
      socket?.emit('device:paired', token);
      return socket !== undefined;
    },
  };
}

/** Shorter than the page of the manager waits for an answer. */
const RESTART_HEARD_WITHIN_MS = 2_000;

/** Tells pages that their machine is to be restarted. */
export function tellToRestart(io: HallServer): MachineEffects['tellToRestart'] {
  return async (isMeant, what) => {
    const meant = [...io.sockets.sockets.values()].filter(({ data }) => isMeant(data));
    const answers = meant.map((socket) =>
      socket
        .timeout(RESTART_HEARD_WITHIN_MS)
        .emitWithAck('machine:restart', what)
        // No answer in time: that page does not do it.
        .catch(() => false),
    );
    return (await Promise.all(answers)).some((will) => will === true);
  };
}

/** A number that was given out comes with the address at which a phone follows it; the journal keeps no addresses. */
function withFollow(reply: Reply, followUrl: (ticket: TicketId) => string | null): Reply {
  if (!reply.ok || !('ahead' in reply.answer)) return reply;
  const follow = followUrl(reply.answer.ticket);
  return follow === null ? reply : { ok: true, answer: { ...reply.answer, follow } };
}
