import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/business-day.ts';
import { refuse } from './decision.ts';
import { callOrder, headStartMs, peopleAhead } from './queue-discipline.ts';
import { aDay } from './testing/a-day.ts';
import { aHall } from './testing/a-hall.ts';

const { rules } = aHall();

describe('headStartMs', () => {
  it('[Q2] is none for a regular ticket and the set minutes for a priority ticket', () => {
    expect([headStartMs('regular', rules), headStartMs('priority', rules)]).toEqual([0, 30 * MINUTE]);
  });

  it('[Q10] is none for anybody when the office sets 0', () => {
    expect(headStartMs('priority', { ...rules, priorityHeadStartMinutes: 0 })).toBe(0);
  });

  it('[Q10] is longer than a day when the office sets "always first", and then too none for a regular ticket', () => {
    const always = { ...rules, priorityHeadStartMinutes: 'always-first' } as const;
    expect(headStartMs('priority', always)).toBe(24 * 60 * MINUTE);
    expect(headStartMs('regular', always)).toBe(0);
  });
});

describe('ticket:call-next', () => {
  it('[Q1] calls who came first to the service', () => {
    const day = aDay().opened(1).issued('land').later(MINUTE).issued('land').called(1);
    expect(day.current(1)).toBe('A001');
  });

  it('[Q1] calls who came first over all own services of the counter', () => {
    const day = aDay().opened(4).issued('results').later(MINUTE).issued('cards').later(MINUTE).issued('results');
    expect(day.order(4)).toEqual(['R001', 'C001', 'R002']);
  });

  it('[Q2] lets a priority ticket pass those who came less than 30 minutes before it', () => {
    const day = aDay().issued('land').at('07:29').issuedPriority('land');
    expect(day.line('land')).toEqual(['A002', 'A001']);
  });

  it('[Q2] does not let a priority ticket pass who came more than 30 minutes before it', () => {
    const day = aDay().issued('land').at('07:31').issuedPriority('land');
    expect(day.line('land')).toEqual(['A001', 'A002']);
  });

  it('[Q2] keeps priority tickets in the order in which they came', () => {
    const day = aDay().issuedPriority('land').later(MINUTE).issuedPriority('land').later(MINUTE).issued('land');
    expect(day.line('land')).toEqual(['A001', 'A002', 'A003']);
  });

  it('[Q9] calls an ordinary ticket although priority tickets keep coming', () => {
    const day = aDay().opened(1).issued('land');
    for (let taken = 0; taken < 12; taken += 1)
      day
        .later(5 * MINUTE)
        .issuedPriority('land')
        .called(1);
    // It is overtaken by those of the first half hour, and by no one who came later.
    const calls = day.entries.flatMap(({ events }) => events.filter(({ type }) => type === 'ticket-called'));
    expect(calls.findIndex((call) => 'ticket' in call && call.ticket === day.id('A001'))).toBe(5);
  });

  it('[Q3] helps with another service only when nobody waits for an own one, however long they wait there', () => {
    const day = aDay().opened(1).issued('civil').at('08:00').issued('land').called(1);
    expect(day.current(1)).toBe('A001');
    expect(day.called(1).current(1)).toBe('B001');
  });

  it('[Q3] puts own services before a priority ticket of a helped one', () => {
    const day = aDay().opened(1).issuedPriority('civil').later(MINUTE).issued('land').called(1);
    expect(day.current(1)).toBe('A001');
  });

  it('[Q3] calls who came first over all helped services', () => {
    const day = aDay().opened(3).issued('cards').later(MINUTE).issued('land').called(3);
    expect(day.current(3)).toBe('C001');
  });

  it('[Q4] calls who was issued first when two count from the same moment', () => {
    const day = aDay().issued('land').at('07:30').issuedPriority('land');
    expect(day.line('land')).toEqual(['A001', 'A002']);
    expect(aDay().opened(4).issued('results').issued('cards').issued('results').order(4)).toEqual([
      'R001',
      'C001',
      'R002',
    ]);
  });

  it('[Q5] calls first at a counter who is bound to it, before its own services and whoever came earlier', () => {
    const day = aDay().opened(1, 3).issued('land').later(MINUTE).issued('civil').called(3);
    day.transferred(3, 'land', 1).called(1);
    expect(day.current(1)).toBe('B001');
  });

  it('[Q5] keeps the order of arrival among those bound to one counter', () => {
    const day = aDay().opened(1).issuedMany(3, 'land').called(1).parked(1).called(1).parked(1).resumed('A002', 1);
    expect(day.resumed('A001', 1).boundLine(1)).toEqual(['A001', 'A002']);
  });

  it('[Q5] leaves those bound to one counter to that counter', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).parked(1).resumed('A001', 1);
    expect(day.ask(2, 'ticket:call-next')).toEqual(refuse('nobody-waiting'));
  });

  it('[Q10] goes by arrival alone when the head start is 0', () => {
    const day = aDay({ priorityHeadStartMinutes: 0 }).issued('land').later(1).issuedPriority('land');
    expect(day.line('land')).toEqual(['A001', 'A002']);
  });

  it('[Q10] puts every priority ticket of the day first when the office says so', () => {
    const day = aDay({ priorityHeadStartMinutes: 'always-first' }).issued('land').issued('land');
    expect(day.at('16:30').issuedPriority('land').line('land')).toEqual(['A003', 'A001', 'A002']);
  });

  it('[Q11] never calls for a service that the counter neither has nor helps with', () => {
    const day = aDay().opened(2).issued('civil').issued('cards').issued('results');
    expect(day.ask(2, 'ticket:call-next')).toEqual(refuse('nobody-waiting'));
  });
});

