import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { ForkOptions } from 'electron';

/** Gives a plain child process the port that Electron's have. */
const PORT = `data:text/javascript,${encodeURIComponent(`
  import { EventEmitter } from 'node:events';
  process.parentPort = new EventEmitter();
  process.on('message', (data) => process.parentPort.emit('message', { data }));
`)}`;

/** What `utilityProcess.fork` gives, as far as the shell uses it, with a real process of plain Node behind it. */
export function forkLikeElectron(program: string, args: string[], { env }: ForkOptions) {
  const child = fork(program, args, {
    env: { ...env },
    execArgv: ['--import', PORT],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const like = Object.assign(new EventEmitter(), {
    get pid() {
      return child.pid;
    },
    stderr: child.stderr,
    postMessage: (word: string) => void (child.connected && child.send(word)),
    kill: () => child.kill(),
  });
  child.on('exit', (code) => like.emit('exit', code));
  return like;
}
