import { createChance } from '#tests/day/chance.ts';
import { kill, startHallProcess } from '#tests/hall/hall-process.ts';
import { compare, gaps, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import { type FaultOutcome, spreadOf } from './outcome.ts';
import { openPage } from './page-in-node.ts';
import { FaultyLine } from './proxy.ts';
import { carryOut, need, needRoot } from './tools.ts';

const OUR_END = '10.213.77.1';
const HALL_END = '10.213.77.2';

/** Pulls a network cable between pages and hall and puts it in again, with a press under way each time. */
export async function pullCable({ seed, pulls }: { seed: number; pulls: number }): Promise<FaultOutcome> {
  needRoot();
  const ip = (...args: readonly string[]) => carryOut('ip', ...args);
  const room = `luot${process.pid}`;
  const cable = `lt${process.pid}`.slice(0, 12);
  ip('netns', 'add', room);
  try {
    ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', `${cable}h`, 'netns', room);
    ip('addr', 'add', `${OUR_END}/30`, 'dev', cable);
    ip('link', 'set', cable, 'up');
    ip('-n', room, 'addr', 'add', `${HALL_END}/30`, 'dev', `${cable}h`);
    ip('-n', room, 'link', 'set', `${cable}h`, 'up');
    ip('-n', room, 'link', 'set', 'lo', 'up');
    // The far end: our own stays up, so that what we send gets lost instead of being refused.
    const plug = (way: 'up' | 'down') => ip('-n', room, 'link', 'set', `${cable}h`, way);
    return await pullOften(room, plug, createChance(seed, 'cable'), pulls);
  } finally {
    ip('netns', 'del', room);
  }
}

async function pullOften(
  room: string,
  plug: (way: 'up' | 'down') => void,
  chance: ReturnType<typeof createChance>,
  pulls: number,
): Promise<FaultOutcome> {
  const { dataDir, remove } = newOfficeFolder();
  const env = { DATA_DIR: dataDir, CABLE_ADDRESS: HALL_END };
  const hall = await startHallProcess(env, 'tests/faults/cable-end.ts', [need('ip'), 'netns', 'exec', room]);
  const line = await FaultyLine.open(new URL(hall.url).port, HALL_END);
  const kiosks = [0, 1, 2].map(() => openPage(line.url, 'view:kiosk', { role: 'kiosk' }));
  const told: Told = { taken: [], called: [] };
  const noticedMs: number[] = [];
  const recoveryMs: number[] = [];
  for (let pull = 0; pull < pulls; pull += 1) {
    await Promise.all(
      kiosks.map((kiosk) => kiosk.until(({ online, view }) => online.value === 'online' && view.value !== null)),
    );
    for (let turns = Math.floor(chance.between(0, 200)); turns > 0; turns -= 1)
      await new Promise((next) => setImmediate(next));
    plug('down');
    const pulledAt = performance.now();
    const presses = kiosks.map(async (kiosk) => {
      const reply = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
      if (!reply.ok) throw new Error(reply.refusal);
      told.taken.push(reply.answer);
    });
    await Promise.all(
      kiosks.map(async (kiosk) => {
        await kiosk.until(({ online }) => online.value === 'offline');
        noticedMs.push(performance.now() - pulledAt);
      }),
    );
    plug('up');
    const pluggedAt = performance.now();
    await Promise.all(presses.map((press) => press.then(() => recoveryMs.push(performance.now() - pluggedAt))));
  }
  for (const kiosk of kiosks) kiosk.close();
  await kill(hall.child);
  await line.close();
  const entries = readJournal(dataDir);
  remove();
  const { lost, doubled } = compare(told, entries);
  return {
    rounds: pulls,
    acknowledged: told.taken.length,
    lost,
    doubled: doubled + gaps(entries),
    recoveryMs,
    note: `noticed by the page within ${spreadOf(noticedMs)?.max.toFixed(1)} s`,
  };
}
