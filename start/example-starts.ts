import type { StartView } from '#shared/contract/views.ts';

/** A Sunday evening, 20:05 on the office's wall. */
export const EXAMPLE_AT = Date.UTC(2026, 10, 22, 13, 5);
const MONDAY_SEVEN = Date.UTC(2026, 10, 23, 0, 0);

const CLOSED: StartView = {
  at: EXAMPLE_AT,
  office: {
    vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu',
    en: 'Tân Châu one-stop office (reception and return of results)',
  },
  timeZone: 'Asia/Ho_Chi_Minh',
  open: false,
  nextFrom: MONDAY_SEVEN,
  extendedUntil: null,
  mayExtend: true,
  papers: null,
};

/** The hall as the start page can find it. */
export const EXAMPLE_STARTS = {
  closed: CLOSED,
  closedWithManager: { ...CLOSED, mayExtend: false },
  open: { ...CLOSED, open: true, nextFrom: null },
  demo: { ...CLOSED, open: true, nextFrom: null, papers: 17 },
  extended: { ...CLOSED, open: true, extendedUntil: EXAMPLE_AT + 3_600_000 },
} as const satisfies Record<string, StartView>;
