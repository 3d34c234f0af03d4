import type { CountersView, CounterView, CurrentTicket, TicketInLine } from '#shared/contract/views.ts';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { EXAMPLE_COUNTERS, EXAMPLE_SERVICES, exampleName } from '#shared/page/example-services.ts';

/** A Monday morning at counter 3 of the sample office, 09:20 on its wall. */
export const EXAMPLE_AT = Date.UTC(2026, 10, 23, 2, 20);

const OFFICE = {
  vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu',
  en: 'Tân Châu one-stop office',
};
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** A ticket by its number; its id is made of it, so that a test can name it. */
export function exampleTicket(number: string, agoMinutes: number, priority = false): TicketInLine {
  const service = EXAMPLE_SERVICES.find(({ prefix }) => number.startsWith(prefix))?.id ?? 'dat-dai';
  return {
    ticket: exampleId(number),
    number,
    service,
    arrivedAt: EXAMPLE_AT - agoMinutes * MINUTE,
    priority: priority ? 'priority' : 'regular',
  };
}

export function exampleId(number: string): string {
  return `ticket-${number}`;
}

const WAITING: CounterView['waiting'] = [
  { ...exampleTicket('A009', 62), from: 'bound' },
  { ...exampleTicket('A031', 12, true), from: 'own' },
  { ...exampleTicket('A021', 41), from: 'own' },
  { ...exampleTicket('A022', 33), from: 'own' },
  { ...exampleTicket('A024', 27), from: 'own' },
  { ...exampleTicket('A025', 24), from: 'own' },
  { ...exampleTicket('A027', 19), from: 'own' },
  { ...exampleTicket('A030', 14), from: 'own' },
  { ...exampleTicket('A033', 3), from: 'own' },
  { ...exampleTicket('A034', 0), from: 'own' },
  { ...exampleTicket('T012', 16), from: 'helps' },
  { ...exampleTicket('T014', 8), from: 'helps' },
];

const CALLED: CurrentTicket = {
  ...exampleTicket('A020', 43, true),
  state: 'called',
  since: EXAMPLE_AT - 24 * SECOND,
  calls: 1,
  waitedMs: 42 * MINUTE,
  next: [],
  room: 2,
  note: null,
};

/** Who is at the other counters. */
const AT_COUNTERS: Record<number, CounterView['counters'][number]['current']> = {
  1: { number: 'A019', state: 'serving' },
  4: { number: 'T011', state: 'serving' },
  5: { number: 'C014', state: 'called' },
  7: { number: 'H009', state: 'serving' },
  9: { number: 'B021', state: 'serving' },
  11: { number: 'K004', state: 'called' },
};

/** All counters, with whoever is at this one. */
function hallWith(here: CurrentTicket | null): CounterView['counters'] {
  return EXAMPLE_COUNTERS.map(({ id, own, helps }) => ({
    id,
    state: id === 2 ? 'paused' : id === 6 || id === 14 ? 'closed' : 'open',
    serves: [...own, ...helps],
    current: id === 3 ? here && { number: here.number, state: here.state } : (AT_COUNTERS[id] ?? null),
  }));
}

const SERVING: CurrentTicket = {
  ...CALLED,
  state: 'serving',
  since: EXAMPLE_AT - 11 * MINUTE - 5 * SECOND,
  calls: 2,
  next: ['can-cuoc', 'chung-thuc'],
  room: 0,
  note: 'Đã đủ bản sao, còn thiếu chữ ký của vợ. Nhờ anh chị kiểm tra lại trích lục bản đồ địa chính trước khi nhận.',
};

/** What every counter may, whoever is there. */
const ALWAYS = ['counter:auto-call', 'counter:call-help', 'ticket:take'] as const;

