import { join, resolve } from 'node:path';
import { openHall } from '#server/hall.ts';

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
