import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChance } from '#tests/day/chance.ts';
import { HURRIED, kill, startHallProcess } from '#tests/hall/hall-process.ts';
import { joinKiosk } from '#tests/hall/test-hall.ts';
import { compare, gaps, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import type { FaultOutcome } from './outcome.ts';
import { fakeTimeLibrary } from './tools.ts';

const HOUR_S = 3_600;

/** Moves the wall clock of a real server process about, as a hand or a time server would, while a kiosk presses. */
export async function fakeClock({ seed, jumps }: { seed: number; jumps: number }): Promise<FaultOutcome> {
  const library = fakeTimeLibrary();
  const { dataDir, remove } = newOfficeFolder();
  const clockFile = join(dataDir, 'clock');
  let offset = 0;
  const setClock = () => writeFileSync(clockFile, `${offset < 0 ? '-' : '+'}${Math.abs(offset)}\n`);
  setClock();
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clockFile,
    FAKETIME_NO_CACHE: '1',
    // Without it the timers of Node stand still for ever.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
  const hall = await startHallProcess({ DATA_DIR: dataDir, PORT: '0', ...env }, HURRIED);
  const chance = createChance(seed, 'faked clock');
  const kiosk = await joinKiosk(hall.url);
  const told: Told = { taken: [], called: [] };
  for (let jump = 0; jump < jumps; jump += 1) {
    offset += Number(chance.pick({ [-HOUR_S]: 3, [24 * HOUR_S]: 1, [HOUR_S]: 2, [12 * HOUR_S]: 1 }));
    setClock();
    const input = { services: ['dat-dai'], priority: 'regular' as const };
    const reply = await kiosk.send('ticket:take', input, chance.commandId());
    // Two minutes of the day the office is closed.
    if (reply.ok) told.taken.push(reply.answer);
  }
  kiosk.close();
  await kill(hall.child);
  const entries = readJournal(dataDir);
  remove();
  const { lost, doubled } = compare(told, entries);
  const opened = entries.flatMap(({ events }) => events.flatMap((e) => (e.type === 'day-opened' ? e.day : [])));
  const openedTwice = opened.length - new Set(opened).size;
  const backwards = entries.filter(({ at }, index) => at < (entries[index - 1]?.at ?? 0)).length;
  return {
    rounds: jumps,
    acknowledged: told.taken.length,
    lost,
    doubled: doubled + openedTwice + backwards + gaps(entries),
    recoveryMs: [],
    note: `${opened.length} days`,
  };
}
