import { join, resolve } from 'node:path';
import { openHall } from './hall.ts';
import { arePagesBuilt } from './http/hand-out-pages.ts';
import { createLog } from './log.ts';
import { StartTrouble } from './trouble.ts';

const log = createLog();
const home = resolve(import.meta.dirname, '..');

try {
  const dist = join(home, 'dist');
  if (!arePagesBuilt(dist))
    throw new StartTrouble('Các trang chưa được dựng.', 'The pages are not built: npm run build.');
  const hall = await openHall({
    dataDir: process.env.DATA_DIR || join(home, 'data'),
    dist,
    port: portFrom(process.env.PORT),
    clock: { now: Date.now },
    log,
    giveUp,
  });
  process.stdout.write(
    `\n  Lượt đang chạy. Mở trang này: ${hall.url}\n  The hall is open. Start page: ${hall.url}\n\n`,
  );
  let isClosing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isClosing) return;
      isClosing = true;
      void hall.close().then(() => process.exit(0));
    });
  }
} catch (cause) {
  if (!(cause instanceof StartTrouble)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(1);
}

function portFrom(text: string | undefined): number {
  const port = Number(text || 8080);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new StartTrouble(`PORT "${text}" không phải là số cổng.`, `PORT "${text}" is not a port number.`);
}

/** The disk may or may not have the last turn: only reading the journal anew tells. Nobody has been answered. */
function giveUp(cause: unknown): never {
  log('fault', 'The result of a commit is unknown; ending, so that the journal is read anew.', cause);
  process.exit(1);
}
