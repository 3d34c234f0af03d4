import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { MONDAY_EIGHT } from '#tests/hall/test-hall.ts';
import { type Bustle, clear, type Furniture, furnish, playDay, range, type Tally } from './office-day.ts';
import { type Measured, UnattendedHall } from './unattended-hall.ts';

/** `MONTH=long` plays a month as busy as a real one. */
const IS_LONG = process.env.MONTH === 'long';
const DAYS = 30;
const BUSTLE: Bustle = IS_LONG ? { tickets: 600, visits: 300, atOnce: 8 } : { tickets: 160, visits: 40, atOnce: 8 };
/** What is kept up to a limit, and code that is compiled, fill up first: measured, the heap is level after ten to fifteen days. */
const WARM_DAYS = 15;
/** Measured: 60 to 80 bytes, less with every week, and 310 with a leak of 200 bytes a ticket. */
const MOST_BYTES_A_TICKET = 150;
const MOST_WAL_BYTES = 16 * 1024 * 1024;
const SEVEN = MONDAY_EIGHT - HOUR;

/** The hours of the sample office, on every day of the week: no day of the month is empty. */
function hours(): Pick<Setup, 'sessions' | 'dayCloses'> {
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  return {
    sessions: [{ name: 'day', weekdays, ticketsFrom: '06:45', opens: '07:00', ticketsUntil: '16:45', closes: '17:00' }],
    dayCloses: '17:30',
  };
}

type Evening = { tally: Tally; held: Measured };
let hall: UnattendedHall;
let furniture: Furniture;
const evenings: Evening[] = [];

describe(`${DAYS} days of ${BUSTLE.tickets} tickets and ${BUSTLE.visits} passing pages, with nobody looking after the house`, () => {
  beforeAll(
    async () => {
      hall = await UnattendedHall.open(hours(), SEVEN);
      furniture = await furnish(hall);
      await fillRefusals(furniture);
      for (const day of range(DAYS)) {
        const opensAt = SEVEN + day * DAY;
        await hall.at(opensAt);
        const tally = await playDay(hall, furniture, opensAt, BUSTLE);
        await hall.at(opensAt + 10 * HOUR + 31 * MINUTE);
        // The next morning, when the house has opened a new day: nobody of this one is left in memory.
        await hall.at(opensAt + DAY - 2 * HOUR);
        evenings.push({ tally, held: await measured(evenings.at(-1)?.held) });
      }
    },
    IS_LONG ? 900_000 : 240_000,
  );
  afterAll(async () => {
    clear(furniture);
    await hall.close();
  });

  it('the hall was busy', () => {
    const sum = (part: (tally: Tally) => number) => evenings.reduce((all, { tally }) => all + part(tally), 0);
    expect(sum(({ taken }) => taken)).toBe(DAYS * BUSTLE.tickets);
    expect(sum(({ visits }) => visits)).toBe(DAYS * BUSTLE.visits);
    expect(sum(({ served }) => served)).toBeGreaterThan(DAYS * BUSTLE.tickets * 0.5);
  });

  it('nothing is kept of a ticket in memory once its day is over', () => {
    const heaps = evenings.map(({ held }) => held.heapUsed);
    const slope = slopeOf(heaps.slice(WARM_DAYS)) / BUSTLE.tickets;
    process.stdout.write(
      `month: heap ${heaps.map((bytes) => (bytes / 1e6).toFixed(2)).join(' ')} MB, ${slope.toFixed(1)} bytes a ticket\n`,
    );
    expect(slope).toBeLessThan(MOST_BYTES_A_TICKET);
  });

  it('timers, listeners and sockets do not grow in number', () => {
    const held = evenings.map(({ held: { timers, listeners, sockets } }) => ({ timers, listeners, sockets }));
    expect(held.slice(WARM_DAYS)).toEqual(held.slice(WARM_DAYS).map(() => held[WARM_DAYS]));
  });

  it.skipIf(process.platform !== 'linux')('open files do not grow in number (asked of Linux alone)', () => {
    const files = evenings.slice(WARM_DAYS).map(({ held }) => held.files);
    expect(files).toEqual(files.map(() => files[0]));
  });

  it('what waits beside the database stays small', () => {
    const most = Math.max(...evenings.map(({ tally }) => tally.walBytes));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(MOST_WAL_BYTES);
  });

  it('the house has nothing to complain of', () => {
    const lines = hall.log().split('\n').filter(Boolean);
    expect(lines.filter((line) => !line.includes(' info '))).toEqual([]);
    // A line or two a day: where each day's report is.
    expect(lines.length).toBeLessThanOrEqual(2 * DAYS);
  });
});

/** Refused presses are remembered, so many and no more: all places are taken before anything is measured. */
async function fillRefusals({ counters }: Furniture) {
  const client = counters[0]?.client;
  for (const _ of range(30)) {
    await Promise.all(range(100).map(() => client?.send('ticket:finish', { expects: 'ticket-nobody' })));
  }
}

/** What is held once the pages that have left are really gone; how long that takes is the network's affair. */
async function measured(before: Measured | undefined): Promise<Measured> {
  for (let look = 0; ; look += 1) {
    const held = await hall.measure();
    if (!before || (held.sockets === before.sockets && held.timers === before.timers) || look === 20) return held;
  }
}

/** Of the straight line through points at 0, 1, 2 …, by least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const along = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  return along / values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
}
