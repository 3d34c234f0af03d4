import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES, type CommandInput, type CommandName, isCommandName, QUEUE_COMMANDS } from './queue-commands.ts';
import { REFUSALS } from './refusals.ts';
import { PAGE_ROLES, type Role } from './roles.ts';
import { Envelope, Hello } from './socket-events.ts';
import { VIEWS } from './views.ts';

const TICKET = 'V1StGXR8_Z5jdHi6B-myT';

type Examples = { [N in CommandName]: { good: CommandInput<N>; bad: Record<string, unknown> } };

/** `bad`: what is wrong, and the input that has it. What is wrong with every row is tried on all of them below. */
const EXAMPLES: Examples = {
  'ticket:take': {
    good: { services: ['dat-dai', 'ho-tich'], priority: 'regular' },
    bad: {
      'no service': { services: [], priority: 'regular' },
      'ten services': { services: Array(10).fill('dat-dai'), priority: 'regular' },
      'a service that is no id': { services: ['Đất đai'], priority: 'regular' },
      'an id too long': { services: ['x'.repeat(33)], priority: 'regular' },
      'a class that does not exist': { services: ['dat-dai'], priority: 'vip' },
      'a language that nobody speaks here': { services: ['dat-dai'], priority: 'regular', language: 'xx' },
    },
  },
  'ticket:call-next': { good: { expects: null }, bad: { 'an empty id': { expects: '' } } },
  'ticket:call-this': {
    good: { expects: null, ticket: TICKET, reason: 'Trường hợp khẩn' },
    bad: {
      'an empty reason': { expects: null, ticket: TICKET, reason: '' },
      'a reason of spaces': { expects: null, ticket: TICKET, reason: '   ' },
      'a reason too long': { expects: null, ticket: TICKET, reason: 'x'.repeat(121) },
      'nobody chosen': { expects: null, ticket: null, reason: 'vì thế' },
    },
  },
  'ticket:auto-call': { good: {}, bad: { 'a counter of its own choice': { counter: 7 } } },
  'ticket:recall': { good: { expects: TICKET }, bad: { nobody: { expects: null } } },
  'ticket:start-service': { good: { expects: TICKET }, bad: { nobody: { expects: null } } },
  'ticket:finish': { good: { expects: TICKET }, bad: { nobody: { expects: null } } },
  'ticket:no-show': { good: { expects: TICKET }, bad: { nobody: { expects: null } } },
  'ticket:return': { good: { ticket: TICKET }, bad: { 'a number for an id': { ticket: 'A001' } } },
  'ticket:park': { good: { expects: TICKET }, bad: { nobody: { expects: null } } },
  'ticket:resume': { good: { ticket: TICKET }, bad: { 'an id too long': { ticket: 'x'.repeat(65) } } },
  'ticket:transfer': {
    good: { expects: TICKET, to: 'ho-tich', counter: 7, note: 'thiếu bản sao' },
    bad: {
      'counter 0': { expects: TICKET, to: 'ho-tich', counter: 0, note: null },
      'half a counter': { expects: TICKET, to: 'ho-tich', counter: 1.5, note: null },
      'a note too long': { expects: TICKET, to: 'ho-tich', counter: null, note: 'x'.repeat(121) },
      'no service': { expects: TICKET, to: null, counter: 7, note: null },
      'further services without end': {
        ...{ expects: TICKET, to: 'ho-tich', counter: null, note: null },
        further: Array(9).fill('dat-dai'),
      },
      'a further service that is no id': {
        ...{ expects: TICKET, to: 'ho-tich', counter: null, note: null },
        further: ['Đất đai'],
      },
    },
  },
  'ticket:add-service': {
    good: { expects: TICKET, service: 'ho-tich' },
    bad: { 'an empty id': { expects: TICKET, service: '' } },
  },
  'ticket:undo-call': { good: { expects: TICKET }, bad: { 'an id with spaces': { expects: 'not an id' } } },
  'ticket:cancel': {
    good: { ticket: TICKET },
    bad: {
      'an id with markup': { ticket: '<b>ticket</b>' },
      'a reason of spaces': { ticket: TICKET, reason: '  ' },
    },
  },
  'ticket:cancel-range': {
    good: { from: 'A003', to: 'A009', reason: 'bấm nghịch' },
    bad: {
      'no reason': { from: 'A003', to: 'A009', reason: ' ' },
      'a number of two digits': { from: 'A03', to: 'A009', reason: 'bấm nghịch' },
      'a small letter': { from: 'A003', to: 'a009', reason: 'bấm nghịch' },
    },
  },
  'counter:open': { good: {}, bad: { 'a counter of its own choice': { counter: 7 } } },
  'counter:pause': { good: { reason: 'Nghỉ giải lao' }, bad: { 'an empty reason': { reason: ' ' } } },
  'counter:close': { good: {}, bad: { 'a counter of its own choice': { counter: 7 } } },
  'counter:auto-call': { good: { to: 'on' }, bad: { 'half on': { to: 'held' } } },
  'counter:call-help': { good: {}, bad: { 'a counter of its own choice': { counter: 7 } } },
  'counter:help-came': { good: { counter: 7 }, bad: { 'counter 0': { counter: 0 } } },
  'counter:supervise': {
    good: { counter: 7, to: 'paused', reason: 'Họp' },
    bad: {
      'a state that does not exist': { counter: 7, to: 'busy', reason: null },
      'a reason of spaces': { counter: 7, to: 'paused', reason: ' ' },
    },
  },
  'counter:assign': {
    good: { counter: 7, services: { own: ['dat-dai'], helps: ['ho-tich'] } },
    bad: {
      'no service of its own': { counter: 7, services: { own: [], helps: ['ho-tich'] } },
      'half of the services': { counter: 7, services: { own: ['dat-dai'] } },
    },
  },
  'day:close': { good: {}, bad: { 'a day of its own choice': { day: '2026-11-23' } } },
  'hours:extend': { good: {}, bad: { 'an end of its own choice': { until: 0 } } },
  'day:open': { good: { day: '2026-11-23' }, bad: { 'a day written otherwise': { day: '23/11/2026' } } },
  'slip:reprint': { good: { ticket: TICKET }, bad: { 'a number for an id': { ticket: 'A001' } } },
  'slip:report': {
    good: { ticket: TICKET, outcome: 'refused', reason: 'hết giấy' },
    bad: {
      'an outcome that does not exist': { ticket: TICKET, outcome: 'lost', reason: null },
      'a reason too long': { ticket: TICKET, outcome: 'refused', reason: 'x'.repeat(121) },
    },
  },
};

