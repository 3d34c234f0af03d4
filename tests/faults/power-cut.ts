import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chance, createChance } from '#tests/day/chance.ts';
import { HURRIED, kill, openAllDay, startHallProcess } from '#tests/hall/hall-process.ts';
import { joinKiosk, writeOffice } from '#tests/hall/test-hall.ts';
import { compare, gaps, readJournal, type Told } from './aftermath.ts';
import { askUntilAnswered } from './kill-rounds.ts';
import type { FaultOutcome } from './outcome.ts';
import { carryOut, need, needRoot } from './tools.ts';

const DISK_BYTES = 48 * 1024 * 1024;

/**
 * Cuts the power of a disk: a file system of its own is shut down without writing what it still holds in memory. The server is
 * killed first; a sync that races with the shutdown would be told that all is well.
 */
export async function cutPower({ seed, cuts }: { seed: number; cuts: number }): Promise<FaultOutcome> {
  needRoot();
  need('xfs_io');
  const place = mkdtempSync(join(tmpdir(), 'luot-power-'));
  const image = join(place, 'disk');
  const disk = join(place, 'mounted');
  writeFileSync(image, '');
  truncateSync(image, DISK_BYTES);
  mkdirSync(disk);
  try {
    carryOut('mkfs.ext4', '-q', image);
    carryOut('mount', '-o', 'loop', image, disk);
    return await cutOften(image, disk, createChance(seed, 'power'), cuts);
  } finally {
    unmount(disk);
    rmSync(place, { recursive: true, force: true });
  }
}

async function cutOften(image: string, disk: string, chance: Chance, cuts: number): Promise<FaultOutcome> {
  const dataDir = join(disk, 'data');
  mkdirSync(dataDir);
  writeOffice(dataDir, openAllDay());
  // The first start makes keys and database; what is cut is a running office.
  await kill((await startHallProcess({ DATA_DIR: dataDir, PORT: '0' }, HURRIED)).child);
  carryOut('sync', '-f', disk);
  const told: Told = { taken: [], called: [] };
  const recoveryMs: number[] = [];
  let port = '0';
  let hall = await startHallProcess({ DATA_DIR: dataDir, PORT: port }, HURRIED);
  port = new URL(hall.url).port;
  const kiosks = await Promise.all([0, 1, 2].map(() => joinKiosk(hall.url)));
  for (let cut = 0; cut < cuts; cut += 1) {
    let isOn = true;
    let left = Math.floor(chance.between(3, 20));
    let seen: () => void = () => undefined;
    const enough = new Promise<void>((reached) => {
      seen = reached;
    });
    const load = kiosks.map(async (kiosk, index) => {
      const input = { services: [SERVICES[index] ?? ''], priority: 'regular' as const };
      while (isOn) {
        const reply = await askUntilAnswered(kiosk, 'ticket:take', input, chance.commandId());
        if (!reply.ok) throw new Error(reply.refusal);
        told.taken.push(reply.answer);
        left -= 1;
        if (left === 0) seen();
      }
    });
    await enough;
    await kill(hall.child);
    isOn = false;
    carryOut('xfs_io', '-x', '-c', 'shutdown', disk);
    unmount(disk);
    carryOut('mount', '-o', 'loop', image, disk);
    const backAt = performance.now();
    hall = await startHallProcess({ DATA_DIR: dataDir, PORT: port }, HURRIED);
    await Promise.all(load);
    recoveryMs.push(performance.now() - backAt);
  }
  for (const kiosk of kiosks) kiosk.close();
  await kill(hall.child);
  const entries = readJournal(dataDir);
  const { lost, doubled } = compare(told, entries);
  return { rounds: cuts, acknowledged: told.taken.length, lost, doubled: doubled + gaps(entries), recoveryMs };
}

const SERVICES = ['dat-dai', 'the-chap', 'can-cuoc'];

function unmount(disk: string) {
  try {
    carryOut('umount', disk);
  } catch {
    // It was not mounted.
  }
}
