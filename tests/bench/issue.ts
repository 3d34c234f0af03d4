import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Line, line, percentile } from './line.ts';
import { standStill } from './stand-still.ts';
import { type Mode, sampleOffice, startHall } from './start-hall.ts';
import { joinTaker, type Taker } from './taker.ts';

// Not those of counter 1, whose calls are timed on the same folders. Each has 999 numbers a day.
const SERVICES = sampleOffice()
  .services.map(({ id }) => id)
  .filter((id) => !['dat-dai', 'the-chap'].includes(id));

/** Numbers taken as fast as they are answered: what a second holds, and what each press took, ms. */
export type Rate = { perSecond: number; times: number[]; batch: number };

/** A hall that has just started is slow at first, and starts once a day: these are not timed. */
const WARM_UP = 150;

/** So many kiosks, each asking again as soon as it is answered, until so many numbers are given. */
export async function issueRate(mode: Mode, kiosks: number, tickets: number, kept?: string): Promise<Rate> {
  const hall = await startHall(mode, kept);
  const pages = await Promise.all(Array.from({ length: kiosks }, () => joinTaker(hall.url)));
  const times: number[] = [];
  let asked = 0;
  const takeUntil = async (most: number) => {
    const takeAll = async (page: Taker) => {
      while (asked < most) {
        asked += 1;
        const service = SERVICES[asked % SERVICES.length] ?? 'ld-tbxh';
        const pressed = performance.now();
        const reply = await page.send('ticket:take', { services: [service], priority: 'regular' });
        if (!reply.ok) throw new Error(reply.refusal);
        times.push(performance.now() - pressed);
      }
    };
    await Promise.all(pages.map(takeAll));
  };
  await takeUntil(WARM_UP);
  times.length = 0;
  const before = (await hall.ask()).turns;
  const begun = performance.now();
  await takeUntil(WARM_UP + tickets);
  const seconds = (performance.now() - begun) / 1000;
  const turns = (await hall.ask()).turns - before;
  for (const page of pages) page.close();
  await hall.close();
  return {
    perSecond: times.length / seconds,
    times,
    batch: times.length / turns,
  };
}

/**
 * The disk alone: a ticket and its entry, so many a transaction, on disk when it returns.
 * @param restMs between two transactions, as the hall leaves the disk alone; it does not count
 * @returns tickets a second
 */
function rawRate(batch: number, tickets: number, restMs = 0): number {
  const folder = mkdtempSync(join(tmpdir(), 'luot-raw-'));
  const db = new Database(join(folder, 'raw.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE ticket (id TEXT PRIMARY KEY, number TEXT, at INTEGER) WITHOUT ROWID');
  db.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, what TEXT)');
  const ticket = db.prepare('INSERT INTO ticket VALUES (?, ?, ?)');
  const entry = db.prepare('INSERT INTO entry (id, what) VALUES (?, ?)');
  const what = 'x'.repeat(600);
  let at = 0;
  const one = db.transaction((count: number) => {
    for (let i = 0; i < count; i += 1) {
      at += 1;
      // As the hall's own: the moment first, so that neighbours in time are neighbours on the disk.
      ticket.run(`${Date.now()}-${Math.random()}`, `A${at}`, at);
      entry.run(`${Date.now()}-${Math.random()}`, what);
    }
  });
  let ms = 0;
  while (at < tickets) {
    standStill(restMs);
    const begun = performance.now();
    one.immediate(batch);
    ms += performance.now() - begun;
  }
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return at / (ms / 1000);
}

/**
 * A durable number at so many kiosks, beside its floors: the same hall without a disk and, one after the other, the disk alone
 * with rows as plain as can be, without a rest and at the pace of the hall; the same hall whose journal is one plain row a number, or its own rows written bare; and one transaction a number.
 */
export async function issueLines(crowds: readonly number[], tickets: number, rounds: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (const kiosks of crowds) {
    const rates = await inRounds(rounds, kiosks, tickets, kiosks === 1 ? BESIDE_ONE : BESIDE_MANY);
    const [durable, memory, plain] = [rates('durable'), rates('memory'), rates('plain')];
    const bound = (disk: 'raw' | 'paced') => 1 / (1 / memory + 1 / rates(disk));
    const name = `numbers, ${kiosks} kiosk${kiosks === 1 ? '' : 's'}: hall ÷`;
    lines.push(line(`${name} (disk alone + hall without a disk)`, durable, bound('raw'), '/s', '≥ 0.85'));
    lines.push(line(`${name} (disk at this pace + hall without a disk)`, durable, bound('paced'), '/s', '≥ 0.85'));
    lines.push(line(`${name} hall with one plain row a number`, durable, plain, '/s', ''));
    lines.push(line(`${name} hall with its rows by bare statements`, durable, rates('bare'), '/s', '≥ 0.95'));
    if (kiosks === 1) continue;
    const [ofMemory, ofEach] = kiosks === 50 ? ['≥ 0.80', '≥ 7'] : ['≥ 0.70', '≥ 4'];
    lines.push(line(`${name} hall without a disk`, durable, memory, '/s', ofMemory));
    lines.push(line(`${name} hall with a commit a press`, durable, rates('durable each'), '/s', ofEach));
    const ofPlain = `numbers, ${kiosks} kiosks: one plain row a number, a commit a turn ÷ a press`;
    lines.push(line(ofPlain, plain, rates('plain each'), '/s', ''));
  }
  const slow = await inRounds(rounds, 50, tickets / 5, ['durable slow', 'durable each slow']);
  const name = 'numbers, 50 kiosks, a disk 5 ms slower: hall ÷ hall with a commit a press';
  return [...lines, line(name, slow('durable slow'), slow('durable each slow'), '/s', '≥ 20')];
}

const BESIDE_ONE = ['durable', 'memory', 'plain', 'bare', 'raw', 'paced'] as const;
const BESIDE_MANY = [...BESIDE_ONE, 'durable each', 'plain each'] as const;

/** Measures each in turn, so many times. @returns the medians, numbers a second */
async function inRounds<M extends Mode | 'raw' | 'paced'>(
  rounds: number,
  kiosks: number,
  count: number,
  modes: readonly M[],
) {
  const found = new Map<M, number[]>(modes.map((mode) => [mode, []]));
  let batch = 1;
  let restMs = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [mode, rates] of found) {
      if (mode === 'raw' || mode === 'paced') {
        rates.push(rawRate(batch, count, mode === 'raw' ? 0 : restMs));
        continue;
      }
      const rate = await issueRate(mode as Mode, kiosks, count); // all but the two above
      if (mode === 'durable') batch = Math.max(1, Math.round(rate.batch));
      if (mode === 'memory') restMs = (1_000 * batch) / rate.perSecond;
      rates.push(rate.perSecond);
    }
  }
  return (mode: M) => percentile(found.get(mode) ?? [], 0.5);
}
