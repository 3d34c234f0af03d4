import { join, resolve } from 'node:path';
import { openHall } from '#server/hall.ts';

// The hall in a process of its own, so that it can be killed; its clock is in the hands of whoever started it.
const { DATA_DIR = '', AT = '0' } = process.env;
const clock = { at: Number(AT) };
const hall = await openHall({
  dataDir: DATA_DIR,
  dist: join(resolve(import.meta.dirname, '../..'), 'dist'),
  port: 0,
  isOpenHere: true,
  tickEveryMs: null,
  clock: { now: () => clock.at },
  log: () => undefined,
  giveUp() {
    process.exit(1);
  },
});
process.on('message', (at) => {
  clock.at = Number(at);
  hall.tick();
  process.send?.({ at });
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(1));
process.send?.({ url: hall.url });
