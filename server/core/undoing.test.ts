import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { refuse } from './decision.ts';
import { outcomesOf } from './office.ts';
import { aDay } from './testing/a-day.ts';

describe('ticket:undo-call', () => {
  it('[C7] says which tickets are again what they were', () => {
    const day = aDay().opened(1).issued('land');
    const before = day.ticket('A001');
    expect(day.called(1).ask(1, 'ticket:undo-call')).toEqual({
      events: [{ type: 'call-undone', counter: 1, restored: [before] }],
      answer: {},
    });
  });

  it('[C7] gives the called ticket its exact place back', () => {
    const day = aDay().opened(1).issuedMany(3, 'land').called(1).undone(1);
    expect([day.line('land'), day.current(1)]).toEqual([['A001', 'A002', 'A003'], null]);
  });

  it('[C7] brings back who was finished by the same press, being served as before', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1).started(1);
    const before = day.ticket('A001');
    day.called(1).undone(1);
    expect([day.ticket('A001'), day.line('land'), day.current(1)]).toEqual([before, ['A002'], 'A001']);
    expect([outcomesOf(day.office, 'land').served, day.office.servedBy.get(1)]).toEqual([0, 0]);
  });

  it('[C7] puts a ticket called out of order back into the middle of its line', () => {
    const day = aDay().opened(1).issuedMany(3, 'land').calledThis(1, 'A002').undone(1);
    expect(day.line('land')).toEqual(['A001', 'A002', 'A003']);
  });

  it.each([
    ['a recall', aDay().opened(1).issued('land').called(1), 'ticket:recall', {}],
    ['a start', aDay().opened(1).issued('land').called(1), 'ticket:start-service', {}],
    ['a finish', aDay().opened(1).issued('land').called(1).started(1), 'ticket:finish', {}],
    ['a finish within a visit', aDay().opened(1).issued('land', 'civil').called(1), 'ticket:finish', {}],
    ['a no-show', aDay().opened(1).issued('land').called(1).recalled(1).recalled(1), 'ticket:no-show', {}],
    ['a parking', aDay().opened(1).issued('land').called(1), 'ticket:park', {}],
    ['a transfer', aDay().opened(1).issued('land').called(1), 'ticket:transfer', { to: 'civil', counter: null }],
    ['an added service', aDay().opened(1).issued('land').called(1), 'ticket:add-service', { service: 'civil' }],
  ] as const)('[C7] takes back %s', (_, day, name, input) => {
    const before = day.ticket('A001');
    day.later(3 * SECOND).told(1, name, { note: null, ...input });
    expect(day.undone(1).ticket('A001')).toEqual(before);
    expect(day.current(1)).toBe('A001');
  });

  it('[C7] [S16] takes back a transfer with all that was declared with it', () => {
    const day = aDay().opened(1).issued('land', 'cards').called(1);
    const before = day.ticket('A001');
    day
      .later(3 * SECOND)
      .transferred(1, 'civil', null, null, ['results'])
      .undone(1);
    expect([day.ticket('A001'), day.current(1)]).toEqual([before, 'A001']);
  });

  it.each([
    ['a return', aDay().opened(1).issued('land').calledInVain(1), 'ticket:return'],
    ['a resumption', aDay().opened(1).issued('land').called(1).parked(1), 'ticket:resume'],
    ['a cancellation', aDay().opened(1).issued('land'), 'ticket:cancel'],
  ] as const)('[C7] takes back %s by this counter', (_, day, name) => {
    const before = day.ticket('A001');
    expect(
      day
        .told(1, name, { ticket: day.id('A001') })
        .undone(1)
        .ticket('A001'),
    ).toEqual(before);
  });

  it('[C7] is possible until ten seconds have passed', () => {
    const day = aDay()
      .opened(1)
      .issued('land')
      .called(1)
      .later(10 * SECOND);
    expect(day.ask(1, 'ticket:undo-call')).toHaveProperty('events');
    expect(day.later(1).ask(1, 'ticket:undo-call')).toEqual(refuse('too-late-to-undo'));
  });

  it('[C7] goes by the seconds that the office has set', () => {
    const day = aDay({ undoSeconds: 0 }).opened(1).issued('land').called(1).later(1);
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('too-late-to-undo'));
  });

  it('[C8] is refused when another counter has called the ticket since', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).parked(1).resumed('A001', 1);
    day.calledThis(2, 'A001');
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('too-late-to-undo'));
  });

  it('[C8] is refused when the visitor who was sent on has been called there', () => {
    const day = aDay().opened(1, 3).issued('land').called(1).transferred(1, 'civil').called(3);
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('too-late-to-undo'));
  });

  it('[C8] is refused when the ticket has left since', () => {
    const day = aDay().opened(1).issued('land').called(1).transferred(1, 'civil').cancelled('A001');
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('too-late-to-undo'));
  });

  it('[C8] is refused when the ticket was called elsewhere since, even if that call was undone', () => {
    const day = aDay().opened(1, 3).issued('land').called(1).transferred(1, 'civil').called(3).undone(3);
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('too-late-to-undo'));
  });

  it('[C8] is not disturbed by what other counters do with other tickets', () => {
    const day = aDay().opened(1, 2).issuedMany(3, 'land').called(1).called(2).undone(1);
    expect([day.line('land'), day.current(2)]).toEqual([['A001', 'A003'], 'A002']);
  });

  it('[C8] is refused a second time', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1).called(1).undone(1);
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('nothing-to-undo'));
  });

  it('[C8] takes back only the last command of this counter', () => {
    const day = aDay().opened(1).issued('land').called(1).started(1).undone(1);
    expect(day.ticket('A001').state).toBe('called');
  });

  it('[C8] has nothing to take back at first, and after the counter was paused or closed', () => {
    expect(aDay().opened(1).ask(1, 'ticket:undo-call')).toEqual(refuse('nothing-to-undo'));
    const day = aDay().opened(1).issued('land').called(1).finished(1).paused(1);
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('nothing-to-undo'));
  });

  it('[C8] does not call back into a day that was closed', () => {
    const day = aDay().opened(1).issued('land').called(1).dayClosed();
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('nothing-to-undo'));
  });

  it('[S9] leaves nobody bound to a counter that has closed meanwhile', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).transferred(1, 'land', 2);
    day.calledThis(1, 'A001').closed(2).undone(1);
    expect([day.line('land'), day.boundLine(2)]).toEqual([['A001'], []]);
  });

  it('[R2] is refused when somebody else is here than the page believes', () => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(day.ask(1, 'ticket:undo-call', { expects: null })).toEqual(refuse('stale-picture'));
  });

  it('[A2] is refused to a page that stands at no counter', () => {
    expect(aDay().ask('manager', 'ticket:undo-call', { expects: null })).toEqual(refuse('not-allowed'));
  });
});

describe('what the board shows after an undo', () => {
  it('[B13] withdraws the call', () => {
    const day = aDay().opened(1).issued('land').called(1).undone(1);
    expect(day.office.board).toEqual([]);
  });

  it('[B13] withdraws the new call and leaves the one before it, of who is here again', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1);
    const before = day.office.board;
    expect(day.called(1).undone(1).office.board).toEqual(before);
  });

  it('[B14] puts the row before an undone recall back where it was', () => {
    const day = aDay().opened(1, 2).issuedMany(2, 'land').called(1).called(2);
    const before = day.office.board;
    expect(day.later(MINUTE).recalled(1).undone(1).office.board).toEqual(before);
  });

  it('[B14] puts the row back that a transfer or a cancellation had withdrawn', () => {
    const day = aDay().opened(1).issued('land').called(1);
    const before = day.office.board;
    expect(day.transferred(1, 'civil').undone(1).office.board).toEqual(before);
    expect(day.cancelled('A001', 1).undone(1).office.board).toEqual(before);
  });
});
