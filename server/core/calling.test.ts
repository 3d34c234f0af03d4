import { describe, expect, it } from 'vitest';
import { USUAL_DOSSIERS } from '#shared/domain/dossiers.ts';
import { refuse } from './decision.ts';
import { aDay } from './testing/a-day.ts';
import { clock } from './testing/a-hall.ts';

const REASON = 'Trường hợp khẩn';

describe('ticket:call-next', () => {
  it('[C1] calls the next', () => {
    const day = aDay().opened(1).issued('land');
    expect(day.ask(1, 'ticket:call-next')).toEqual({
      events: [{ type: 'ticket-called', ticket: day.id('A001'), counter: 1, outOfOrder: null }],
      answer: { called: { ticket: day.id('A001'), number: 'A001' } },
    });
  });

  it('[C1] finishes who is here and calls the next in one press', () => {
    const day = aDay().opened(1).issued('land').issued('land').called(1).started(1);
    expect(day.ask(1, 'ticket:call-next')).toEqual({
      events: [
        { type: 'ticket-closed', ticket: day.id('A001'), outcome: 'served', dossiers: USUAL_DOSSIERS },
        { type: 'ticket-called', ticket: day.id('A002'), counter: 1, outOfOrder: null },
      ],
      answer: { called: { ticket: day.id('A002'), number: 'A002' } },
    });
  });

  it('[C1] makes the called ticket the one at the counter, with its first call', () => {
    const day = aDay().opened(1).issued('land');
    const { waitingSince: _, ...before } = { waitingSince: 0, ...day.ticket('A001') };
    expect(day.at('07:05').called(1).ticket('A001')).toEqual({
      ...before,
      state: 'called',
      counter: 1,
      calledAt: clock('07:05'),
      firstCalledAt: clock('07:05'),
      calls: 1,
    });
  });

  it('[C2] finishes who is here when nobody waits', () => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(day.ask(1, 'ticket:call-next')).toEqual({
      events: [{ type: 'ticket-closed', ticket: day.id('A001'), outcome: 'served', dossiers: USUAL_DOSSIERS }],
      answer: { called: null },
    });
  });

  it('[C2] is refused when nobody is here and nobody waits', () => {
    expect(aDay().opened(1).ask(1, 'ticket:call-next')).toEqual(refuse('nobody-waiting'));
  });

  it('[C9] is refused at a counter that is closed or paused', () => {
    const day = aDay().issued('land');
    expect(day.ask(1, 'ticket:call-next')).toEqual(refuse('counter-not-open'));
    expect(day.opened(1).paused(1).ask(1, 'ticket:call-next')).toEqual(refuse('counter-not-open'));
  });

  it('[R4] calls another ticket for the second of two counters that press at the same moment', () => {
    const day = aDay().opened(1, 2).issued('land').issued('land').called(1).called(2);
    expect([day.current(1), day.current(2)]).toEqual(['A001', 'A002']);
  });

  it('[R2] is refused when the page believes somebody else is at the counter', () => {
    const day = aDay().opened(1).issued('land').issued('land').called(1);
    expect(day.ask(1, 'ticket:call-next', { expects: null })).toEqual(refuse('stale-picture'));
    expect(day.ask(1, 'ticket:call-next', { expects: day.id('A002') })).toEqual(refuse('stale-picture'));
    expect(day.finished(1).ask(1, 'ticket:call-next', { expects: day.id('A001') })).toEqual(refuse('stale-picture'));
  });

  it('[A2] is refused to a page that stands at no counter, or at one that the office does not have', () => {
    expect(aDay().ask('manager', 'ticket:call-next', { expects: null })).toEqual(refuse('not-allowed'));
    expect(aDay().ask(99, 'ticket:call-next')).toEqual(refuse('unknown-counter'));
  });

  it('[S3] calls a visitor with a further service at once again, when it is this counter that does it and nobody was earlier', () => {
    const day = aDay().opened(1).issued('land', 'civil').called(1);
    expect(day.ask(1, 'ticket:call-next')).toEqual({
      events: [
        { type: 'service-finished', ticket: day.id('A001'), dossiers: USUAL_DOSSIERS },
        { type: 'ticket-called', ticket: day.id('A001'), counter: 1, outOfOrder: null },
      ],
      answer: { called: { ticket: day.id('A001'), number: 'A001' } },
    });
  });

  it('[S3] calls who came earlier for that further service first', () => {
    const day = aDay().opened(1).issued('civil').later(1).issued('land', 'civil').called(1).called(1);
    expect([day.current(1), day.line('civil')]).toEqual(['B001', ['A001']]);
  });

  it('[S3] sends a visitor on whose further service this counter does not do', () => {
    const day = aDay().opened(2).issued('land', 'civil').called(2);
    expect(day.ask(2, 'ticket:call-next')).toEqual({
      events: [{ type: 'service-finished', ticket: day.id('A001'), dossiers: USUAL_DOSSIERS }],
      answer: { called: null },
    });
  });
});

