import { randomUUID } from 'node:crypto';
import { decide as decideByTheRules } from '#core/decide.ts';
import type { Entry } from '#core/events.ts';
import { counterNow, type Office } from '#core/office.ts';
import { setupToday } from '#core/setup-today.ts';
import type { SlipJob, Spooler } from '#printer/spooler.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { SlipOutcome } from '#shared/domain/printer.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { Access } from './access/access.ts';
import { Dispatcher } from './dispatch.ts';
import { DisplayDesk } from './displays/display-desk.ts';
import { effectsOn, mayRecord, openDoor, tellToRestart } from './door.ts';
import { isMeantForUs } from './http/where-from.ts';
import { type Keeping, openKeeping } from './keeping/open-keeping.ts';
import type { Log } from './log.ts';
import { openMachineDesk } from './machines/machine-desk.ts';
import { type Lan, type Network, openNetwork } from './network.ts';
import { slipsOf } from './paper.ts';
import { openPhones } from './phones.ts';
import { type Clock, type GiveUp, type Journal, NO_HAND, type PaperTray } from './ports.ts';
import { openPrinterDesk } from './printer-desk.ts';
import { openPrinters } from './printers.ts';
import { openRatings } from './ratings/open-ratings.ts';
import { type DataFolder, openDataFolder } from './settings/data-folder.ts';
import { openShelf, type Shelf } from './settings/shelf.ts';
import { GreedyTaps } from './socket/greedy-taps.ts';
import { type HallServer, listen } from './socket/listen.ts';
import { type Paced, paced } from './socket/paced.ts';
import { Publisher, type Scene } from './socket/publish.ts';
import { type Limits, RateKeeper } from './socket/rates.ts';
import { openStore, type Store } from './store/open-store.ts';

export type HallParts = {
  dataDir: string;
  /** Folder of the built pages. */
  dist: string;
  /** 0: any free one. */
  port: number;
  /** How other machines come in, over TLS; without it only this one is served. Port null: the usual one, or any free one. */
  lan?: Lan | null;
  clock: Clock;
  log: Log;
  giveUp: GiveUp;
  /** The rules; handed in, so that a check can be shown to notice wrong ones. */
  decide?: typeof decideByTheRules;
  /** The journal; handed in, so that a hall can be compared with one that keeps nothing. */
  journal?: Journal;
  /** When what came together is carried out; handed in, so that a hall can be compared with one that does each by itself. */
  afterThisTurn?: (work: () => void) => void;
  /** How fast machines may ask; without it, as fast as they like. */
  limits?: Limits;
  /** The manager's page on this machine needs no password: for a demonstration, never for an office. */
  isOpenHere?: boolean;
  /** Where the papers of a printer that is none can be looked at. */
  tray?: PaperTray;
  /** How often the house looks at its clock, ms of real time; null: only when `tick` is called. */
  tickEveryMs?: number | null;
};

