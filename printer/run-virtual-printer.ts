import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Bitmap } from './bitmap.ts';
import { encodePng } from './png.ts';
import { startVirtualPrinter } from './virtual-printer.ts';
import { obeying } from './virtual-printer-commands.ts';

// `npm run virtual-printer -- --port 9100 --out virtual-paper --host 127.0.0.1`

const { port, out, host } = wanted();
const folder = resolve(out);
mkdirSync(folder, { recursive: true });
let slips = 0;

const printer = await startVirtualPrinter({ host, port, onPaper: keep, papersKept: 1 }).catch((cause) => {
  process.stderr.write(`Cổng ${port} không mở được. / Port ${port} cannot be opened: ${cause.message}\n`);
  process.exit(1);
});
const obey = obeying(printer);
say(`Máy in ảo ở cổng ${printer.port}; phiếu nằm trong ${folder}`);
say(`A virtual printer on port ${printer.port}; its slips lie in ${folder}`);
say(obey('help'));

const typed = createInterface({ input: process.stdin });
typed.on('line', (line) => {
  const answer = obey(line);
  if (answer === 'quit') void end();
  else say(answer);
});
// Started without a keyboard it prints on until it is ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());

async function end() {
  await printer.close();
  process.exit(0);
}

/** One file a slip, numbered from 1 at each start. */
function keep(paper: Bitmap) {
  slips += 1;
  const file = join(folder, `slip-${String(slips).padStart(4, '0')}.png`);
  writeFileSync(file, encodePng(paper));
  say(`${file} (${paper.width} × ${paper.height})`);
}

function say(text: string) {
  process.stdout.write(`${text}\n`);
}

function wanted() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '9100' },
        out: { type: 'string', default: 'virtual-paper' },
        host: { type: 'string', default: '127.0.0.1' },
      },
    });
    const { out, host } = values;
    const port = values.port.trim() === '' ? Number.NaN : Number(values.port);
    if (Number.isInteger(port) && port >= 0 && port <= 65535) return { port, out, host };
    process.stderr.write(`--port must be a port number, not "${values.port}".\n`);
  } catch (cause) {
    const [why] = String(cause instanceof Error ? cause.message : cause).split('. ');
    process.stderr.write(`${why}. Known are --port 9100, --out virtual-paper and --host 127.0.0.1.\n`);
  }
  process.exit(2);
}
