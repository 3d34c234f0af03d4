import { join, resolve } from 'node:path';
import { openHall } from '#server/hall.ts';
import { createLog } from '#server/log.ts';

// The hall as `server/main.ts` opens it, but for the limits on how fast a machine may ask: a test that presses as fast as it can
// from one machine is not what they are there for. The manager's page needs no password: who is here is read off it.
const { DATA_DIR = '', PORT = '0' } = process.env;
const log = createLog();
const hall = await openHall({
  dataDir: DATA_DIR,
  dist: join(resolve(import.meta.dirname, '../..'), 'dist'),
  port: Number(PORT),
  isOpenHere: true,
  clock: { now: Date.now },
  log,
  giveUp(cause) {
    log('fault', 'The result of a commit is unknown.', cause);
    process.exit(1);
  },
});
process.stdout.write(`${hall.url}\n`);
