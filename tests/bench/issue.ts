import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { joinKiosk } from '#tests/hall/test-hall.ts';
import { journalRate } from './journal-alone.ts';
import { type Line, line, percentile } from './line.ts';
import { type Mode, startHall } from './start-hall.ts';

// Not that of counter 1, whose calls are timed on the same folders.
const SERVICES = ['ld-tbxh', 'can-cuoc', 'ho-tich', 'chung-thuc', 'kinh-doanh', 'bhxh', 'xay-dung', 'giao-duc'];

/** Numbers taken as fast as they are answered: what a second holds, and what one press takes. */
export type Rate = { perSecond: number; p50: number; p99: number; batch: number };

/** So many kiosks, each asking again as soon as it is answered, until so many numbers are given. */
export async function issueRate(mode: Mode, kiosks: number, tickets: number, kept?: string): Promise<Rate> {
  const hall = await startHall(mode, kept);
  const pages = await Promise.all(Array.from({ length: kiosks }, () => joinKiosk(hall.url)));
  const before = (await hall.ask()).turns;
  const times: number[] = [];
  let asked = 0;
  const begun = performance.now();
  await Promise.all(
    pages.map(async (page) => {
      while (asked < tickets) {
        asked += 1;
        const service = SERVICES[asked % SERVICES.length] ?? 'ld-tbxh';
        const pressed = performance.now();
        const reply = await page.send('ticket:take', { services: [service], priority: 'regular' });
        if (!reply.ok) throw new Error(reply.refusal);
        times.push(performance.now() - pressed);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const turns = (await hall.ask()).turns - before;
  for (const page of pages) page.close();
  await hall.close();
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    batch: times.length / turns,
  };
}

/** The disk alone: a ticket and its entry, so many a transaction, on disk when it returns. @returns tickets a second */
export function rawRate(batch: number, tickets: number): number {
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
  const begun = performance.now();
  while (at < tickets) one.immediate(batch);
  const perSecond = at / ((performance.now() - begun) / 1000);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return perSecond;
}

/**
 * A durable number at 1, 10 and 50 kiosks, beside its floors: the same hall without a disk and, one after the other, the disk alone
 * with rows as plain as can be, or the hall's own journal.
 */
export async function issueLines(tickets: number, rounds: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (const kiosks of [1, 10, 50]) {
    const count = kiosks === 1 ? Math.ceil(tickets / 4) : tickets;
    const found: { durable: Rate; memory: Rate; each: Rate | null; raw: number; journal: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const durable = await issueRate('durable', kiosks, count);
      const memory = await issueRate('memory', kiosks, count);
      const each = kiosks === 1 ? null : await issueRate('each', kiosks, Math.ceil(count / 3));
      const batch = Math.max(1, Math.round(durable.batch));
      found.push({ durable, memory, each, raw: rawRate(batch, count), journal: journalRate(batch, count) });
    }
    const median = (read: (round: (typeof found)[number]) => number) => percentile(found.map(read), 0.5);
    const durable = median((one) => one.durable.perSecond);
    const memory = median((one) => one.memory.perSecond);
    const boundBy = (disk: number) => 1 / (1 / memory + 1 / disk);
    const bound = boundBy(median(({ raw }) => raw));
    const ownBound = boundBy(median(({ journal }) => journal));
    const name = `${kiosks} kiosk${kiosks === 1 ? '' : 's'}`;
    lines.push(line(`numbers, ${name}: hall ÷ (disk alone + hall without a disk)`, durable, bound, '/s', '≥ 0.85'));
    lines.push(line(`numbers, ${name}: hall ÷ (its journal alone + hall without a disk)`, durable, ownBound, '/s', ''));
    if (kiosks > 1) {
      const target = kiosks === 50 ? '≥ 0.80' : '≥ 0.70';
      lines.push(line(`numbers, ${name}: hall ÷ hall without a disk`, durable, memory, '/s', target));
      const each = median((one) => one.each?.perSecond ?? Number.NaN);
      const wanted = kiosks === 50 ? '≥ 7' : '≥ 4';
      lines.push(line(`numbers, ${name}: a commit a turn ÷ a commit a press`, durable, each, '/s', wanted));
    }
  }
  return lines;
}
