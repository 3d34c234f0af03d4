import { spawn } from 'node:child_process';

/** Starts a program that outlives this one, and waits for nothing of it. */
export function startAlone(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  // Whoever started this app sees that nothing came; there is no screen of ours left to say it on.
  child.on('error', () => {});
  child.unref();
}
