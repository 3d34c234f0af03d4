import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { openHall } from '#server/hall.ts';
import { kill } from '#tests/hall/hall-process.ts';

/** A hall as the test sees it, in this process or in one of its own. */
export type RunningHall = {
  url: string;
  /** What its clock shows from now on; it has looked at it when this is done. */
  setClock(at: number): Promise<void>;
  end(): Promise<void>;
};

export type OpenHall = (dataDir: string, at: number) => Promise<RunningHall>;

/** The real hall, in this process. Its clock stands still but for the test; whoever asks is answered as fast as he likes. */
export const openHere: OpenHall = async (dataDir, at) => {
  const clock = { at };
  const hall = await openHall({
    dataDir,
    dist: join(resolve(import.meta.dirname, '../..'), 'dist'),
    port: 0,
    isOpenHere: true,
    tickEveryMs: null,
    clock: { now: () => clock.at },
    log: () => undefined,
    giveUp(cause) {
      throw cause;
    },
  });
  return {
    url: hall.url,
    async setClock(now) {
      clock.at = now;
      hall.tick();
    },
    end: hall.close,
  };
};

const PROGRAM = join(import.meta.dirname, 'hall-with-a-clock.ts');

/** The real hall in a process of its own; its end is a `kill -9` in the middle of whatever it does. */
export const openToBeKilled: OpenHall = async (dataDir, at) => {
  const child = fork(PROGRAM, { env: { ...process.env, DATA_DIR: dataDir, AT: String(at) }, execArgv: [] });
  // What the program says first is where it is.
  const [{ url }] = (await said(child)) as [{ url: string }];
  return {
    url,
    async setClock(now) {
      const heard = said(child);
      child.send(now);
      await heard;
    },
    end: () => kill(child),
  };
};

/** The next word of the process. @throws when it ends instead */
async function said(child: ChildProcess): Promise<unknown[]> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The hall ended with ${code}.`);
  });
  return await Promise.race([once(child, 'message'), ended]);
}
