import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { RatingChoice } from '#shared/domain/rating.ts';
import type { Bilingual } from './bilingual.ts';

/** One question to whoever was just served. */
export type RatingOffer = {
  /** Answers this question, once. */
  token: string;
  askedAt: number;
  reasons: readonly { id: string; name: Bilingual }[];
};

/** How many gave which face, the worst first. */
export type RatingFigures = { faces: readonly number[]; count: number; mean: number | null };

/** What visitors answered today, for the manager, and what they complained of lately. */
export type RatingsView = {
  at: number;
  choice: RatingChoice;
  counters: readonly CounterId[];
  day: BusinessDay;
  all: RatingFigures;
  byCounter: readonly (RatingFigures & { counter: CounterId })[];
  byService: readonly (RatingFigures & { service: Bilingual })[];
  reasons: readonly { name: Bilingual; count: number }[];
  /** Newest first. Nobody stands behind them whose name or number would be known. */
  complaints: readonly {
    day: BusinessDay;
    hour: number;
    counter: CounterId;
    service: Bilingual;
    reasons: readonly Bilingual[];
    count: number;
  }[];
};