const accepts = (name: CommandName, input: unknown) => v.safeParse(QUEUE_COMMANDS[name].input, input).success;

describe.each(COMMAND_NAMES)('%s', (name) => {
  const { good, bad } = EXAMPLES[name];
  const fields = Object.keys(good);

  it('takes a good input as it is', () => {
    expect(v.parse(QUEUE_COMMANDS[name].input, good)).toEqual(good);
  });

  it.each(Object.entries(bad))('refuses %s', (_, input) => {
    expect(accepts(name, input)).toBe(false);
  });

  it('refuses a field it does not know', () => {
    expect(accepts(name, { ...good, at: 0 })).toBe(false);
  });

  it('refuses an input that lacks any of its fields', () => {
    const accepted = fields.filter((field) => {
      const rest = Object.entries(good).filter(([key]) => key !== field);
      return accepts(name, Object.fromEntries(rest));
    });
    expect(accepted).toEqual([]);
  });

  it('refuses the wrong type in any of its fields', () => {
    const wrong = [{ id: TICKET }, true, Number.NaN, undefined];
    const accepted = fields.filter((field) => wrong.some((value) => accepts(name, { ...good, [field]: value })));
    expect(accepted).toEqual([]);
  });

  it.each([null, undefined, 'text', 7])('refuses %j for the whole input', (input) => {
    expect(accepts(name, input)).toBe(false);
  });
});

