import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { joinElsewhere } from './calls.ts';
import { type Line, line } from './line.ts';
import { joinPhones } from './phones.ts';
import { startBare } from './start-bare.ts';
import { newFolder, startHall } from './start-hall.ts';

/** A server that was killed with all these phones looking on, and how it fares while they come back. */
type Return = { stallMs: number; tookMs: number; picture: unknown };

/** How long the loop stands still at worst, and how long it takes, until all phones have their picture again. */
export async function comeBackLines(phones: number): Promise<Line[]> {
  const ours = await toTheHall(phones);
  const bare = await toBareServer(phones, ours.picture);
  const crowd = `${phones.toLocaleString('en')} phones come back`;
  return [
    line(`${crowd}, longest stall of the loop: hall ÷ bare Socket.IO`, ours.stallMs, bare.stallMs, 'ms', ''),
    line(`${crowd}, until all are told: hall ÷ bare Socket.IO`, ours.tookMs, bare.tookMs, 'ms', ''),
  ];
}

async function toTheHall(phones: number): Promise<Return> {
  const folder = newFolder();
  const hall = await startHall('durable', folder);
  const crowd = await joinElsewhere(hall.url, phones);
  const allTold = once(crowd, 'message');
  const begun = await killed(hall.child);
  const again = await startHall('durable', folder, new URL(hall.url).port);
  await allTold;
  const tookMs = performance.now() - begun;
  const { stallMs } = await again.ask();
  crowd.disconnect();
  const one = await joinPhones(again.url, 1);
  const picture = await new Promise((seen) => {
    one.sockets[0]?.on('view:phone', seen);
    one.sockets[0]?.disconnect().connect();
  });
  one.close();
  await again.close();
  rmSync(folder, { recursive: true, force: true });
  return { stallMs, tookMs, picture };
}

async function toBareServer(phones: number, picture: unknown): Promise<Return> {
  const server = await startBare(picture);
  const crowd = await joinElsewhere(server.url, phones);
  const allTold = once(crowd, 'message');
  const begun = await killed(server.child);
  const again = await startBare(picture, new URL(server.url).port);
  await allTold;
  const tookMs = performance.now() - begun;
  const { stallMs } = await again.ask();
  crowd.disconnect();
  again.child.disconnect();
  return { stallMs, tookMs, picture };
}

/** @returns when it was killed, ms */
async function killed(child: ChildProcess): Promise<number> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  return performance.now();
}
