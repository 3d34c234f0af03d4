import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openHall } from '#server/hall.ts';
import { memoryJournal } from './memory-journal.ts';
import { plainJournal } from './plain-journal.ts';

// A hall in a process of its own, for the bench. `MODE`: `durable` as in the office, `memory` without a disk, `plain` with a disk
// that is given one plain row an entry, `each` with a transaction for every command. Whatever it is told over its channel, it answers with what it holds and how often it committed.
const { DATA_DIR = '', DIST = '', PORT = '0', MODE = 'durable' } = process.env;
let turns = 0;
// How long the loop stood still at worst since it was last asked.
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const soon = (work: () => void) => {
  turns += 1;
  if (MODE === 'each') work();
  else setImmediate(work);
};
const hall = await openHall({
  dataDir: DATA_DIR,
  dist: DIST,
  port: Number(PORT),
  clock: { now: Date.now },
  log: () => undefined,
  giveUp: () => process.exit(70),
  afterThisTurn: soon,
  ...(MODE === 'memory' ? { journal: memoryJournal() } : {}),
  ...(MODE === 'plain' ? { journal: plainJournal(DATA_DIR) } : {}),
});
process.on('message', () => {
  const stallMs = delay.max / 1e6;
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed, turns, stallMs });
  delay.reset();
});
process.on('disconnect', () => void hall.close().then(() => process.exit(0)));
process.stdout.write(`${hall.url}\n`);
