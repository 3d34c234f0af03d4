import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openHall } from '#server/hall.ts';
import { bareJournal } from './bare-journal.ts';
import { memoryJournal } from './memory-journal.ts';
import { plainJournal } from './plain-journal.ts';
import { standStill } from './stand-still.ts';

// A hall in a process of its own, for the bench; `MODE` is explained where it is started. Whatever it is told over its channel, it
// answers with what it holds and how often it committed.
const { DATA_DIR = '', DIST = '', PORT = '0', MODE = 'durable' } = process.env;
const is = new Set(MODE.split(' '));
const SLOWER_MS = 5;
let turns = 0;
/** The loop stands still while the disk works. */
function commit(work: () => void) {
  if (is.has('slow')) standStill(SLOWER_MS);
  work();
}

// How long the loop stood still at worst since it was last asked.
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const soon = (work: () => void) => {
  turns += 1;
  if (is.has('each')) commit(work);
  else setImmediate(() => commit(work));
};
const hall = await openHall({
  dataDir: DATA_DIR,
  dist: DIST,
  port: Number(PORT),
  clock: { now: Date.now },
  log: () => undefined,
  giveUp: () => process.exit(70),
  afterThisTurn: soon,
  ...(is.has('memory') ? { journal: memoryJournal() } : {}),
  ...(is.has('bare') ? { journal: bareJournal(DATA_DIR) } : {}),
  ...(is.has('plain') ? { journal: plainJournal(DATA_DIR) } : {}),
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