describe('who may send what', () => {
  const sentBy = (role: Role) => COMMAND_NAMES.filter((name) => senders(name).includes(role));
  const senders = (name: CommandName): readonly Role[] => QUEUE_COMMANDS[name].from;

  it('[A1] a kiosk takes numbers and does nothing else', () => {
    expect(sentBy('kiosk')).toEqual(['ticket:take']);
  });

  it('[A1] a display says nothing', () => {
    expect(sentBy('display')).toEqual([]);
  });

  it('[A1] the manager gives numbers, helps who is absent or leaves, and looks after the counters and the day', () => {
    expect(sentBy('manager')).toEqual([
      'ticket:take',
      'ticket:return',
      'ticket:cancel',
      'ticket:cancel-range',
      'counter:help-came',
      'counter:supervise',
      'counter:assign',
      'day:close',
      'hours:extend',
      'slip:reprint',
    ]);
  });

  it('[A1] only a counter calls, serves, opens and closes', () => {
    const counterOnly = COMMAND_NAMES.filter((name) => senders(name).join() === 'counter');
    expect(counterOnly).toEqual([
      'ticket:call-next',
      'ticket:call-this',
      'ticket:recall',
      'ticket:start-service',
      'ticket:finish',
      'ticket:no-show',
      'ticket:park',
      'ticket:resume',
      'ticket:transfer',
      'ticket:add-service',
      'ticket:undo-call',
      'counter:open',
      'counter:pause',
      'counter:close',
      'counter:auto-call',
      'counter:call-help',
    ]);
  });

  it('[A1] only the house calls by itself, opens a day and reports slips', () => {
    const houseOnly = COMMAND_NAMES.filter((name) => senders(name).join() === 'house');
    expect(houseOnly).toEqual(['ticket:auto-call', 'day:open', 'slip:report']);
  });

  it('[A1] a page cannot come as the house', () => {
    expect(v.safeParse(Hello, { protocol: 1, role: 'house', counter: null }).success).toBe(false);
    expect(PAGE_ROLES).not.toContain('house');
  });
});

describe('what goes over the wire', () => {
  const commandId = 'V1StGXR8_Z5jdHi6';

  it('[R1] is a command with an id long enough that nobody else makes the same', () => {
    expect(v.safeParse(Envelope, { commandId, input: {} }).success).toBe(true);
    expect(v.safeParse(Envelope, { commandId: 'short', input: {} }).success).toBe(false);
    expect(v.safeParse(Envelope, { input: {} }).success).toBe(false);
    expect(v.safeParse(Envelope, { commandId, input: {}, role: 'manager' }).success).toBe(false);
  });

  it('is a hello with a role, and for a counter its number', () => {
    expect(v.safeParse(Hello, { protocol: 1, role: 'counter', counter: 7 }).success).toBe(true);
    expect(v.safeParse(Hello, { protocol: 1, role: 'counter', counter: '7' }).success).toBe(false);
    expect(v.safeParse(Hello, { protocol: 1, role: 'clerk', counter: 7 }).success).toBe(false);
    expect(v.safeParse(Hello, { protocol: 1, role: 'kiosk' }).success).toBe(false);
  });

  it.each(['ticket:take-all', 'constructor', '__proto__', 'toString', '', 7, null])(
    'knows %j for no command',
    (name) => {
      expect(isCommandName(name)).toBe(false);
    },
  );

  it('tells of every command and view what it is for, and has each refusal once', () => {
    const rows = [...Object.values(QUEUE_COMMANDS), ...Object.values(VIEWS)];
    expect(rows.filter(({ about }) => about.length < 10)).toEqual([]);
    expect(new Set(REFUSALS).size).toBe(REFUSALS.length);
  });
});
