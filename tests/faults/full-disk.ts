import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { createChance } from '#tests/day/chance.ts';
import { HURRIED, kill, openAllDay, startHallProcess } from '#tests/hall/hall-process.ts';
import { joinKiosk, writeOffice } from '#tests/hall/test-hall.ts';
import { compare, gaps, readJournal, type Told } from './aftermath.ts';
import type { FaultOutcome } from './outcome.ts';
import { carryOut, needRoot } from './tools.ts';

/** Which SQLite can take without asking the disk for room: its log is used again from the beginning. */
const PRESSES_AT_MOST = 400;
const SERVICES = sampleSetup().services.map(({ id }) => id);

/** Fills the disk under a running server and empties it again: nothing acknowledged is lost, and it goes on by itself. */
export async function fillDisk({ seed, rounds }: { seed: number; rounds: number }): Promise<FaultOutcome> {
  needRoot();
  const disk = mkdtempSync(join(tmpdir(), 'luot-full-'));
  carryOut('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk);
  try {
    return await fillOften(disk, createChance(seed, 'full disk'), rounds);
  } finally {
    carryOut('umount', disk);
    rmdirSync(disk);
  }
}

async function fillOften(disk: string, chance: ReturnType<typeof createChance>, rounds: number): Promise<FaultOutcome> {
  const dataDir = join(disk, 'data');
  const ballast = join(disk, 'ballast');
  mkdirSync(dataDir);
  writeOffice(dataDir, openAllDay());
  const hall = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' }, HURRIED);
  const kiosk = await joinKiosk(hall.url);
  const told: Told = { taken: [], called: [] };
  const recoveryMs: number[] = [];
  let refused = 0;
  let presses = 0;
  const press = async (): Promise<boolean> => {
    presses += 1;
    // Spread over all letters, or one of them is used up.
    const services = [SERVICES[presses % SERVICES.length] ?? ''];
    const reply = await kiosk.send('ticket:take', { services, priority: 'regular' }, chance.commandId());
    if (reply.ok) told.taken.push(reply.answer);
    else if (reply.refusal === 'out-of-service') refused += 1;
    else throw new Error(reply.refusal);
    return reply.ok;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (let before = Math.floor(chance.between(1, 15)); before > 0; before -= 1) await press();
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    const filledAt = presses;
    while (await press()) {
      if (presses - filledAt > PRESSES_AT_MOST) throw new Error('The disk is full, and the server has not noticed.');
    }
    await kiosk.until(({ outOfService }) => outOfService);
    rmSync(ballast);
    const freedAt = performance.now();
    await kiosk.until(({ outOfService }) => !outOfService);
    recoveryMs.push(performance.now() - freedAt);
    await press();
  }
  kiosk.close();
  await kill(hall.child);
  const entries = readJournal(dataDir);
  const { lost, doubled } = compare(told, entries);
  return {
    rounds,
    acknowledged: told.taken.length,
    lost,
    doubled: doubled + gaps(entries),
    recoveryMs,
    note: `${refused} presses were told that nothing can be kept`,
  };
}