const CALM: CounterView = {
  at: EXAMPLE_AT,
  office: OFFICE,
  timeZone: TIME_ZONE,
  counter: { id: 3, state: 'open', pauseReason: null },
  autoCall: 'off',
  isReassigned: false,
  help: [],
  services: EXAMPLE_SERVICES.map(({ id, prefix, short }, index) => ({
    id,
    prefix,
    short,
    serves: id === 'dat-dai' ? 'own' : id === 'the-chap' ? 'helps' : 'no',
    waiting: (index * 5 + 9) % 11,
    // The first two are this counter's; of those the list below says who waits.
    longestWaitMinutes: (index * 5 + 9) % 11 === 0 ? null : ([41, 16][index] ?? (index * 13 + 7) % 52),
  })),
  counters: hallWith(null),
  current: null,
  seen: null,
  upNext: exampleTicket('A009', 62),
  waiting: WAITING,
  waitingCount: WAITING.length,
  parked: [
    { ...exampleTicket('A014', 71), parkedAt: EXAMPLE_AT - 18 * MINUTE },
    { ...exampleTicket('T006', 55), parkedAt: EXAMPLE_AT - 4 * MINUTE },
  ],
  absent: [
    { ...exampleTicket('A011', 80), absentSince: EXAMPLE_AT - 25 * MINUTE, mayReturn: true },
    { ...exampleTicket('A005', 110), absentSince: EXAMPLE_AT - 61 * MINUTE, mayReturn: false },
  ],
  may: [...ALWAYS, 'ticket:call-next', 'ticket:call-this', 'counter:pause', 'counter:close'],
  recallFrom: 0,
  undo: null,
  callsBeforeAbsent: 3,
  servicesPerTicket: 3,
  reasons: {
    outOfOrder: [
      'Người cao tuổi, sức khỏe yếu',
      'Đã hẹn giờ trước',
      'Bổ sung hồ sơ theo giấy hẹn',
      'Gọi nhầm trước đó',
    ],
    pause: ['Nghỉ giải lao', 'Họp', 'Giải quyết hồ sơ', 'Sự cố máy tính'],
  },
};

/** The states in which a clerk meets the page. */
export const EXAMPLE_VIEWS = {
  idle: CALM,
  called: {
    ...CALM,
    counters: hallWith(CALLED),
    current: CALLED,
    seen: { shown: true, spoken: true, trouble: null },
    may: [
      ...ALWAYS,
      'ticket:call-next',
      'ticket:call-this',
      'ticket:recall',
      'ticket:start-service',
      'ticket:finish',
      'ticket:park',
      'ticket:transfer',
      'ticket:add-service',
      'ticket:undo-call',
      'counter:close',
    ],
    undo: { command: 'ticket:call-next', number: 'A020', until: EXAMPLE_AT + 7 * SECOND },
  },
  calledOften: {
    ...CALM,
    counters: hallWith(CALLED),
    current: { ...CALLED, calls: 3, since: EXAMPLE_AT - 3 * MINUTE },
    seen: { shown: false, spoken: false, trouble: 'not-shown' },
    may: [
      ...ALWAYS,
      'ticket:call-next',
      'ticket:call-this',
      'ticket:recall',
      'ticket:start-service',
      'ticket:finish',
      'ticket:no-show',
      'ticket:park',
      'ticket:transfer',
      'ticket:add-service',
      'counter:close',
    ],
  },
  serving: {
    ...CALM,
    counters: hallWith(SERVING),
    current: SERVING,
    may: [
      ...ALWAYS,
      'ticket:call-next',
      'ticket:call-this',
      'ticket:finish',
      'ticket:park',
      'ticket:transfer',
      'ticket:add-service',
    ],
  },
  nobody: {
    ...CALM,
    upNext: null,
    waiting: [],
    waitingCount: 0,
    parked: [],
    absent: [],
    may: [...ALWAYS, 'ticket:call-next', 'counter:pause', 'counter:close'],
  },
  paused: {
    ...CALM,
    counter: { id: 3, state: 'paused', pauseReason: 'Nghỉ giải lao' },
    may: [...ALWAYS, 'counter:open', 'counter:close', 'ticket:undo-call'],
    undo: { command: 'counter:pause', number: null, until: EXAMPLE_AT + 9 * SECOND },
  },
  closed: { ...CALM, counter: { id: 3, state: 'closed', pauseReason: null }, may: [...ALWAYS, 'counter:open'] },
} as const satisfies Record<string, CounterView>;

export const EXAMPLE_CHOICE: CountersView = {
  mine: null,
  at: EXAMPLE_AT,
  office: OFFICE,
  timeZone: TIME_ZONE,
  counters: EXAMPLE_COUNTERS.map(({ id, own }) => ({
    id,
    state: id === 2 ? 'paused' : id === 6 || id === 14 ? 'closed' : 'open',
    services: own.map(exampleName),
  })),
};
