import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { SERVER_NODE_FLAGS } from '#server/node-flags.ts';

export type BareServer = {
  url: string;
  child: ChildProcess;
  ask(): Promise<{ rss: number; stallMs: number }>;
};

/**
 * Socket.IO and nothing else, in a process of its own.
 * @param first what whoever comes is told
 */
export async function startBare(first: unknown = null, port = '0'): Promise<BareServer> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), [], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--expose-gc', ...SERVER_NODE_FLAGS],
    env: { ...process.env, PORT: port, FIRST: first === null ? '' : JSON.stringify(first) },
  });
  const [said] = await once(child.stdout ?? process.stdin, 'data');
  return {
    url: String(said).trim(),
    child,
    async ask() {
      const answer = once(child, 'message');
      child.send('well?');
      const [message] = await answer;
      return message;
    },
  };
}
