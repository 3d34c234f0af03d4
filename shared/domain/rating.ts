import * as v from 'valibot';
import type { BusinessDay } from './business-day.ts';
import { CounterId, type ServiceId } from './ids.ts';

/** How content a visitor was: 1 not at all, 5 very. */
export const FACES = [1, 2, 3, 4, 5] as const;
export type Face = (typeof FACES)[number];

/** Whoever was no more content than this is asked why. */
export const WORST_WITHOUT_WHY = 4;

/** Where visitors are asked: nowhere until the manager wants it, then at every counter that has a display but for these. */
export const RatingChoice = v.strictObject({
  isAsked: v.boolean(),
  notAt: v.pipe(v.array(CounterId), v.maxLength(99)),
});
export type RatingChoice = v.InferOutput<typeof RatingChoice>;

/** Many displays hang where nobody can touch them. */
export const NOBODY_ASKED: RatingChoice = { isAsked: false, notAt: [] };

export function isAskedAt({ isAsked, notAt }: RatingChoice, counter: CounterId): boolean {
  return isAsked && !notAt.includes(counter);
}

export const ReasonId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/));

/** One line on the smallest glass. */
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(30), v.normalize('NFC'));

/** Why somebody was not content. `complaint`: it goes to the manager alone. */
export const RatingReason = v.strictObject({
  id: ReasonId,
  name: v.strictObject({ vi: text, en: text }),
  complaint: v.optional(v.boolean(), false),
});
export type RatingReason = v.InferOutput<typeof RatingReason>;

/** As many as a small glass shows at once. */
export const MOST_REASONS = 6;

export const RatingReasons = v.pipe(
  v.array(RatingReason),
  v.minLength(1),
  v.maxLength(MOST_REASONS),
  v.check((reasons) => new Set(reasons.map(({ id }) => id)).size === reasons.length, 'an id stands twice'),
);

const reason = (id: string, vi: string, en: string, complaint = false): RatingReason => ({
  id,
  name: { vi, en },
  complaint,
});

/** Where the office has named none. */
export const USUAL_REASONS: RatingReason[] = [
  reason('cho-lau', 'Chờ lâu', 'Long wait'),
  reason('huong-dan', 'Hướng dẫn chưa rõ', 'Unclear guidance'),
  reason('di-lai', 'Phải đi lại nhiều lần', 'Had to come again'),
  reason('thai-do', 'Thái độ chưa tốt', 'Not friendly'),
  reason('phien-ha', 'Bị gây phiền hà', 'Was given trouble', true),
];

/** What is kept of one answer. Of the visitor nothing, and of the moment only the hour. */
export type Rating = {
  day: BusinessDay;
  /** On the office's wall clock, 0 to 23. */
  hour: number;
  counter: CounterId;
  service: ServiceId;
  face: Face;
  /** In the order of their letters, so that the order of the touches is not kept either. */
  reasons: readonly string[];
  isComplaint: boolean;
};

/** So many answers that are alike. */
export type RatingCount = Rating & { count: number };
