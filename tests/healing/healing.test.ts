import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { buildMain } from '#kiosk/launch/build-main.ts';
import { createChance } from '#tests/day/chance.ts';
import { readJournal } from '#tests/faults/aftermath.ts';
import { HallAtPort } from './hall-at-port.ts';
import { Machine } from './machine.ts';
import { inTime, lookAt, type Sight } from './sight.ts';
import { touchNext } from './visitor.ts';

const HOME = resolve(import.meta.dirname, '../..');
/** In every run of the tests; `KILLS=20 npx vitest run tests/healing` is the long form. */
const KILLS = Number(process.env.KILLS ?? 5);
const SEED = 6;
/** Three kills in five minutes are then three in so few seconds that some come together and most do not. */
const HURRY = 80;
/** Here a browser starts several times, and other tests run beside it. */
const LONG = { timeout: 600_000 };

let built: string;
let bundle: string;
let hall: HallAtPort;
let machine: Machine;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'luot-built-'));
  bundle = await buildMain(HOME, built);
});
afterAll(() => rm(built, { recursive: true, force: true }));
beforeEach(async () => {
  hall = new HallAtPort();
  await hall.open();
});
afterEach(async () => {
  await machine.switchOff();
  await hall.close();
  hall.remove();
});

it('shows the kiosk or a calm page and loses no number, however often the page is killed', LONG, async () => {
  await switchOn(HURRY);
  const chance = createChance('kills', SEED);
  const seen: Sight[] = [];
  const shown = new Set<string>();
  let isOver = false;
  let takes = 0;
  const watch = async () => {
    while (!isOver) {
      const sight = await lookAt(await machine.page(), hall.url);
      seen.push(sight);
      if (sight.sees === 'kiosk' && sight.number) shown.add(sight.number);
      await pause(15);
    }
  };
  const count = (button: string) => {
    if (button === '.take') takes += 1;
  };
  const visit = async () => {
    while (!isOver) {
      const page = await machine.page();
      // A page that crashes under the finger answers nothing more.
      if (page) await inTime(touchNext(page, count).catch(() => null));
      await pause(40);
    }
  };
  const people = [watch(), visit()];
  await shows('kiosk');
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Mostly at any moment of a visit, and now and then while the page is coming back.
    await (chance.happens(0.8) ? shows('kiosk') : shows('kiosk', 'calm'));
    await pause(chance.between(0, 3_000));
    await crash();
  }
  await shows('kiosk');
  isOver = true;
  await Promise.all(people);
  await hall.close();

  const issued = readJournal(hall.dataDir)
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'ticket-issued' ? [event.ticket.number] : []));
  print(
    `${KILLS} kills, ${machine.restarts} restarts of the app, ${takes} presses, ${issued.length} numbers, ${shown.size} of them seen`,
  );
  print(
    `looks at the glass: ${JSON.stringify(
      Object.groupBy(seen, ({ sees }) => sees),
      (_key, some) => (Array.isArray(some) ? some.length : some),
    )}`,
  );
  expect(seen.filter(({ sees }) => sees === 'wrong')).toEqual([]);
  expect(shown.size).toBeGreaterThan(0);
  expect([...shown].filter((number) => !issued.includes(number))).toEqual([]);
  expect(new Set(issued).size).toBe(issued.length);
  expect(issued.length).toBeLessThanOrEqual(takes);
});

it('is back by itself after a crash, and after its script has stopped', LONG, async () => {
  await switchOn();
  await shows('kiosk');
  print(`back after a crash: ${await backAfter(crash)} ms`);
  print(`back after an endless loop: ${await backAfter(hang)} ms`);
});

it('starts the whole app anew after the third crash in five minutes', LONG, async () => {
  await switchOn();
  for (let crashes = 0; crashes < 3; crashes += 1) {
    await shows('kiosk');
    await crash();
    await shows('dark', 'calm');
  }
  while (machine.restarts === 0) await pause(50);
  await shows('kiosk');
  expect(machine.restarts).toBe(1);
});

it('stands calm while the server is away, and is back by itself', LONG, async () => {
  await switchOn();
  await shows('kiosk');
  await hall.close();
  await crash();
  await shows('calm');
  await hall.open();
  await shows('kiosk');
});

async function switchOn(hurry = 1) {
  machine = new Machine(bundle, inject('browserPath'), hall.url, hurry);
  await machine.switchOn();
}

/** Waits until one of these is to be seen. The test's own time limit ends a wait in vain. */
async function shows(...wanted: Sight['sees'][]) {
  for (;;) {
    const sight = await lookAt(await machine.page(), hall.url);
    if (sight.sees === 'wrong') throw new Error(sight.what);
    if (wanted.includes(sight.sees)) return;
    await pause(20);
  }
}

/** Breaks the page and waits for another one. @returns how long that took, ms */
async function backAfter(breakIt: () => Promise<void>): Promise<number> {
  await (await machine.page())?.evaluate(() => {
    document.documentElement.dataset.marked = '';
  });
  const from = performance.now();
  await breakIt();
  for (;;) {
    const sight = await lookAt(await machine.page(), hall.url);
    if (sight.sees === 'kiosk' && !sight.isMarked) return Math.round(performance.now() - from);
    await pause(20);
  }
}

/** A script that never gives the page back. */
async function hang() {
  const page = await machine.page();
  void page?.evaluate('for (;;);').catch(() => {});
}

/** Ends the renderer of whatever is on the glass, as Chromium's own crash does. */
async function crash() {
  await shows('kiosk', 'calm');
  const page = await machine.page();
  const cdp =
    page &&
    (await inTime(
      page
        .context()
        .newCDPSession(page)
        .catch(() => null),
    ));
  // The answer never comes.
  void cdp?.send('Page.crash').catch(() => {});
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
