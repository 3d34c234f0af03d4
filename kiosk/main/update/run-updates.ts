import type { Found } from './update-news.ts';
import type { UpdateWatch } from './update-watch.ts';
import { updateSentence } from './update-words.ts';
import type { Updater } from './updater.ts';

/** A PC that has just been switched on has other things to do. */
export const FIRST_LOOK_MS = 2 * 60_000;
export const LOOK_EVERY_MS = 15 * 60_000;
/** So long a new version has until its pages are well, the start of a slow PC and of its server included. */
export const TRIAL_MS = 10 * 60_000;
const TRIAL_TICK_MS = 5_000;

export type RunNeeds = {
  updater: Pick<Updater, 'begin' | 'look' | 'well' | 'late'>;
  watch: Pick<UpdateWatch, 'isWell'>;
  later(ms: number, run: () => void): void;
  ticks(): number;
  say(line: string): void;
  /** Each thing that is found, also when it was found before. */
  found(what: Found): void;
};

/** Judges a new version that has just come, and looks for newer ones from then on. Nothing that goes wrong here stops the app. */
export async function runUpdates(needs: RunNeeds): Promise<void> {
  const { updater, later, say, found } = needs;
  const told = new Set<string>();
  const tell = (what: Found) => {
    found(what);
    // Said once: the same is found every quarter of an hour.
    if (!told.has(what)) say(updateSentence(what));
    told.add(what);
  };
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (cause) {
      say(`Cập nhật: lỗi. / Update: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  };
  const look = () =>
    guarded(async () => {
      const outcome = await updater.look();
      if (outcome !== 'nothing-looked-for') tell(outcome);
    }).then(() => later(LOOK_EVERY_MS, look));

  await guarded(async () => {
    const beginning = await updater.begin();
    if (beginning !== 'as-usual') tell(beginning);
    if (beginning === 'on-trial') await guarded(() => trial(needs, tell));
  });
  later(FIRST_LOOK_MS, look);
}

function trial({ updater, watch, later, ticks }: RunNeeds, tell: (what: 'well' | 'late') => void): Promise<void> {
  const begunAt = ticks();
  return new Promise((resolve, reject) => {
    const tick = () => {
      const isLate = ticks() - begunAt >= TRIAL_MS;
      if (!watch.isWell() && !isLate) return later(TRIAL_TICK_MS, tick);
      const isWell = watch.isWell();
      tell(isWell ? 'well' : 'late');
      (isWell ? updater.well() : updater.late()).then(resolve, reject);
    };
    later(TRIAL_TICK_MS, tick);
  });
}
