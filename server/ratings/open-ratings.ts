import { randomBytes } from 'node:crypto';
import { counterNow, type Office } from '#core/office.ts';
import type { RatingsView } from '#shared/contract/rating-views.ts';
import { type BusinessDay, businessDay } from '#shared/domain/business-day.ts';
import type { Rating, RatingChoice, RatingCount } from '#shared/domain/rating.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { RatingDesk } from './rating-desk.ts';
import { COMPLAINTS_SHOWN, type KeptRatings, ratingsView } from './ratings-view.ts';

/** Where answers are kept; `server/store` has it. */
type Kept = {
  add(rating: Rating): void;
  ofDay(day: BusinessDay): RatingCount[];
  complaints(most: number): RatingCount[];
};

type Parts = {
  store: Kept;
  setup: Setup;
  now(): number;
  ticks(): number;
  office(): Office;
  choice(): RatingChoice;
  changed(): void;
};

export type Ratings = Pick<RatingDesk, 'hear' | 'offer' | 'give'> & {
  /** For the manager's page. */
  view(): RatingsView;
};

/** 128 bits: nobody makes a question up. */
const newToken = () => randomBytes(16).toString('base64url');

/** The desk that asks and hears, on the office's disk. */
export function openRatings({ store, setup, now, ticks, office, choice, changed }: Parts): Ratings {
  // Drawn with every picture of the manager's: read only when it has changed.
  let kept: KeptRatings | null = null;
  const desk = new RatingDesk({
    ...{ now, ticks, setup, choice, newToken, changed },
    // What an undo would bring back is who has just been there.
    servedFor: (counter, ticket) =>
      counterNow(office(), counter).undo?.before.find(({ id }) => id === ticket)?.errand.service ?? null,
    keep(rating) {
      store.add(rating);
      kept = null;
    },
  });
  const read = (day: BusinessDay) => ({
    day,
    today: store.ofDay(day),
    complaints: store.complaints(COMPLAINTS_SHOWN),
  });
  return {
    hear: (entry) => desk.hear(entry),
    offer: (counter) => desk.offer(counter),
    give: (counter, answer) => desk.give(counter, answer),
    view() {
      const day = businessDay(now(), setup.office.timeZone);
      if (kept?.day !== day) kept = read(day);
      return ratingsView(kept, setup, now(), choice());
    },
  };
}
