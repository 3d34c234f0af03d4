import { type ChildProcess, fork } from 'node:child_process';
import { createSecretKey } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CHAIN_START, link, type Row } from '#server/store/chain.ts';
import { sync } from '#server/store/snapshot.ts';
import { callRounds } from './calls.ts';
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
    `INSERT INTO closed_ticket VALUES (?, ?, ?, 'dat-dai', 'regular', 'served', 1, ?, ?, ?, ?, ?, ?, ?, 1, 1)`,
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
      ticket.run(day, `ticket-${id}`, `A${n}`, at, at, at, at, at, at, at);
    }
  });
  // Working days, the newest yesterday or before; the hall's retention must find nothing to do while it is timed.
  for (let n = years * DAYS_A_YEAR; n >= 1; n -= 1) writeDay(n + 1);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  // Or the disk is still busy with them while the hall is timed.
  sync(join(folder, 'office.db'));
  return folder;
}

type Times = { start: number[]; number: number[]; call: number[] };
const noTimes = (): Times => ({ start: [], number: [], call: [] });

/** The start and a day's presses with years behind them ÷ without; and while the years are being copied or read through. */
export async function historyLines(years: number, tickets: number, rounds: number): Promise<Line[]> {
  const [empty, full] = [await folderWithYears(0), await folderWithYears(years)];
  const found = { empty: noTimes(), full: noTimes() };
  const busy = { backup: [] as number[], report: [] as number[] };
  const both = [[empty, found.empty] as const, [full, found.full] as const];
  // Before anything is pressed: what a start reads is the day, and theirs is to be the same.
  for (let round = 0; round < 2 * rounds; round += 1) {
    for (const [folder, times] of both) {
      const hall = await startHall('durable', folder);
      times.start.push(hall.startMs);
      await hall.close();
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [folder, times] of both) {
      times.number.push(...(await issueRate('durable', 10, tickets, folder)).times);
      times.call.push(...(await callRounds('durable', 3, 0, tickets / 4, { kept: folder })).answered);
    }
    for (const what of ['backup', 'report'] as const) {
      const stop = keepBusy(what, full);
      busy[what].push(...(await issueRate('durable', 10, tickets, full)).times);
      await stop();
    }
  }
  for (const folder of [empty, full]) rmSync(folder, { recursive: true, force: true });
  const behind = `${years} ${years === 1 ? 'year' : 'years'}`;
  const one = (name: string, what: keyof Times, share: number, target: string) => {
    const [full, none] = [percentile(found.full[what], share), percentile(found.empty[what], share)];
    return line(`${name}: ${behind} behind ÷ none`, full, none, 'ms', target);
  };
  const during = (what: keyof typeof busy, name: string) =>
    line(
      `number, 10 kiosks, p99: during ${name} of ${behind} ÷ quiet`,
      percentile(busy[what], 0.99),
      percentile(found.full.number, 0.99),
      'ms',
      '≤ 1.3',
    );
  return [
    one('start', 'start', 0.5, '≤ 1.1'),
    one('number, 10 kiosks, p50', 'number', 0.5, '≤ 1.2'),
    one('number, 10 kiosks, p99', 'number', 0.99, '≤ 1.2'),
    one('call, p50', 'call', 0.5, '≤ 1.2'),
    one('call, p99', 'call', 0.99, '≤ 1.2'),
    during('backup', 'a backup'),
    during('report', 'a report'),
  ];
}

/** Copies the folder's database, or reads it through, again and again in another process. @returns what ends it */
function keepBusy(what: 'backup' | 'report', folder: string): () => Promise<void> {
  const program = join(import.meta.dirname, what === 'backup' ? '../../server/keeping/run-backup.ts' : 'read-years.ts');
  let isOver = false;
  let child: ChildProcess | null = null;
  const run = async () => {
    while (!isOver) {
      child = fork(program, [], { stdio: 'ignore', env: { ...process.env, DATA_DIR: folder } });
      await once(child, 'exit');
    }
  };
  const running = run();
  return async () => {
    isOver = true;
    // The report reads for ever; a backup ends by itself.
    if (what === 'report') child?.disconnect();
    await running;
  };
}
