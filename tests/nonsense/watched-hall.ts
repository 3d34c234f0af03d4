import { join, resolve } from 'node:path';
import { openHall } from '#server/hall.ts';
import { createLog } from '#server/log.ts';

// The hall in a process of its own, which tells its parent what it holds in memory. `LIMITS` (JSON) are those of `openHall`; without
// it machines may ask as fast as they like, so that what is said reaches the checks behind the limits.
const { DATA_DIR = '', LIMITS } = process.env;
const log = createLog();
const hall = await openHall({
  dataDir: DATA_DIR,
  dist: join(resolve(import.meta.dirname, '../..'), 'dist'),
  port: 0,
  lan: { httpsPort: 0 },
  isOpenHere: true,
  clock: { now: Date.now },
  log,
  ...(LIMITS ? { limits: JSON.parse(LIMITS) } : {}),
  giveUp(cause) {
    log('fault', 'The result of a commit is unknown.', cause);
    process.exit(1);
  },
});

// A test that fell over leaves nobody behind.
process.on('disconnect', () => process.exit(0));
process.on('message', async (asked) => {
  if (asked === 'close') {
    await hall.close();
    // As `server/main.ts` does; sockets that somebody left half open would hold the process for another half minute.
    process.exit(0);
  }
  // Twice: what the first run finds unreachable may hold something with a finaliser.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss, external } = process.memoryUsage();
  process.send?.({ heapUsed, rss, external });
});
process.send?.({ url: hall.url, secureUrl: (hall.addresses[0] ?? '').replace(/\/\/[^:]+/, '//127.0.0.1') });
