import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVirtualPrinter } from '#printer/virtual-printer.ts';
import { type Hall, type HallParts, openHall } from '#server/hall.ts';
import { HOUR, MINUTE, momentOf, wallClock } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { writeOffice } from '#tests/hall/test-hall.ts';
import { Clerk } from './clerk.ts';
import { drawPublic } from './draw-public.ts';
import { Floor, type Pages } from './floor.ts';
import { HelpDesk } from './help-desk.ts';
import { intend } from './intent.ts';
import { Lobby } from './lobby.ts';
import { workingHours } from './opening-hours.ts';
import { Page } from './page.ts';
import { SAMPLE_DAY } from './sample.ts';
import type { Moment, SeenDay, Turn } from './seen.ts';
import { Supervisor } from './supervisor.ts';

/** Which day is played. */
export type DayOptions = {
  seed: number;
  /** 1: the sample Monday; 3: three times the tickets at the same counters. */
  scale: number;
  /** Without it the office has no printer; slips are then no part of the day. */
  isPrinting?: boolean;
  /** Told every moment as it is over; true: that is enough, the day need not go on. */
  isEnough?: (moment: Moment, setup: Setup) => boolean;
  /** Other rules than the house's, to see whether the checks notice. */
  decide?: NonNullable<HallParts['decide']>;
  /** Told the hour whenever a new one begins. */
  onHour?: (text: string) => void;
};

const KIOSKS = 2;
/** How often the house looks at its clock, in the time of the day that is played. */
const TICK_MS = 5 * MINUTE;

/**
 * Plays one Monday: a real hall on a clock that only moves here, and everybody in it on a Socket.IO connection of their own.
 * @returns what the pages saw
 * @throws when the hall falls silent
 */
export async function playDay(options: DayOptions): Promise<SeenDay> {
  const folder = mkdtempSync(join(scratch(), 'luot-day-'));
  // Before the first visitor comes: the hall takes its day from this moment.
  const clock = { at: momentOf(SAMPLE_DAY, 6 * 60, 'Asia/Ho_Chi_Minh') };
  // Nobody opens a page: the folder of the built ones may be empty.
  const dist = join(folder, 'no-pages');
  mkdirSync(dist);
  const printer = options.isPrinting ? await startVirtualPrinter({ papersKept: 1 }) : null;
  if (printer) writeOffice(join(folder, 'data'), { printer: { host: '127.0.0.1', port: printer.port } });
  const hall = await openHall({
    dataDir: join(folder, 'data'),
    dist,
    port: 0,
    clock: { now: () => clock.at },
    log: () => undefined,
    giveUp: (cause) => {
      throw cause;
    },
    tickEveryMs: null,
    isOpenHere: true,
    ...(options.decide && { decide: options.decide }),
  });
  const pages = openPages(hall, options.seed);
  try {
    await Promise.all(everyPage(pages).map((page) => page.join()));
    return { setup: hall.setup, moments: await playMoments(hall, pages, clock, options) };
  } finally {
    for (const page of everyPage(pages)) page.close();
    await hall.close();
    await printer?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The journal of this day is thrown away: where the system has a RAM disk, it need not wait for a real one at every press. */
function scratch(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}

function openPages({ url, setup }: Hall, seed: number): Pages {
  const page = <R extends 'kiosk' | 'display' | 'manager'>(role: R) => ({ role, counter: null });
  return {
    display: new Page(url, 'view:board', page('display'), seed, 'display'),
    kiosks: Array.from(
      { length: KIOSKS },
      (_, index) => new Page(url, 'view:kiosk', page('kiosk'), seed, `kiosk ${index}`),
    ),
    counters: setup.counters.map(
      ({ id }) => new Page(url, 'view:counter', { role: 'counter', counter: id }, seed, `counter ${id}`),
    ),
    manager: new Page(url, 'view:manager', page('manager'), seed, 'manager'),
  };
}

function everyPage({ display, kiosks, counters, manager }: Pages): Page[] {
  return [display, ...kiosks, ...counters, manager];
}

async function playMoments(hall: Hall, pages: Pages, clock: { at: number }, options: DayOptions): Promise<Moment[]> {
  const { setup } = hall;
  const { seed, scale, onHour, isEnough } = options;
  const hours = workingHours(setup);
  const floor = new Floor(pages, hours.ticketsFrom);
  const lobby = new Lobby(floor, hours);
  for (const page of pages.counters) lobby.clerks.push(new Clerk(page, { floor, lobby, hours, setup, seed }));
  for (const visitor of drawPublic(setup, { seed, scale, kiosks: KIOSKS })) lobby.expect(visitor);
  const around = { floor, lobby, hours, setup, seed };
  for (const Helper of [HelpDesk, Supervisor]) new Helper(around);

  const moments: Moment[] = [];
  for (let at = hours.ticketsFrom, nextTick = at; ; at = Math.min(floor.nextAt(), nextTick)) {
    clock.at = at;
    floor.advance(at);
    if (at === nextTick) {
      await tick(hall, floor);
      nextTick += TICK_MS;
      if (at % HOUR === 0) onHour?.(wallClock(at, setup.office.timeZone).text);
    }
    const isOver = at >= hours.dayCloses;
    const turns = isOver ? [await closeDay(floor)] : await playMoment(floor, lobby.clerks);
    await floor.look([pages.manager]);
    const ready = lobby.clerks.filter((clerk) => clerk.isReady()).flatMap(({ page }) => page.who.counter ?? []);
    const moment: Moment = { at, turns, ready: isOver ? [] : ready, manager: pages.manager.view() };
    moments.push(moment);
    if (isOver || isEnough?.(moment, setup)) return moments;
  }
}

/** The office is held open until midnight by now; the manager says when it is enough. */
function closeDay(floor: Floor): Promise<Turn> {
  const { manager } = floor.pages;
  return floor.play([{ page: manager, intent: intend('day:close', {}, () => undefined) }]);
}

/** Everything of one second: what was planned, and what clerks with nobody before them do on seeing the picture change. */
async function playMoment(floor: Floor, clerks: readonly Clerk[]): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (;;) {
    const due = floor.takeDue();
    if (due.length > 0) {
      await floor.look(due.map(({ page }) => page));
      const presses = due.flatMap(({ page, decide }) => {
        const intent = decide();
        return intent ? [{ page, intent }] : [];
      });
      if (presses.length > 0) turns.push(await floor.play(presses));
      continue;
    }
    const ready = clerks.filter((clerk) => clerk.isReady());
    await floor.look(ready.map(({ page }) => page));
    const presses = firstOf(
      ready.flatMap((clerk) => {
        const step = clerk.nextStep();
        return step ? [{ page: clerk.page, ...step }] : [];
      }),
    );
    if (presses.length === 0) return turns;
    turns.push(await floor.play(presses));
  }
}

/** The first alone; if it can be at the same time as others, with them. */
function firstOf<T extends { together: boolean }>(steps: readonly T[]): T[] {
  const [first] = steps;
  if (!first) return [];
  return first.together ? steps.filter(({ together }) => together) : [first];
}

/** What the house does by itself is done in the turn of the event loop after the tick; only then is a picture new. */
async function tick(hall: Hall, floor: Floor) {
  hall.tick();
  await new Promise((done) => setImmediate(done));
  floor.expectNews();
}
