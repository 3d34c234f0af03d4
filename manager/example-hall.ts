import type { ManagerView } from '#shared/contract/views.ts';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { EXAMPLE_COUNTERS, EXAMPLE_SERVICES } from '#shared/page/example-services.ts';

/** A Monday morning in the hall of the sample office, 09:20 on its wall. */
export const EXAMPLE_AT = Date.UTC(2026, 10, 23, 2, 20);

/** Waiting and longest wait by prefix: one service at each edge of each colour. */
const LINES: Record<string, readonly [waiting: number, longest: number | null]> = {
  A: [18, 44],
  T: [3, 15],
  C: [9, 30],
  H: [6, 31],
  S: [5, 16],
  B: [4, 12],
  L: [2, 7],
  K: [1, 0],
  R: [7, 22],
  U: [2, 9],
};

const EXAMPLE_DOSSIERS = { all: 131, 'same-day': 22, appointment: 97, post: 12, direct: 109, online: 22 };

const BUSY: ManagerView = {
  at: EXAMPLE_AT,
  office: { vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu', en: 'Tân Châu one-stop office' },
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2026-11-23',
  dayState: 'open',
  open: true,
  nextFrom: null,
  extendedUntil: null,
  totals: {
    issued: 164,
    waiting: 57,
    atCounters: 9,
    served: 88,
    noShow: 4,
    cancelled: 6,
    expired: 0,
    dossiers: EXAMPLE_DOSSIERS,
  },
  services: EXAMPLE_SERVICES.map(({ id, prefix, short }, index) => {
    const [waiting, longestWaitMinutes] = LINES[prefix] ?? [0, null];
    return {
      id,
      prefix,
      short,
      waiting,
      longestWaitMinutes,
      atCounters: index < 9 ? 1 : 0,
      served: Math.max(0, 21 - index * 2),
      openCounters: prefix === 'U' ? 0 : index === 0 ? 3 : 1,
    };
  }),
  counters: EXAMPLE_COUNTERS.map(({ id, own }): ManagerView['counters'][number] => ({
    id,
    state: id === 2 ? 'paused' : id === 6 || id === 14 ? 'closed' : 'open',
    pauseReason: id === 2 ? 'Nghỉ giải lao' : null,
    services: own,
    helps: [],
    isReassigned: false,
    autoCall: 'off',
    helpSince: null,
    may:
      id === 2
        ? ['open', 'closed']
        : id === 6 || id === 14
          ? ['open']
          : id === 13
            ? ['paused', 'closed']
            : id % 4 === 3
              ? ['closed']
              : [],
    current:
      id === 2 || id === 6 || id === 14 || id === 13
        ? null
        : {
            number: `${EXAMPLE_SERVICES.find((service) => service.id === own[0])?.prefix ?? 'A'}0${10 + id}`,
            state: id % 4 === 3 ? 'called' : 'serving',
            since: EXAMPLE_AT - id * 71 * SECOND,
          },
    bound: id === 11 ? ['K003'] : [],
    parked: id === 11 ? ['X001', 'M002'] : [],
    served: 14 - id,
  })),
  pauseReasons: ['Nghỉ giải lao', 'Họp', 'Sự cố máy'],
  absent: [
    { ticket: 'ticket-A011', number: 'A011', mayReturn: true },
    { ticket: 'ticket-C004', number: 'C004', mayReturn: true },
    { ticket: 'ticket-A005', number: 'A005', mayReturn: false },
  ],
  cancellable: ['A012', 'A014', 'A015', 'A016', 'C009', 'C010', 'R002'],
  tappedForFun: [],
  printer: 'ready',
  slipTroubles: [
    { ticket: 'ticket-A034', number: 'A034', outcome: 'unknown', at: EXAMPLE_AT - 2 * MINUTE, noReprint: null },
    {
      ...{ ticket: 'ticket-H015', number: 'H015', outcome: 'refused', at: EXAMPLE_AT - 31 * MINUTE },
      noReprint: 'slip-under-way',
    },
    {
      ...{ ticket: 'ticket-C002', number: 'C002', outcome: 'unknown', at: EXAMPLE_AT - 40 * MINUTE },
      noReprint: 'reprinted-enough',
    },
  ],
  pages: { kiosk: 1, display: 2, counter: 11, manager: 1 },
  journal: { seq: 12873, intact: true, trouble: null },
  backup: { lastAt: EXAMPLE_AT - 41 * MINUTE, failed: false },
};

/** Two counters call for help, one of them away from its own services today; who called first has the higher number. */
const HELPLESS: ManagerView = {
  ...BUSY,
  counters: BUSY.counters.map((counter) => {
    if (counter.id === 3) return { ...counter, helpSince: EXAMPLE_AT - 40 * SECOND };
    if (counter.id !== 8) return counter;
    const changed = { services: ['ho-tich', 'chung-thuc'], helps: ['can-cuoc'], isReassigned: true };
    return { ...counter, ...changed, autoCall: 'on', helpSince: EXAMPLE_AT - 3 * MINUTE };
  }),
};

/** The hall on a good morning, in trouble, with calls for help, at noon, and after the day. */
export const EXAMPLE_HALLS = {
  busy: BUSY,
  troubled: {
    ...BUSY,
    tappedForFun: [{ name: 'Máy lấy số cổng A', at: EXAMPLE_AT - 2 * MINUTE }],
    printer: 'paper-out',
    pages: { kiosk: 1, display: 0, counter: 11, manager: 1 },
    journal: { seq: 12873, intact: false, trouble: 'disk-full' },
    backup: { lastAt: EXAMPLE_AT - 200 * MINUTE, failed: true },
  },
  helpless: HELPLESS,
  noon: { ...BUSY, open: false, nextFrom: EXAMPLE_AT + 220 * MINUTE },
  closed: {
    ...BUSY,
    dayState: 'closed',
    open: false,
    nextFrom: EXAMPLE_AT + 22 * 60 * MINUTE,
    totals: {
      issued: 412,
      waiting: 0,
      atCounters: 0,
      served: 371,
      noShow: 17,
      cancelled: 15,
      expired: 9,
      dossiers: EXAMPLE_DOSSIERS,
    },
    services: BUSY.services.map((service) => ({
      ...service,
      waiting: 0,
      longestWaitMinutes: null,
      atCounters: 0,
      openCounters: 0,
    })),
    counters: BUSY.counters.map((counter) => ({ ...counter, state: 'closed', pauseReason: null, current: null })),
    absent: [],
    slipTroubles: [],
  },
} as const satisfies Record<string, ManagerView>;
