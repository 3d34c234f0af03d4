import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { createLog } from './log.ts';
import { SERVER_NODE_FLAGS } from './node-flags.ts';
import { type Life, Supervisor } from './supervisor.ts';

// What `npm start` runs: the server in a process of its own, started again whenever it ends by itself.
const log = createLog();
const supervisor = new Supervisor({
  start: startServer,
  ticks: () => performance.now(),
  later: (ms, work) => void setTimeout(work, ms),
  say: (what) => log('warning', what),
  ended: (code) => process.exit(code),
});
supervisor.start();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => supervisor.end());

function startServer(): Life {
  // Beside this file, as this file is: a source, or built.
  const program = join(import.meta.dirname, `main${extname(import.meta.filename)}`);
  const child = fork(program, [], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, ...SERVER_NODE_FLAGS],
  });
  log('info', `The server runs as process ${child.pid}.`);
  return {
    onEnd: (hear) => void child.once('exit', hear),
    // Over the channel, because Windows knows no signals; and a server whose supervisor is gone loses the channel and ends too.
    end: () => child.disconnect(),
  };
}
