import { createHook } from 'node:async_hooks';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openHall } from '#server/hall.ts';
import { createLog } from '#server/log.ts';
import { openLogFile } from '#server/log-file.ts';
import type { Asked, Measured } from './unattended-hall.ts';

// The hall in a process of its own, with its clock in its parent's hands, which tells what it holds.
/** Timers that run, also those that would not hold the process: these are nowhere else to be seen. */
const timers = new Set<number>();
createHook({
  init: (id, type) => void (type === 'Timeout' && timers.add(id)),
  destroy: (id) => void timers.delete(id),
}).enable();

const { DATA_DIR = '', CLOCK = '0' } = process.env;
const clock = { at: Number(CLOCK) };
const log = createLog(openLogFile({ folder: join(DATA_DIR, 'logs') }));
const hall = await openHall({
  dataDir: DATA_DIR,
  dist: join(resolve(import.meta.dirname, '../..'), 'dist'),
  port: 0,
  lan: null,
  isOpenHere: true,
  clock: { now: () => clock.at },
  log,
  giveUp(cause) {
    log('fault', 'The result of a commit is unknown.', cause);
    process.exit(1);
  },
});

process.on('message', async (asked: Asked) => {
  if (asked.what === 'close') {
    await hall.close();
    process.exit(0);
  }
  if (asked.what === 'measure') return void process.send?.(await measure());
  clock.at = asked.at;
  hall.tick();
  process.send?.({ at: asked.at });
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit(0));
process.send?.({ url: hall.url });

/** What is held when nothing is under way. */
async function measure(): Promise<Measured> {
  // A backup is written in a thread of its own, and a page that has left takes its timers along a moment later.
  while (process.getActiveResourcesInfo().some((one) => /Worker|MessagePort/i.test(one))) await nextTurn();
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
  // Twice: what the first run finds unreachable may hold something with a finaliser.
  globalThis.gc?.();
  globalThis.gc?.();
  const active = process.getActiveResourcesInfo();
  return {
    heapUsed: process.memoryUsage().heapUsed,
    files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : null,
    timers: timers.size,
    sockets: active.filter((one) => one === 'TCPSocketWrap').length,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
