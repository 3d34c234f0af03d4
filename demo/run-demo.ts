import { join, resolve } from 'node:path';
import { arePagesBuilt } from '#server/http/hand-out-pages.ts';
import { createLog } from '#server/log.ts';
import { StartTrouble } from '#server/trouble.ts';
import { readDemoArguments } from './demo-arguments.ts';
import { keepTime } from './keep-time.ts';
import { openDemo } from './open-demo.ts';
import { welcome } from './welcome.ts';

// `npm run demo -- --speed 6 --seed 7 --port 8080`

const log = createLog();
const wanted = readDemoArguments(process.argv.slice(2), process.env.PORT || undefined);
if ('wrong' in wanted) {
  process.stderr.write(`${wanted.wrong}\n`);
  process.exit(2);
}

try {
  const dist = join(resolve(import.meta.dirname, '..'), 'dist');
  if (!arePagesBuilt(dist))
    throw new StartTrouble('Các trang chưa được dựng.', 'The pages are not built: npm run build.');
  const demo = await openDemo({ ...wanted, dist, weekOf: Date.now(), log, giveUp });
  const stop = keepTime(demo, wanted.speed);
  process.stdout.write(welcome(demo.url, wanted.speed));
  let isClosing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isClosing) return;
      isClosing = true;
      stop();
      void demo.close().then(() => process.exit(0));
    });
  }
} catch (cause) {
  if (!(cause instanceof StartTrouble)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(1);
}

/** As in the real hall: nobody may be told anything that the disk does not surely have. */
function giveUp(cause: unknown): never {
  log('fault', 'The result of a commit is unknown; ending.', cause);
  process.exit(1);
}
