import { rmSync } from 'node:fs';
import { openAllDay } from '#tests/hall/hall-process.ts';
import { writeOffice } from '#tests/hall/test-hall.ts';
import { oneLineForTwo, pressTogether, type Together } from '#tests/hall/two-clerks.ts';
import { type Line, line, percentile } from './line.ts';
import { newFolder, sampleOffice, startHall } from './start-hall.ts';

/** A day has 999 numbers of each letter: more rounds are played in another hall. */
const ROUNDS_A_HALL = 5_000;

/** Two clerks who press "next" in the same instant, so many times, beside a bare acknowledgement to both. */
export async function clerksLines(rounds: number): Promise<Line[]> {
  const all: Together[] = [];
  for (let left = rounds; left > 0; left -= ROUNDS_A_HALL) all.push(await inOneHall(Math.min(left, ROUNDS_A_HALL)));
  const count = (of: 'errors' | 'doubles' | 'outOfTurn') => all.flatMap((one) => one[of]).length;
  const wrong = `${count('errors')} errors, ${count('doubles')} doubles, ${count('outOfTurn')} out of turn`;
  const [answered, bare] = [all.flatMap(({ answeredMs }) => answeredMs), all.flatMap(({ bareMs }) => bareMs)];
  const name = `two clerks at once, ${rounds.toLocaleString('en')} times, ${wrong}`;
  return [0.5, 0.99].map((share) =>
    line(`${name}: p${share * 100} ÷ bare`, percentile(answered, share), percentile(bare, share), 'ms', ''),
  );
}

async function inOneHall(rounds: number): Promise<Together> {
  const { services } = sampleOffice();
  const folder = newFolder();
  writeOffice(folder, { ...openAllDay(), ...oneLineForTwo(services) });
  const hall = await startHall('durable', folder);
  try {
    return await pressTogether(hall.url, services, rounds);
  } finally {
    await hall.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
