import { describe, expect, it } from 'vitest';
import type { CounterId } from '#shared/domain/ids.ts';
import { countersView, counterView } from './counter-view.ts';
import { aDay, type Day } from './testing/a-day.ts';
import { clock } from './testing/a-hall.ts';

function view(day: Day, id: CounterId) {
  const counter = day.setup.counters.find((one) => one.id === id);
  if (!counter) throw new Error(`There is no counter ${id}.`);
  return counterView(day.office, day.setup, day.now, counter);
}

describe('counterView', () => {
  it('[Q3] lists who waits in the order of calling, and says whom the next press would call', () => {
    const day = aDay().opened(1).issued('civil').issuedMany(2, 'land').called(1).parked(1).resumed('A001', 1);
    const { waiting, upNext, waitingCount } = view(day, 1);
    expect(waiting.map(({ number, from }) => [number, from])).toEqual([
      ['A001', 'bound'],
      ['A002', 'own'],
      ['B001', 'helps'],
    ]);
    expect([upNext?.number, waitingCount]).toEqual(['A001', 3]);
    expect(day.called(1).current(1)).toBe('A001');
  });

  it('[S3] says that who is here would be called again, when it is this counter that does what comes next and nobody was earlier', () => {
    const day = aDay().opened(4).issued('cards', 'results').called(4);
    expect(view(day, 4).upNext?.number).toBe('C001');
    expect(day.called(4).current(4)).toBe('C001');
  });

  it('shows 200 of a longer line, and the whole count', () => {
    const { waiting, waitingCount } = view(aDay().opened(1).issuedMany(230, 'land'), 1);
    expect([waiting.length, waitingCount]).toEqual([200, 230]);
  });

  it('[T1] tells how long who is here has waited, in open minutes until the first call', () => {
    const day = aDay().opened(1).at('06:45').issued('land').at('07:05').called(1).at('07:06').recalled(1);
    expect(view(day, 1).current).toEqual({
      ticket: day.id('A001'),
      number: 'A001',
      service: 'land',
      arrivedAt: clock('06:45'),
      priority: 'regular',
      state: 'called',
      since: clock('07:05'),
      calls: 2,
      waitedMs: 5 * 60_000,
      next: [],
      room: 2,
      note: null,
    });
  });

  it('[T3] lets the waiting end at the first call, also for who was transferred and called again', () => {
    const day = aDay().opened(1, 3).issued('land').at('07:05').called(1).at('07:30').transferred(1, 'civil').called(3);
    expect(view(day, 3).current?.waitedMs).toBe(5 * 60_000);
  });

  it('[S4] shows who is parked here, and who is parked at a counter that has closed and can be done here', () => {
    const day = aDay().opened(1, 2).issuedMany(2, 'land').called(1).parked(1).called(2).parked(2);
    const parked = (id: CounterId) => view(day, id).parked.map(({ number }) => number);
    expect([parked(1), parked(2)]).toEqual([['A001'], ['A002']]);
    day.closed(2);
    expect([parked(1), parked(4)]).toEqual([['A001', 'A002'], []]);
  });

  it('[S4] keeps the parked in the order in which they were parked, also after an undo', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1).parked(1).later(1).called(1).parked(1);
    day.resumed('A001', 1).undone(1);
    expect(view(day, 1).parked.map(({ number }) => number)).toEqual(['A001', 'A002']);
  });

  it('[C6] shows the absent of the services that this counter calls, and whether they may still return', () => {
    const day = aDay().opened(1).issued('land').calledInVain(1);
    expect(view(day, 3).absent.map(({ number, mayReturn }) => [number, mayReturn])).toEqual([['A001', true]]);
    expect(view(day, 4).absent).toEqual([]);
  });

  it.each([
    ['closed', aDay(), ['counter:open']],
    ['open, nobody waits', aDay().opened(1), ['ticket:call-next', 'counter:pause', 'counter:close']],
    ['paused', aDay().opened(1).paused(1), ['counter:open', 'counter:close']],
    ['the day is closed', aDay().opened(1).dayClosed(), []],
    [
      'called, another waits',
      aDay().opened(1).issuedMany(2, 'land').called(1),
      [
        'ticket:undo-call',
        'ticket:call-next',
        'ticket:call-this',
        'ticket:finish',
        'ticket:park',
        'ticket:transfer',
        'ticket:add-service',
        'ticket:recall',
        'ticket:start-service',
        'counter:close',
      ],
    ],
    [
      'being served for a while',
      aDay().opened(1).issued('land').called(1).started(1).later(60_000),
      ['ticket:call-next', 'ticket:finish', 'ticket:park', 'ticket:transfer', 'ticket:add-service'],
    ],
  ] as const)('[A5] says what a clerk may press: %s', (_, day, may) => {
    const whileOpen = ['ticket:take', 'counter:auto-call', 'counter:call-help'];
    expect(view(day, 1).may).toEqual([...may, ...(day.office.dayState === 'open' ? whileOpen : ['counter:call-help'])]);
  });

  it('[A5] [S15] offers to give a number only within the hours', () => {
    const may = (time: string) => view(aDay().opened(1).at(time), 1).may.includes('ticket:take');
    expect([may('10:44'), may('10:45'), may('12:45')]).toEqual([true, false, true]);
  });

  it('[T1] tells of every line how long, in open minutes, whoever waits longest has waited', () => {
    const day = aDay().at('06:50').issued('land').at('07:10').issuedPriority('land').issued('civil').at('07:12');
    expect(
      view(day, 3).services.map(({ id, waiting, longestWaitMinutes }) => [id, waiting, longestWaitMinutes]),
    ).toEqual([
      ['land', 2, 12],
      ['civil', 1, 2],
      ['cards', 0, null],
      ['results', 0, null],
    ]);
  });

  it('tells who is at every counter, and whether called or served', () => {
    const day = aDay().opened(1, 2).issuedMany(2, 'land').called(1).called(2).started(2);
    expect(view(day, 4).counters.map(({ current }) => current)).toEqual([
      { number: 'A001', state: 'called' },
      { number: 'A002', state: 'serving' },
      null,
      null,
    ]);
  });

  it('[A5] [N4] tells how many further services a visit can still be given', () => {
    const day = aDay().opened(1).issued('land', 'civil').called(1);
    expect(view(day, 1).current?.room).toBe(1);
    expect(view(day.added(1, 'cards'), 1).current?.room).toBe(0);
  });

  it('[C5] offers the no-show only after the set number of calls', () => {
    const day = aDay().opened(1).issued('land').called(1).recalled(1);
    expect(view(day, 1).may).not.toContain('ticket:no-show');
    expect(view(day.recalled(1), 1).may).toContain('ticket:no-show');
  });

  it('[C7] names what can be taken back, and until when', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').at('07:30').called(1);
    expect(view(day, 1).undo).toEqual({ command: 'ticket:call-next', number: 'A001', until: clock('07:30') + 10_000 });
    expect(view(day.later(10_001), 1).undo).toBeNull();
  });
});

describe('countersView', () => {
  it('[S7] tells which counters are open, paused or closed', () => {
    const day = aDay().opened(1, 2).paused(2);
    expect(countersView(day.office, day.setup, day.now).counters).toEqual([
      { id: 1, state: 'open', services: ['Đất đai'] },
      { id: 2, state: 'paused', services: ['Đất đai'] },
      { id: 3, state: 'closed', services: ['Hộ tịch'] },
      { id: 4, state: 'closed', services: ['Căn cước', 'Nhận kết quả'] },
    ]);
  });
});
