import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChance } from '#tests/day/chance.ts';
import { type HallProcess, HURRIED, kill, startHallProcess } from '#tests/hall/hall-process.ts';
import { joinKiosk } from '#tests/hall/test-hall.ts';
import { compare, gaps, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import { askUntilAnswered } from './kill-rounds.ts';
import { type FaultOutcome, together } from './outcome.ts';
import { carryOut, need } from './tools.ts';

const SYNCS = 'fdatasync,fsync';
const INPUT = { services: ['dat-dai'], priority: 'regular' as const };

/** Counts what the server really asks of the disk: at least one sync a press. A press without one counts as lost. */
export async function countSyncs({ presses }: { presses: number }): Promise<FaultOutcome> {
  const strace = tracer();
  const log = join(tmpdir(), `luot-syncs-${process.pid}`);
  const { dataDir, remove } = newOfficeFolder();
  const hall = await start(dataDir, '0', [strace, '-D', '-f', '-o', log, '-e', `trace=${SYNCS}`]);
  const chance = createChance('syncs');
  const told: Told = { taken: [], called: [] };
  const kiosk = await joinKiosk(hall.url);
  const before = syncsIn(log);
  for (let press = 0; press < presses; press += 1) {
    const reply = await askUntilAnswered(kiosk, 'ticket:take', INPUT, chance.commandId());
    if (reply.ok) told.taken.push(reply.answer);
  }
  const syncs = syncsIn(log) - before;
  kiosk.close();
  await kill(hall.child);
  const { lost, doubled } = compare(told, readJournal(dataDir));
  remove();
  rmSync(log, { force: true });
  return {
    rounds: presses,
    acknowledged: told.taken.length,
    lost: lost + Math.max(0, presses - syncs),
    doubled,
    recoveryMs: [],
    note: `${syncs} syncs for ${presses} presses`,
  };
}

/** Lets one sync after another fail. The server may tell nobody anything, has to end, and the pages ask again. */
export async function failSyncs({ seed, rounds }: { seed: number; rounds: number }): Promise<FaultOutcome> {
  const strace = tracer();
  const outcomes: FaultOutcome[] = [];
  for (let round = 0; round < rounds; round += 1) outcomes.push(await failOneSync(strace, seed, round));
  return { ...together(outcomes), note: `the server ended ${outcomes.length} times by itself` };
}

async function failOneSync(strace: string, seed: number, round: number): Promise<FaultOutcome> {
  const { dataDir, remove } = newOfficeFolder();
  const chance = createChance(seed, 'failing sync', round);
  // A first life makes the database: what is to fail is a press, not the beginning.
  const first = await start(dataDir, '0');
  const { port } = new URL(first.url);
  const kiosks = await Promise.all([0, 1, 2].map(() => joinKiosk(first.url)));
  await Promise.all(kiosks.map((kiosk) => kiosk.until(({ open }) => open)));
  await kill(first.child);
  // And all that follow: SQLite also syncs its folder, once, and takes no notice of how that ends.
  const inject = `inject=${SYNCS}:error=EIO:when=${1 + round}+`;
  const log = join(tmpdir(), `luot-failing-${process.pid}`);
  const hall = await start(dataDir, port, [strace, '-D', '-f', '-o', log, '-e', `trace=${SYNCS}`, '-e', inject]);
  const ended = once(hall.child, 'exit').then(() => performance.now());
  const told: Told = { taken: [], called: [] };
  let hasEnded = false;
  const load = kiosks.map(async (kiosk) => {
    while (!hasEnded) {
      const reply = await askUntilAnswered(kiosk, 'ticket:take', INPUT, chance.commandId());
      if (!reply.ok) throw new Error(`The server told somebody about an unknown commit: ${reply.refusal}`);
      told.taken.push(reply.answer);
    }
  });
  const endedAt = await Promise.race([ended, Promise.all(load).then(() => 0)]);
  hasEnded = true;
  const again = await start(dataDir, port);
  await Promise.all(load);
  const recoveryMs = [performance.now() - endedAt];
  for (const kiosk of kiosks) kiosk.close();
  await kill(again.child);
  const entries = readJournal(dataDir);
  remove();
  rmSync(log, { force: true });
  const { lost, doubled } = compare(told, entries);
  return { rounds: 1, acknowledged: told.taken.length, lost, doubled: doubled + gaps(entries), recoveryMs };
}

/** @throws Skipped where nothing may be traced */
function tracer(): string {
  carryOut('strace', '-f', '-o', join(tmpdir(), `luot-trace-${process.pid}`), process.execPath, '-e', '0');
  rmSync(join(tmpdir(), `luot-trace-${process.pid}`), { force: true });
  return need('strace');
}

function start(dataDir: string, port: string, under: readonly string[] = []): Promise<HallProcess> {
  return startHallProcess({ DATA_DIR: dataDir, PORT: port }, HURRIED, under);
}

function syncsIn(log: string): number {
  return readFileSync(log, 'utf8').match(/\bf(?:data)?sync\(/g)?.length ?? 0;
}