describe('callOrder', () => {
  it('[Q5] [Q3] tells bound, own, helped, and stops at the wanted length', () => {
    const day = aDay().opened(1).issued('civil').issued('land').issued('land').called(1).parked(1).resumed('A001', 1);
    const [counter] = day.setup.counters;
    const told = (most: number) =>
      counter && callOrder(day.office, counter, most).map(({ ticket, from }) => [ticket.number, from]);
    expect(told(9)).toEqual([
      ['A001', 'bound'],
      ['A002', 'own'],
      ['B001', 'helps'],
    ]);
    expect(told(2)).toEqual([
      ['A001', 'bound'],
      ['A002', 'own'],
    ]);
  });
});

describe('peopleAhead', () => {
  it('[Q2] counts who would stand before a new ticket of each class', () => {
    const day = aDay().issued('land').at('07:20').issued('land').at('07:40').issuedPriority('land');
    const ahead = (priority: 'regular' | 'priority') =>
      peopleAhead(day.office, day.setup, 'land', priority, day.at('07:45').now);
    expect([ahead('regular'), ahead('priority')]).toEqual([3, 2]);
  });

  it('[Q5] does not count those whom one counter alone may call', () => {
    const day = aDay().opened(1).issued('land').called(1).parked(1).resumed('A001', 1);
    expect(peopleAhead(day.office, day.setup, 'land', 'regular', day.now)).toBe(0);
  });
});

describe('the time that counts', () => {
  it('[Q6] lets all services declared with the ticket count from its arrival', () => {
    const day = aDay().opened(1).issued('land', 'civil').at('07:10').issued('civil').called(1).finished(1);
    expect(day.line('civil')).toEqual(['A001', 'B001']);
  });

  it('[Q7] lets a service added at the counter count from when it was added', () => {
    const day = aDay().opened(1).issued('land').at('07:10').issued('civil').called(1).at('07:20').added(1, 'civil');
    expect(day.finished(1).line('civil')).toEqual(['B001', 'A001']);
  });

  it('[Q7] gives a priority visitor the head start on an added service, too', () => {
    const day = aDay().opened(1).issuedPriority('land').at('07:10').issued('civil').called(1).at('07:20');
    expect(day.added(1, 'civil').finished(1).line('civil')).toEqual(['A001', 'B001']);
  });

  it('[Q8] keeps the place earned by arriving through a transfer', () => {
    const day = aDay().opened(1).issued('land').at('07:10').issued('civil').at('07:20').called(1);
    expect(day.transferred(1, 'civil').line('civil')).toEqual(['A001', 'B001']);
  });

  it('[Q8] keeps the place through parking', () => {
    const day = aDay().opened(1).issued('land').issued('land').called(1).parked(1).at('08:00').issued('land');
    expect(day.closed(1).opened(2).resumed('A001', 2).line('land')).toEqual(['A001', 'A002', 'A003']);
  });

  it('[Q8] keeps the place of an absent person who comes back', () => {
    const day = aDay().opened(1).issuedMany(3, 'land').calledInVain(1).later(MINUTE).returned('A001');
    expect(day.line('land')).toEqual(['A001', 'A002', 'A003']);
  });
});
