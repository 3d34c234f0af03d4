import { join, resolve } from 'node:path';
import { ownAddresses } from '#shared/finding/cards.ts';
import { type Hall, openHall } from './hall.ts';
import { arePagesBuilt } from './http/hand-out-pages.ts';
import { createLog } from './log.ts';
import { openLogFile } from './log-file.ts';
import { USUAL_LIMITS } from './socket/rates.ts';
import { NEEDS_A_PERSON } from './supervisor.ts';
import { StartTrouble } from './trouble.ts';

// What the office keeps is for this server's own user: keys, and the database with the hashes of PINs. (Windows goes by the folder.)
process.umask(0o077);
/** Any code but `NEEDS_A_PERSON`: the supervisor starts the server again. */
const UNKNOWN_COMMIT = 70;

const home = resolve(import.meta.dirname, '..');
const dataDir = process.env.DATA_DIR || join(home, 'data');
const keepLine = openLogFile({ folder: join(dataDir, 'logs') });
const log = createLog((line) => {
  process.stderr.write(line);
  keepLine(line);
});

try {
  const dist = join(home, 'dist');
  if (!arePagesBuilt(dist))
    throw new StartTrouble('Các trang chưa được dựng.', 'The pages are not built: npm run build.');
  const hall = await openHall({
    dataDir,
    dist,
    port: portFrom('PORT', 8080),
    lan:
      process.env.LAN === 'off'
        ? null
        : { httpsPort: process.env.HTTPS_PORT ? portFrom('HTTPS_PORT', 0) : null, where: { cards: ownAddresses } },
    clock: { now: Date.now },
    log,
    giveUp,
    limits: USUAL_LIMITS,
  });
  process.stdout.write(greeting(hall));
  let isClosing = false;
  const close = () => {
    if (isClosing) return;
    isClosing = true;
    void hall.close().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close);
  // Its supervisor wants it to end, or is gone.
  process.on('disconnect', close);
  // The same under Electron, whose processes have a port in place of a channel; plain Node has none.
  process.parentPort?.once('message', close);
} catch (cause) {
  if (!(cause instanceof StartTrouble)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(NEEDS_A_PERSON);
}

function portFrom(setting: 'PORT' | 'HTTPS_PORT', usual: number): number {
  const text = process.env[setting];
  const port = Number(text || usual);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new StartTrouble(`${setting} "${text}" không phải là số cổng.`, `${setting} "${text}" is not a port number.`);
}

/** The disk may or may not have the last turn: only reading the journal anew tells. Nobody has been answered. */
function giveUp(cause: unknown): never {
  log('fault', 'The result of a commit is unknown; ending, so that the journal is read anew.', cause);
  process.exit(UNKNOWN_COMMIT);
}

function greeting({ url, addresses }: Hall): string {
  const others = addresses.slice(0, 3).map((address) => `    ${address}\n`);
  const forOthers = others.length > 0 ? `  Máy khác trong sảnh / other machines of the hall:\n${others.join('')}` : '';
  return `\n  Lượt đang chạy. Mở trang này: ${url}\n  The hall is open. Start page: ${url}\n${forOthers}\n`;
}
