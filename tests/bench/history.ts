import { createSecretKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CHAIN_START, link, type Row } from '#server/store/chain.ts';
import { issueRate } from './issue.ts';
import { type Line, line, percentile } from './line.ts';
import { newFolder, startHall } from './start-hall.ts';

const TICKETS_A_DAY = 350;
const DAYS_A_YEAR = 250;
const DAY = 86_400_000;

/** A data folder with so many years behind it: three entries a ticket, as the hall would have kept them. */
export async function folderWithYears(years: number): Promise<string> {
  const folder = newFolder();
  await (await startHall('durable', folder)).close();
  const db = new Database(join(folder, 'office.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.exec('DELETE FROM journal');
  const insert = db.prepare(
    `INSERT INTO journal (seq, at, day, command_id, command, role, counter, input, answer, events, chain)
     VALUES (@seq, @at, @day, @command_id, @command, @role, @counter, @input, @answer, @events, @chain)`,
  );
  const key = createSecretKey(Buffer.from(readFileSync(join(folder, 'journal.key'), 'utf8').trim(), 'hex'));
  const ticket = db.prepare(
    `INSERT INTO ticket VALUES (?, ?, ?, 'dat-dai', 'regular', 'closed', 'served', 1, ?, ?, ?, ?, ?, ?, ?, 1, 1)`,
  );
  const events = JSON.stringify([{ type: 'slip-refused', ticket: 'x'.repeat(24), reason: 'y'.repeat(220) }]);
  let id = 0;
  let seq = 0;
  let chain: Buffer = CHAIN_START;
  const keep = (at: number, day: string, command: string) => {
    seq += 1;
    const row: Row = {
      ...{ seq, at, day, command_id: `press-${seq}-of-years`, command, role: 'counter', counter: 1 },
      ...{ input: '{}', answer: '{}', events, clerk: null, device: null },
    };
    chain = link(key, chain, row);
    insert.run({ ...row, chain });
  };
  const today = Date.now();
  const writeDay = db.transaction((ago: number) => {
    const at = today - ago * DAY;
    const day = new Date(at).toISOString().slice(0, 10);
    keep(at, day, 'day:open');
    for (let n = 1; n <= TICKETS_A_DAY; n += 1) {
      id += 1;
      for (const command of ['ticket:take', 'ticket:call-next', 'ticket:finish']) keep(at, day, command);
      ticket.run(`ticket-${id}`, day, `A${n}`, at, at, at, at, at, at, at);
    }
  });
  // Working days, the newest yesterday or before; the hall's retention must find nothing to do while it is timed.
  for (let n = years * DAYS_A_YEAR; n >= 1; n -= 1) writeDay(n + 1);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return folder;
}

/** The start and a day's numbers with years behind them ÷ without. */
export async function historyLines(years: number, tickets: number, rounds: number): Promise<Line[]> {
  const [empty, full] = [await folderWithYears(0), await folderWithYears(years)];
  const found: Record<'start' | 'p50' | 'p99', { empty: number[]; full: number[] }> = {
    start: { empty: [], full: [] },
    p50: { empty: [], full: [] },
    p99: { empty: [], full: [] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, folder] of [['empty', empty] as const, ['full', full] as const]) {
      const hall = await startHall('durable', folder);
      found.start[name].push(hall.startMs);
      await hall.close();
      const { p50, p99 } = await issueRate('durable', 10, tickets, folder);
      found.p50[name].push(p50);
      found.p99[name].push(p99);
    }
  }
  for (const folder of [empty, full]) rmSync(folder, { recursive: true, force: true });
  const behind = `with ${years} ${years === 1 ? 'year' : 'years'} behind ÷ with none`;
  const one = (what: keyof typeof found, target: string) =>
    line(
      `${what === 'start' ? 'start' : `numbers, 10 kiosks, ${what}`}, ${behind}`,
      percentile(found[what].full, 0.5),
      percentile(found[what].empty, 0.5),
      'ms',
      target,
    );
  return [one('start', '≤ 1.1'), one('p50', '≤ 1.2'), one('p99', '≤ 1.2')];
}