export type Hall = {
  /** `http://localhost:8080/` */
  url: string;
  /** `https://192.168.1.10:8443/`, for the other machines of the hall. */
  addresses: readonly string[];
  setup: Setup;
  /** Looks at the clock: opens and closes the day, and redraws what time alone has changed. */
  tick(): void;
  /** Looks whether this machine has other addresses than before; it does so by itself every few seconds. */
  look(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens everything in order.
 * @throws StartTrouble; what was opened by then is closed again
 */
export async function openHall(parts: HallParts): Promise<Hall> {
  const folder = openDataFolder(parts.dataDir);
  const shelf = await openShelf(folder, (cause) =>
    parts.log('warning', 'A file of the manager’s page is damaged.', cause),
  );
  let network: Network | undefined;
  let store: Store | undefined;
  try {
    let access: Access | null = null;
    network = await openNetwork(parts, folder, {
      information: shelf.information,
      voice: {
        recordings: shelf.recordings,
        mayRecord: (shown) => access !== null && mayRecord(access, shown),
        fault: (cause) => parts.log('fault', 'The recordings could not be changed.', cause),
      },
    });
    store = openStore(folder);
    if (!store.isIntact)
      parts.log('warning', 'Entries of today do not fit their chain: the journal was changed from outside.');
    const { knows, ...house } = await furnish(parts, folder, store, network, shelf);
    access = knows;
    return { ...house, look: network.look, url: network.url, addresses: network.addresses(), setup: folder.setup };
  } catch (cause) {
    shelf.close();
    await network?.close();
    store?.close();
    throw cause;
  }
}

/** What displays say of their calls comes in bunches. Quick enough that one voice follows another without a gap. */
const redrawEveryMs = () => 40;

/** ms that only ever run forward, whatever somebody does to the clock. */
const ticks = () => performance.now();

/** Sockets, dispatcher, access and printer, wired to one another. */
async function furnish(parts: HallParts, folder: DataFolder, store: Store, network: Network, shelf: Shelf) {
  const { setup } = folder;
  const { clock, log, giveUp, decide = decideByTheRules, tickEveryMs = 1_000, isOpenHere = false } = parts;
  const machines: Machines = { printer: null, seen: { printer: 'none', printerAttention: 'none' } };
  const { flood, rates } = againstFloods(parts.limits);
  const io = listen(network.http, network.https, (request) => isMeantForUs(request, network.names), flood);
  const access = new Access({ store: store.access, ticks, now: clock.now, effects: effectsOn(io), isOpenHere });
  const taps = new GreedyTaps();
  const phones = openPhones(store, clock, network.phoneBase);
  const publisher = new Publisher(io, () => ({
    ...{ office: dispatcher.now(), setup: setupToday(dispatcher.now(), setup), at: clock.now(), ...machines.seen },
    ...{ isJournalIntact: store.isIntact, diskTrouble: dispatcher.trouble(), backup: keeping.state() },
    ...{ tappedForFun: taps.recent(clock.now()), papers: parts.tray?.count() ?? null, machines: health.picture },
    ...shelf.picture(),
    ...{ voice: (zone) => displays.voice(zone), seen: (call) => displays.seen(call), rating },
    ...{ access, addresses: network.addresses(), fingerprint: network.fingerprint, handleOf: phones.handleOf },
  }));
  const redraw = paced(() => publisher.publish(), redrawEveryMs);
  const displays = new DisplayDesk({
    ...{ now: clock.now, ticks, hall: setup, changed: redraw.ask, board: () => dispatcher.now().board },
    paired: () => access.known().devices.map(({ id }) => id),
  });
  const rating = ratingsOf(parts, setup, store, shelf, { office: () => dispatcher.now(), changed: redraw.ask });
  const dispatcher: Dispatcher = new Dispatcher({
    ...{ journal: parts.journal ?? store.journal, clock, setup, giveUp, decide, newId },
    afterThisTurn: parts.afterThisTurn ?? ((work) => void setImmediate(work)),
    announce: {
      changed: () => publisher.publish(),
      kept: (entry: Entry, { device }) => {
        phones.learn(entry);
        rating.hear(entry);
        printAll(slipsOf(entry, setup, phones.followUrl), machines.printer, () => nameOf(device, access));
      },
      fault: (cause) => log('fault', 'Nothing of this turn could be kept.', cause),
    },
  });
  const keeping = openKeeping({ ...parts, store, folder, setup, office: () => dispatcher.now() });
  const health = openHealth(io, { clock, access, machines, office: () => dispatcher.now() });
  const desk = openPrinterDesk({ setup, spooler: () => machines.printer, now: clock.now, ticks });
  machines.printer = await openPrinters(setup, log, {
    onState: (printer, printerAttention) => {
      machines.seen = { printer, printerAttention };
      publisher.publish();
    },
    onOutcome: (job, outcome, reason) => desk.ended(job, outcome) || report(dispatcher, job, outcome, reason),
  });
  forgetOldSlips(dispatcher, machines.printer !== null);
  const tick = () => {
    dispatcher.tick();
    keeping.tick();
    access.sweep();
    publisher.publish();
  };
  tick();
  const house = { setup, access, publisher, dispatcher, phones, desk, log, clock, taps, store };
  openDoor(io, { ...house, rates, displays, machines: health, choices: shelf.choices, rating });
  const timer = tickEveryMs === null ? null : setInterval(tick, tickEveryMs);

  const close = () => closeAll({ timer, machines, publisher, redraw, shelf, io, network, keeping, store });
  return { tick, close, knows: access };
}

type Opened = {
  timer: NodeJS.Timeout | null;
  machines: Machines;
  publisher: Publisher;
  redraw: Paced;
  shelf: Shelf;
  io: HallServer;
  network: Network;
  keeping: Keeping;
  store: Store;
};

async function closeAll({ timer, machines, publisher, redraw, shelf, io, network, keeping, store }: Opened) {
  if (timer) clearInterval(timer);
  await machines.printer?.close();
  publisher.stop();
  shelf.close();
  await io.close();
  await network.close();
  await keeping.close();
  // One more turn: what was pressed last is kept and answered before the journal closes.
  await new Promise((done) => setImmediate(done));
  redraw.stop();
  store.close();
}

function againstFloods(limits: Limits | undefined) {
  return limits ? { flood: { limits, ticks }, rates: new RateKeeper(limits, ticks) } : { flood: null, rates: null };
}

type Around = { office: () => Office; changed: () => void };

/** How content visitors are. */
function ratingsOf({ clock }: HallParts, setup: Setup, store: Store, { choices }: Shelf, around: Around) {
  const choice = () => choices.now().rating;
  return openRatings({ ...around, store: store.ratings, setup, now: clock.now, ticks, choice });
}

type Whereabouts = { clock: Clock; access: Access; machines: Machines; office: () => Office };

/** How the machines are. */
function openHealth(io: HallServer, { clock, access, machines, office }: Whereabouts) {
  return openMachineDesk({
    ...{ now: clock.now, ticks, paired: () => access.known().devices, tellToRestart: tellToRestart(io) },
    printer: () => machines.seen.printer,
    isBusy: (counter) => counterNow(office(), counter).current !== null,
  });
}

/** Where the visitor stands is asked only when there is something to print. */
function printAll(jobs: SlipJob[], printer: Spooler | null, kiosk: () => string | null) {
  for (const job of jobs) printer?.print({ ...job, kiosk: kiosk() });
}

/** Under which name the manager has paired a machine; null for this one. */
function nameOf(device: string | null, access: Access): string | null {
  return access.known().devices.find(({ id }) => id === device)?.name ?? null;
}

type Machines = { printer: Spooler | null; seen: Pick<Scene, 'printer' | 'printerAttention'> };

function report(dispatcher: Dispatcher, ticket: string, outcome: SlipOutcome, reason: string | null) {
  dispatcher.submit({
    commandId: newId(),
    name: 'slip:report',
    input: { ticket, outcome, reason },
    role: 'house',
    counter: null,
    hand: NO_HAND,
    answer: (_reply: Reply) => undefined,
  });
}

/** [P4] Slips that were under way when the house last ended: whether they came out, nobody knows; they are not printed again. */
function forgetOldSlips(dispatcher: Dispatcher, hasPrinter: boolean) {
  if (!hasPrinter) return;
  for (const { ticket, outcome } of dispatcher.now().slips) {
    if (outcome === 'printing') report(dispatcher, ticket, 'unknown', 'the house was restarted');
  }
}

/**
 * 122 random bits: nobody guesses the id of another's ticket. The moment before them is no secret; it keeps the tickets of one day side
 * by side on the disk, so that a commit writes few pages.
 */
function newId(): string {
  return `${Date.now().toString(36)}-${randomUUID().replaceAll('-', '')}`;
}
