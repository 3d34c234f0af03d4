import { describe, expect, it } from 'vitest';
import { refuse } from './decision.ts';
import { counterNow } from './office.ts';
import { aDay, Day } from './testing/a-day.ts';
import { aHall } from './testing/a-hall.ts';

const REASON = 'Nghỉ giải lao';

describe('counter:open', () => {
  it('[S7] opens in the morning, and goes on after a pause', () => {
    const opening = { events: [{ type: 'counter-opened', counter: 1 }], answer: {} };
    expect(aDay().ask(1, 'counter:open')).toEqual(opening);
    expect(aDay().opened(1).paused(1).ask(1, 'counter:open')).toEqual(opening);
  });

  it('[S7] is refused when the counter is open already', () => {
    expect(aDay().opened(1).ask(1, 'counter:open')).toEqual(refuse('already-open'));
  });

  it('[S7] is refused while the day is closed', () => {
    expect(new Day(aHall()).ask(1, 'counter:open')).toEqual(refuse('day-closed'));
    expect(aDay().dayClosed().ask(1, 'counter:open')).toEqual(refuse('day-closed'));
  });

  it('[A2] is refused to a page that stands at no counter, or at one that the office does not have', () => {
    expect(aDay().ask('manager', 'counter:open')).toEqual(refuse('not-allowed'));
    expect(aDay().ask(99, 'counter:open')).toEqual(refuse('unknown-counter'));
  });
});

describe('counter:pause', () => {
  it('[S7] keeps the reason until the counter goes on', () => {
    const day = aDay().opened(1);
    expect(day.ask(1, 'counter:pause', { reason: REASON })).toEqual({
      events: [{ type: 'counter-paused', counter: 1, reason: REASON }],
      answer: {},
    });
    expect(counterNow(day.paused(1, REASON).office, 1)).toMatchObject({ state: 'paused', pauseReason: REASON });
    expect(counterNow(day.opened(1).office, 1)).toMatchObject({ state: 'open', pauseReason: null });
  });

  it('[S7] is refused while somebody is at the counter', () => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(day.ask(1, 'counter:pause', { reason: REASON })).toEqual(refuse('finish-first'));
  });

  it('[S7] is refused at a counter that is not open', () => {
    expect(aDay().ask(1, 'counter:pause', { reason: REASON })).toEqual(refuse('counter-not-open'));
    expect(aDay().opened(1).paused(1).ask(1, 'counter:pause', { reason: REASON })).toEqual(refuse('counter-not-open'));
  });

  it('[A2] is refused to a page that stands at no counter', () => {
    expect(aDay().ask('manager', 'counter:pause', { reason: REASON })).toEqual(refuse('not-allowed'));
  });
});

describe('counter:close', () => {
  it('[S8] closes, also from a pause', () => {
    const closing = { events: [{ type: 'counter-closed', counter: 1 }], answer: {} };
    expect(aDay().opened(1).ask(1, 'counter:close')).toEqual(closing);
    expect(aDay().opened(1).paused(1).ask(1, 'counter:close')).toEqual(closing);
  });

  it('[S8] hands on who was called and who is bound to it', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1).parked(1).called(1).resumed('A001', 1);
    expect(day.ask(1, 'counter:close')).toEqual({
      events: [
        { type: 'ticket-handed-on', ticket: day.id('A002') },
        { type: 'ticket-handed-on', ticket: day.id('A001') },
        { type: 'counter-closed', counter: 1 },
      ],
      answer: {},
    });
  });

  it('[S8] gives them their places in the line back, and withdraws the call', () => {
    const day = aDay().opened(1).issuedMany(3, 'land').called(1).parked(1).called(1).resumed('A001', 1).closed(1);
    expect([day.line('land'), day.boundLine(1), day.current(1)]).toEqual([['A001', 'A002', 'A003'], [], null]);
    expect(day.office.board).toEqual([]);
  });

  it('[S8] is refused while somebody is being served', () => {
    const day = aDay().opened(1).issued('land').called(1).started(1);
    expect(day.ask(1, 'counter:close')).toEqual(refuse('finish-first'));
  });

  it('[S8] is refused at a counter that is closed', () => {
    expect(aDay().ask(1, 'counter:close')).toEqual(refuse('counter-not-open'));
  });

  it('[A2] is refused to a page that stands at no counter', () => {
    expect(aDay().ask('manager', 'counter:close')).toEqual(refuse('not-allowed'));
  });
});
