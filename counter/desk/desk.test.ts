import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLE_AT, EXAMPLE_VIEWS, exampleId, exampleTicket } from '#counter/example-views.ts';
import { createOwnKeys } from '#counter/keys/own-keys.ts';
import type { DoorView } from '#shared/contract/access-views.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { CounterView } from '#shared/contract/views.ts';
import type { Connection, Online } from '#shared/page/connection.ts';
import { createDesk } from './desk.ts';
import type { DeskAction } from './desk-action.ts';
import { HOLD_MS } from './hold.ts';

const { idle, called, calledOften, serving, paused, closed } = EXAMPLE_VIEWS;
const A020 = exampleId('A020');
const YES: Reply = { ok: true, answer: {} };

beforeEach(() => {
  vi.useFakeTimers({ now: EXAMPLE_AT });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A desk without a page, and a house that answers what the test says; `null`: nothing yet. */
function deskAt(view: CounterView, answerWith: (name: string) => Reply | null = () => YES) {
  const sent: { name: string; input: unknown }[] = [];
  const picture = signal<CounterView | null>(view);
  const door = signal<DoorView | null>(null);
  const online = signal<Online>('online');
  const connection = {
    ...{ view: picture, door, online, heardAt: signal(0), enter: () => undefined },
    send: (name: string, input: unknown) => {
      sent.push({ name, input });
      const reply = answerWith(name);
      return reply ? Promise.resolve(reply) : new Promise(() => undefined);
    },
  };
  const nothingKept = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  // The part of a connection that a desk uses.
  const desk = createDesk(connection as unknown as Connection<'view:counter'>, { ownKeys: createOwnKeys(nothingKept) });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { desk, sent, picture, door, online, settle };
}

describe('what an action sends', () => {
  const onA020 = { expects: A020 };
  it.each<[DeskAction, CounterView, string, unknown]>([
    ['ticket:call-next', idle, 'ticket:call-next', { expects: null }],
    ['ticket:start-service', called, 'ticket:start-service', onA020],
    ['ticket:finish', serving, 'ticket:finish', onA020],
    ['ticket:recall', called, 'ticket:recall', onA020],
    ['ticket:no-show', calledOften, 'ticket:no-show', onA020],
    ['ticket:park', serving, 'ticket:park', onA020],
    ['ticket:undo-call', called, 'ticket:undo-call', onA020],
    ['counter:open', closed, 'counter:open', {}],
    ['counter:auto-call', withMay(idle, 'counter:auto-call'), 'counter:auto-call', { to: 'on' }],
    [
      'counter:auto-call',
      { ...withMay(idle, 'counter:auto-call'), autoCall: 'held' },
      'counter:auto-call',
      { to: 'off' },
    ],
    ['counter:help-came', withMay(idle, 'counter:help-came'), 'counter:help-came', { counter: null }],
  ])('%s', (action, view, name, input) => {
    const { desk, sent } = deskAt(view);
    desk.act(action);
    expect(sent).toEqual([{ name, input }]);
  });

  it.each<[DeskAction, CounterView, string]>([
    ['ticket:transfer', serving, 'transfer'],
    ['ticket:add-service', serving, 'add-service'],
    ['ticket:call-this', idle, 'pick'],
    ['ticket:resume', idle, 'pick'],
    ['ticket:return', idle, 'pick'],
    ['ticket:cancel', called, 'pick'],
    ['counter:pause', idle, 'pause'],
    ['counter:close', idle, 'close'],
    ['page:help-desk', idle, 'help-desk'],
    ['page:keys', closed, 'keys'],
  ])('%s asks first', (action, view, kind) => {
    const { desk, sent } = deskAt(view);
    desk.act(action);
    expect(desk.question.value?.kind).toBe(kind);
    expect(sent).toEqual([]);
  });

  it.each<[DeskAction, CounterView]>([
    ['ticket:resume', { ...idle, parked: [] }],
    ['ticket:return', { ...idle, absent: idle.absent.filter((one) => !one.mayReturn) }],
    ['ticket:cancel', { ...serving, waiting: [], parked: [], absent: [] }],
    ['ticket:call-this', paused],
    ['counter:auto-call', { ...idle, may: [] }],
    ['dossiers:post', idle],
    // Is held, not pressed.
    ['counter:call-help', withMay(idle, 'counter:call-help')],
  ])('%s is nothing when there is nobody for it, or the house does not offer it', (action, view) => {
    const { desk, sent } = deskAt(view);
    desk.act(action);
    expect([desk.question.value, desk.dossiers.isUsual.value, sent]).toEqual([null, true, []]);
  });

  it('nothing without the server, but for the keys of this machine', () => {
    const { desk, sent, online } = deskAt(serving);
    online.value = 'offline';
    for (const action of ['ticket:finish', 'ticket:transfer', 'ticket:cancel'] as const) desk.act(action);
    expect([sent, desk.question.value, desk.notice.value]).toEqual([[], null, 'no-connection']);
    desk.act('page:keys');
    expect(desk.question.value).toEqual({ kind: 'keys' });
  });
});

describe('somebody out of a list', () => {
  it.each<['ticket:resume' | 'ticket:return', string]>([
    ['ticket:resume', 'A014'],
    ['ticket:return', 'A011'],
  ])('%s sends at once, and the question goes with the yes', async (pick, number) => {
    const { desk, sent, settle } = deskAt(idle);
    desk.act(pick);
    desk.picked(pick, exampleTicket(number, 1));
    expect(sent).toEqual([{ name: pick, input: { ticket: exampleId(number) } }]);
    await settle();
    expect(desk.question.value).toBeNull();
  });

  it('[S6] is asked why: before a call out of order, and before he is cancelled', async () => {
    const { desk, sent, settle } = deskAt(called);
    desk.picked('ticket:call-this', exampleTicket('A024', 1));
    expect(desk.question.value).toMatchObject({ kind: 'call-this', expects: A020 });
    desk.picked('ticket:cancel', exampleTicket('A014', 1));
    expect(desk.question.value).toMatchObject({ kind: 'cancel' });
    desk.cancel(exampleId('A014'), 'Khách đã về');
    expect(sent).toEqual([{ name: 'ticket:cancel', input: { ticket: exampleId('A014'), reason: 'Khách đã về' } }]);
    await settle();
    expect(desk.question.value).toBeNull();
  });

  it('stays asked for when the answer is no', async () => {
    const { desk, settle } = deskAt(idle, () => ({ ok: false, refusal: 'returned-already' }));
    desk.act('ticket:return');
    desk.picked('ticket:return', exampleTicket('A011', 1));
    await settle();
    expect(desk.question.value).toEqual({ kind: 'pick', pick: 'ticket:return' });
    expect(desk.notice.value).toBe('returned-already');
  });
});

describe('a transfer from a wrong lane', () => {
  it('names what else the visitor came for, and leaves it out where he came for nothing else', () => {
    const { desk, sent } = deskAt(serving, () => null);
    desk.transfer(A020, { to: 'ho-tich', counter: null, note: ' ', further: ['bhxh'] });
    const other = deskAt(serving);
    other.desk.transfer(A020, { to: 'ho-tich', counter: 5, note: 'x', further: [] });
    expect([...sent, ...other.sent].map(({ input }) => input)).toEqual([
      { expects: A020, to: 'ho-tich', counter: null, note: null, further: ['bhxh'] },
      { expects: A020, to: 'ho-tich', counter: 5, note: 'x' },
    ]);
  });
});

describe('the dossiers', () => {
  const agents = { count: 12, handedOver: 'post', channel: 'online' };
  const tell = ({ dossiers }: ReturnType<typeof createDesk>) => {
    for (const digit of '12') dossiers.type(digit);
    dossiers.choose('dossiers:post');
    dossiers.choose('dossiers:online');
  };

  it.each<[string, (desk: ReturnType<typeof createDesk>) => void, object]>([
    ['next', (desk) => desk.act('ticket:call-next'), { expects: A020 }],
    ['finish', (desk) => desk.act('ticket:finish'), { expects: A020 }],
    [
      'call this one',
      (desk) => desk.callThis({ ticket: exampleTicket('A024', 1), expects: A020 }, 'Đã hẹn'),
      { expects: A020, ticket: exampleId('A024'), reason: 'Đã hẹn' },
    ],
  ])('go with %s, and are the usual again after it', async (_what, press, input) => {
    const { desk, sent, settle } = deskAt(serving, () => ({ ok: true, answer: { called: null } }));
    tell(desk);
    press(desk);
    expect(sent.map((one) => one.input)).toEqual([{ ...input, dossiers: agents }]);
    await settle();
    expect(desk.dossiers.isUsual.value).toBe(true);
  });

  it('stay when the answer is no, and go with the next press', async () => {
    const { desk, sent, settle } = deskAt(serving, () => ({ ok: false, refusal: 'out-of-service' }));
    tell(desk);
    desk.act('ticket:finish');
    await settle();
    desk.act('ticket:finish');
    expect(sent.map((one) => one.input)).toEqual(Array(2).fill({ expects: A020, dossiers: agents }));
  });

  it('are nobody’s but his of whom they were told', () => {
    const { desk, picture, door } = deskAt(serving);
    tell(desk);
    // A new picture of the same visit changes nothing.
    picture.value = { ...serving, waitingCount: 3 };
    expect(desk.dossiers.isUsual.value).toBe(false);
    picture.value = { ...serving, current: { ...serving.current, ticket: exampleId('A021'), number: 'A021' } };
    expect(desk.dossiers.isUsual.value).toBe(true);
    tell(desk);
    door.value = { at: 0, needs: 'clerk' } as DoorView;
    expect(desk.dossiers.isUsual.value).toBe(true);
  });

  it('are not sent with a call from an empty counter', () => {
    const { desk, sent } = deskAt(idle);
    tell(desk);
    desk.act('ticket:call-next');
    expect(sent.map((one) => one.input)).toEqual([{ expects: null }]);
  });
});

describe('the silent call for help', () => {
  const ready = withMay(serving, 'counter:call-help');

  it('[S13] goes out after a second, also while another press is under way', async () => {
    const { desk, sent } = deskAt(ready, () => null);
    desk.act('ticket:park');
    desk.help.begin();
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(sent.map(({ name }) => name)).toEqual(['ticket:park', 'counter:call-help']);
    expect(desk.help.isUnderWay.value).toBe(true);
  });

  it('is not begun where it is called already, and without the server says so', async () => {
    const { desk, sent, online, picture } = deskAt({ ...serving, may: ['counter:help-came'] });
    desk.help.begin();
    online.value = 'offline';
    picture.value = ready;
    desk.help.begin();
    await vi.advanceTimersByTimeAsync(HOLD_MS);
    expect(sent).toEqual([]);
    expect(desk.notice.value).toBe('no-connection');
  });
});

function withMay(view: CounterView, ...more: CounterView['may']): CounterView {
  return { ...view, may: [...view.may, ...more] };
}
