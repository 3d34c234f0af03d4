import { join, resolve } from 'node:path';
import { openHall } from '#server/hall.ts';
import { createLog } from '#server/log.ts';
import { FaultyLine } from './proxy.ts';

// The hall in a network of its own. A page at the other end of the cable would be another machine, which has to be paired; so the
// cable ends at a line on this one, which is whole all the time: what fails is the cable.
const { DATA_DIR = '', CABLE_ADDRESS = '' } = process.env;
const log = createLog();
const hall = await openHall({
  dataDir: DATA_DIR,
  dist: join(resolve(import.meta.dirname, '../..'), 'dist'),
  port: 0,
  isOpenHere: true,
  clock: { now: Date.now },
  log,
  giveUp(cause) {
    log('fault', 'The result of a commit is unknown.', cause);
    process.exit(1);
  },
});
const line = await FaultyLine.open(new URL(hall.url).port, '127.0.0.1', CABLE_ADDRESS);
process.stdout.write(`${line.url}\n`);