describe('ticket:call-this', () => {
  it('[C3] calls the chosen ticket and keeps the reason', () => {
    const day = aDay().opened(1).issued('land').issued('land');
    expect(day.ask(1, 'ticket:call-this', { ticket: day.id('A002'), reason: REASON })).toEqual({
      events: [{ type: 'ticket-called', ticket: day.id('A002'), counter: 1, outOfOrder: REASON }],
      answer: { called: { ticket: day.id('A002'), number: 'A002' } },
    });
  });

  it('[C3] finishes who is here, as "next" does', () => {
    const day = aDay().opened(1).issuedMany(3, 'land').called(1);
    expect(day.ask(1, 'ticket:call-this', { ticket: day.id('A003'), reason: REASON })).toEqual({
      events: [
        { type: 'ticket-closed', ticket: day.id('A001'), outcome: 'served', dossiers: USUAL_DOSSIERS },
        { type: 'ticket-called', ticket: day.id('A003'), counter: 1, outOfOrder: REASON },
      ],
      answer: { called: { ticket: day.id('A003'), number: 'A003' } },
    });
  });

  it('[C3] leaves the others in their order', () => {
    expect(aDay().opened(1).issuedMany(3, 'land').calledThis(1, 'A002').line('land')).toEqual(['A001', 'A003']);
  });

  it('[C3] is refused for a service that this counter neither has nor helps with', () => {
    const day = aDay().opened(2).issued('civil');
    expect(day.ask(2, 'ticket:call-this', { ticket: day.id('B001'), reason: REASON })).toEqual(
      refuse('counter-cannot-serve'),
    );
  });

  it('[C3] is refused for a ticket that does not wait, or is not here', () => {
    const day = aDay().opened(1, 2).issuedMany(3, 'land').called(1).called(2).cancelled('A003');
    const choose = (number: string) => day.ask(1, 'ticket:call-this', { ticket: day.id(number), reason: REASON });
    expect(choose('A001')).toEqual(refuse('not-waiting'));
    expect(choose('A002')).toEqual(refuse('not-waiting'));
    expect(choose('A003')).toEqual(refuse('no-such-ticket'));
  });

  it('[C9] is refused at a counter that is not open', () => {
    const day = aDay().issued('land');
    expect(day.ask(1, 'ticket:call-this', { ticket: day.id('A001'), reason: REASON })).toEqual(
      refuse('counter-not-open'),
    );
  });

  it('[R2] is refused on an old picture', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1);
    expect(day.ask(1, 'ticket:call-this', { expects: null, ticket: day.id('A002'), reason: REASON })).toEqual(
      refuse('stale-picture'),
    );
  });

  it('[A2] is refused to a page that stands at no counter', () => {
    const day = aDay().issued('land');
    const input = { expects: null, ticket: day.id('A001'), reason: REASON };
    expect(day.ask('manager', 'ticket:call-this', input)).toEqual(refuse('not-allowed'));
  });
});

describe('ticket:recall', () => {
  it('[C4] calls the same ticket again', () => {
    const day = aDay().opened(1).issued('land').called(1).later(3000);
    expect(day.ask(1, 'ticket:recall')).toEqual({
      events: [{ type: 'ticket-recalled', ticket: day.id('A001') }],
      answer: {},
    });
  });

  it('[C4] waits until the pause after the last call is over', () => {
    const day = aDay().opened(1).issued('land').called(1).later(2999);
    expect(day.ask(1, 'ticket:recall')).toEqual(refuse('recall-too-soon'));
    expect(day.later(1).told(1, 'ticket:recall').later(2999).ask(1, 'ticket:recall')).toEqual(
      refuse('recall-too-soon'),
    );
  });

  it('[C4] counts, and leaves the moment of the first call, where the waiting ended', () => {
    const day = aDay().opened(1).issued('land').at('07:05').called(1);
    const before = day.ticket('A001');
    expect(day.at('07:06').recalled(1).ticket('A001')).toEqual({ ...before, calls: 2 });
  });

  it('[C4] is refused once the visitor is being served', () => {
    const day = aDay().opened(1).issued('land').called(1).started(1).later(3000);
    expect(day.ask(1, 'ticket:recall')).toEqual(refuse('already-serving'));
  });

  it('[R2] is refused when nobody is here, or somebody else than the page believes', () => {
    const day = aDay().opened(1).issuedMany(2, 'land');
    expect(day.ask(1, 'ticket:recall', { expects: day.id('A001') })).toEqual(refuse('nobody-here'));
    expect(day.called(1).ask(1, 'ticket:recall', { expects: day.id('A002') })).toEqual(refuse('stale-picture'));
  });

  it('[A2] is refused to a page that stands at no counter', () => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(day.ask('manager', 'ticket:recall', { expects: day.id('A001') })).toEqual(refuse('not-allowed'));
  });
});
