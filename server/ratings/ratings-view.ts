import type { Bilingual } from '#shared/contract/bilingual.ts';
import type { RatingFigures, RatingsView } from '#shared/contract/rating-views.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { CounterId, ServiceId } from '#shared/domain/ids.ts';
import { FACES, type RatingChoice, type RatingCount } from '#shared/domain/rating.ts';
import type { Setup } from '#shared/domain/setup.ts';

/** As many as somebody reads. */
export const COMPLAINTS_SHOWN = 30;

/** What was kept: of today all, and the latest complaints. */
export type KeptRatings = { day: BusinessDay; today: readonly RatingCount[]; complaints: readonly RatingCount[] };

/** For the manager, and for nobody else. [V4] */
export function ratingsView(kept: KeptRatings, setup: Setup, at: number, choice: RatingChoice): RatingsView {
  const { today, day } = kept;
  const counters = setup.counters.map(({ id }) => id);
  return {
    ...{ at, choice, counters, day },
    all: figuresOf(today),
    byCounter: alike(today, ({ counter }) => counter)
      .sort(([a], [b]) => a - b)
      .map(([counter, rows]) => ({ counter, ...figuresOf(rows) })),
    byService: alike(today, ({ service }) => service).map(([service, rows]) => ({
      service: serviceName(setup, service),
      ...figuresOf(rows),
    })),
    reasons: reasonCounts(today, setup),
    complaints: kept.complaints.map(({ day, hour, counter, service, reasons, count }) => ({
      ...{ day, hour, counter, count },
      service: serviceName(setup, service),
      reasons: reasons.map((id) => reasonName(setup, id)),
    })),
  };
}

/** How many gave which face, and the mean; null where nobody gave any. */
export function figuresOf(rows: readonly RatingCount[]): RatingFigures {
  const faces = FACES.map((face) => sum(rows.filter((row) => row.face === face)));
  const count = sum(rows);
  const points = FACES.reduce((total, face, index) => total + face * (faces[index] ?? 0), 0);
  return { faces, count, mean: count === 0 ? null : points / count };
}

/** The rows by what they have in common. */
export function alike<K extends CounterId | ServiceId>(rows: readonly RatingCount[], key: (row: RatingCount) => K) {
  const groups = new Map<K, RatingCount[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups];
}

function reasonCounts(rows: readonly RatingCount[], setup: Setup): RatingsView['reasons'] {
  const ids = new Set(rows.flatMap(({ reasons }) => reasons));
  return [...ids]
    .map((id) => ({ name: reasonName(setup, id), count: sum(rows.filter(({ reasons }) => reasons.includes(id))) }))
    .sort((a, b) => b.count - a.count);
}

function sum(rows: readonly RatingCount[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

/** What has gone from the settings since is named by its id. */
function serviceName({ services }: Setup, id: ServiceId): Bilingual {
  return services.find((one) => one.id === id)?.name ?? { vi: id, en: id };
}

function reasonName({ wording }: Setup, id: string): Bilingual {
  return wording.ratingReasons.find((one) => one.id === id)?.name ?? { vi: id, en: id };
}
