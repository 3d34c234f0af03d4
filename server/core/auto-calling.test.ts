import { describe, expect, it } from 'vitest';
import { counterView } from './counter-view.ts';
import { decide } from './decide.ts';
import { refuse } from './decision.ts';
import { counterNow } from './office.ts';
import { aDay, type Day } from './testing/a-day.ts';

const calledAt = (day: Day) => [1, 2, 3, 4].map((counter) => day.current(counter));
const autoCall = (day: Day, counter: number) => counterNow(day.office, counter).autoCall;

describe('counter:auto-call', () => {
  it('[C11] calls the next as soon as the counter is free', () => {
    const day = aDay().opened(1).autoCalling(1).issuedMany(3, 'land');
    expect([day.current(1), day.line('land')]).toEqual(['A001', ['A002', 'A003']]);
    expect([day.finished(1).current(1), day.line('land')]).toEqual(['A002', ['A003']]);
  });

  it('[C11] calls whoever comes while the counter is free, and gives each of two who come to one counter', () => {
    const day = aDay().opened(1, 2).autoCalling(1, 2).issued('land').issued('land').issued('land');
    expect([calledAt(day), day.line('land')]).toEqual([['A001', 'A002', null, null], ['A003']]);
  });

  it('[C11] gives a visitor to a counter of his service before one that only helps with it', () => {
    const day = aDay().opened(1, 3).autoCalling(1, 3).issued('civil');
    expect(calledAt(day)).toEqual([null, null, 'B001', null]);
  });

  it('[C11] gives him to the counter that has called nobody for longest', () => {
    const day = aDay().opened(1, 2).issuedMany(2, 'land').called(2).later(1).called(1).finished(1).finished(2);
    expect(calledAt(day.autoCalling(1, 2).issued('land'))).toEqual([null, 'A003', null, null]);
  });

  it('[C11] waits while the counter pauses or is closed, and goes on when it opens', () => {
    const day = aDay().opened(1).autoCalling(1).paused(1).issued('land');
    expect(day.current(1)).toBeNull();
    expect(day.closed(1).current(1)).toBeNull();
    expect(day.opened(1).current(1)).toBe('A001');
  });

  it('[C11] ends when it is switched off, and with the day', () => {
    const day = aDay().opened(1).autoCalling(1).told(1, 'counter:auto-call', { to: 'off' }).issued('land');
    expect(day.current(1)).toBeNull();
    expect(autoCall(day.autoCalling(1).dayClosed(), 1)).toBe('off');
    expect(day.ask(1, 'counter:auto-call', { to: 'on' })).toEqual(refuse('day-closed'));
  });

  it('[C11] calls for nobody who did not wish it', () => {
    const day = aDay().opened(1).issued('land');
    const call = { ...day.command('house', 'ticket:auto-call', {}), counter: 1 };
    expect([day.current(1), autoCall(day, 1)]).toEqual([null, 'off']);
    expect(decide(day.office, day.setup, call)).toEqual(refuse('not-allowed'));
  });
});

describe('an undo where the house calls', () => {
  it('[C12] takes back the press and what the house called because of it', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').autoCalling(1).started(1);
    const before = day.ticket('A001');
    day.finished(1).undone(1);
    expect([day.ticket('A001'), day.current(1), day.line('land')]).toEqual([before, 'A001', ['A002']]);
    expect(day.office.board.map(({ number }) => number)).toEqual(['A001']);
  });

  it('[C12] brings back both rows of the board when a visitor was sent on and another called again', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1).parked(1).called(1).autoCalling(1).resumed('A001', 1);
    const board = [...day.office.board];
    day.transferred(1, 'cards').undone(1);
    expect(day.office.board).toEqual(board);
  });

  it('[C12] calls nobody again until the clerk has pressed', () => {
    const day = aDay().opened(1).autoCalling(1).issued('land').undone(1).later(60_000).issued('land');
    expect([day.current(1), day.line('land'), autoCall(day, 1)]).toEqual([null, ['A001', 'A002'], 'held']);
    expect([day.called(1).current(1), autoCall(day, 1)]).toEqual(['A001', 'on']);
    expect(day.finished(1).current(1)).toBe('A002');
  });

  it('[C12] leaves the counter time to pause', () => {
    const day = aDay().opened(1).autoCalling(1).issued('land').undone(1).paused(1);
    expect([day.current(1), day.line('land')]).toEqual([null, ['A001']]);
  });

  it('[C12] [S15] calls nobody either because the clerk gives somebody a number or prints a slip again', () => {
    const day = aDay().opened(1).autoCalling(1).issued('land').undone(1);
    day.told(1, 'ticket:take', { services: ['land'], priority: 'regular' });
    expect([day.current(1), day.line('land'), autoCall(day, 1)]).toEqual([null, ['A001', 'A002'], 'held']);
  });

  it('[C7] [S15] a number given at a counter takes nothing from what can be taken back there', () => {
    const day = aDay().opened(1).issued('land').called(1);
    day.told(1, 'ticket:take', { services: ['civil'], priority: 'regular' }).undone(1);
    expect([day.current(1), day.line('land'), day.line('civil')]).toEqual([null, ['A001'], ['B001']]);
  });

  it('[C7] a call for help and the wish itself take nothing from what can be taken back', () => {
    const day = aDay().opened(1).issued('land').called(1).told(1, 'counter:call-help').autoCalling(1).undone(1);
    expect([day.current(1), day.line('land')]).toEqual([null, ['A001']]);
  });
});

describe('whom the page shows as next', () => {
  it('[C13] may be who is here, for the next service of his visit', () => {
    const day = aDay().opened(1).issued('land', 'civil').called(1);
    const [counter] = day.setup.counters;
    const { upNext } = counterView(day.office, day.setup, day.now, counter ?? { id: 1, own: [], helps: [] });
    expect(upNext).toMatchObject({ number: 'A001', service: 'civil' });
    expect(day.called(1).ticket('A001').errand.service).toBe('civil');
  });
});
