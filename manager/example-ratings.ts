import type { RatingsView } from '#shared/contract/rating-views.ts';
import { NOBODY_ASKED, USUAL_REASONS } from '#shared/domain/rating.ts';
import { EXAMPLE_AT } from './example-hall.ts';

const LAND = { vi: 'Đất đai', en: 'Land' };
const LONGEST = {
  vi: 'Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất đai ở',
  en: 'Registration of security by land use rights and assets attached to the land there',
};
const named = (wanted: string) => USUAL_REASONS.find(({ id }) => id === wanted)?.name ?? { vi: wanted, en: wanted };
const [trouble, wait] = [named('phien-ha'), named('cho-lau')];

const none: RatingsView = {
  ...{ at: EXAMPLE_AT, choice: NOBODY_ASKED, counters: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] },
  ...{ day: '2026-11-23', all: { faces: [0, 0, 0, 0, 0], count: 0, mean: null } },
  ...{ byCounter: [], byService: [], reasons: [], complaints: [] },
};

/** For tests and pictures: what visitors answered. */
export const EXAMPLE_RATINGS = {
  none,
  some: {
    ...none,
    choice: { isAsked: true, notAt: [7, 8] },
    all: { faces: [2, 1, 4, 21, 35], count: 63, mean: 4.365 },
    byCounter: [
      { counter: 1, faces: [0, 0, 1, 12, 20], count: 33, mean: 4.576 },
      { counter: 3, faces: [2, 1, 3, 9, 15], count: 30, mean: 4.133 },
    ],
    byService: [
      { service: LAND, faces: [0, 0, 1, 12, 20], count: 33, mean: 4.576 },
      { service: LONGEST, faces: [2, 1, 3, 9, 15], count: 30, mean: 4.133 },
    ],
    reasons: [
      { name: wait, count: 5 },
      { name: trouble, count: 2 },
    ],
    complaints: [
      { day: '2026-11-23', hour: 8, counter: 3, service: LONGEST, reasons: [wait, trouble], count: 1 },
      { day: '2026-11-20', hour: 15, counter: 3, service: LAND, reasons: [trouble], count: 2 },
    ],
  },
} as const satisfies Record<string, RatingsView>;
