import { MINUTE } from '#shared/domain/business-day.ts';
import { type Check, checksOf } from './checks.ts';
import { type DayOptions, playDay } from './play-day.ts';
import { Retelling } from './replay.ts';
import type { Moment } from './seen.ts';

/**
 * Plays a day only until a promise is broken: what is broken first is what is wrong with the house, and not what comes of it.
 * @returns the checks that fail when first any does, looked at every minute; none: the whole day was as it should be
 */
export async function firstBroken(options: DayOptions): Promise<Check[]> {
  const moments: Moment[] = [];
  let retelling: Retelling | null = null;
  let lookedAt = 0;
  let broken: Check[] = [];
  await playDay({
    ...options,
    isEnough(moment, setup) {
      retelling ??= new Retelling(setup);
      retelling.add(moment);
      moments.push(moment);
      if (moment.at - lookedAt < MINUTE && moment.manager.dayState === 'open') return false;
      lookedAt = moment.at;
      broken = checksOf({ setup, moments }, retelling.story()).filter(({ ok }) => !ok);
      return broken.length > 0;
    },
  });
  return broken;
}
