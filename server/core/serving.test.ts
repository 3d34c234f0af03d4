import { describe, expect, it } from 'vitest';
import { NO_DOSSIERS, USUAL_DOSSIERS } from '#shared/domain/dossiers.ts';
import { refuse } from './decision.ts';
import { dossiersOf, outcomesOf } from './office.ts';
import { aDay, type Day } from './testing/a-day.ts';
import { clock } from './testing/a-hall.ts';

describe('ticket:start-service', () => {
  it('[S1] says that the visitor has come', () => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(day.ask(1, 'ticket:start-service')).toEqual({
      events: [{ type: 'service-started', ticket: day.id('A001') }],
      answer: {},
    });
  });

  it('[S1] keeps when the ticket was called and when the service began', () => {
    const day = aDay().opened(1).issued('land').at('07:05').called(1);
    const before = day.ticket('A001');
    expect(day.at('07:06').started(1).ticket('A001')).toEqual({
      ...before,
      state: 'serving',
      servingSince: clock('07:06'),
    });
  });

  it('[S1] is refused a second time', () => {
    const day = aDay().opened(1).issued('land').called(1).started(1);
    expect(day.ask(1, 'ticket:start-service')).toEqual(refuse('already-serving'));
  });
});

describe('ticket:finish', () => {
  it('[S2] closes the ticket as served', () => {
    const day = aDay().opened(1).issued('land').called(1).started(1);
    expect(day.ask(1, 'ticket:finish')).toEqual({
      events: [{ type: 'ticket-closed', ticket: day.id('A001'), outcome: 'served', dossiers: USUAL_DOSSIERS }],
      answer: {},
    });
  });

  it('[S2] does so too when nobody pressed start', () => {
    const day = aDay().opened(1).issued('land').called(1).finished(1);
    expect([outcomesOf(day.office, 'land').served, day.office.servedBy.get(1), day.current(1)]).toEqual([1, 1, null]);
  });

  it('[S3] sends a visitor with a further service on to its line, and counts this service as done here', () => {
    const day = aDay().opened(1).issued('land', 'civil').at('07:05').called(1);
    expect(day.ask(1, 'ticket:finish')).toEqual({
      events: [{ type: 'service-finished', ticket: day.id('A001'), dossiers: USUAL_DOSSIERS }],
      answer: {},
    });
    const { errand, next, done, state, calls, firstCalledAt } = day.at('07:15').finished(1).ticket('A001');
    expect({ errand, next, done, state, calls, firstCalledAt }).toEqual({
      errand: { service: 'civil', arrivedAt: clock('07:00'), effectiveAt: clock('07:00') },
      next: [],
      done: [{ service: 'land', counter: 1, dossiers: USUAL_DOSSIERS }],
      state: 'waiting',
      calls: 0,
      firstCalledAt: null,
    });
    expect(outcomesOf(day.office, 'land').served).toBe(1);
  });

  it('[S3] serves a visit of several services in the order wished, under one number', () => {
    const day = aDay().opened(1, 3, 4).issued('cards', 'land', 'civil').called(4).finished(4).called(1).finished(1);
    expect(day.called(3).ticket('C001').done).toEqual([
      { service: 'cards', counter: 4, dossiers: USUAL_DOSSIERS },
      { service: 'land', counter: 1, dossiers: USUAL_DOSSIERS },
    ]);
  });
});

describe('ticket:no-show', () => {
  it('[C5] is refused before the set number of calls', () => {
    const day = aDay().opened(1).issued('land').called(1).recalled(1);
    expect(day.ask(1, 'ticket:no-show')).toEqual(refuse('call-again-first'));
  });

  it('[C5] marks absent who did not come after the set number of calls', () => {
    const day = aDay().opened(1).issued('land').called(1).recalled(1).recalled(1);
    expect(day.ask(1, 'ticket:no-show')).toEqual({
      events: [{ type: 'ticket-absent', ticket: day.id('A001') }],
      answer: {},
    });
  });

  it('[C5] goes by the number that the office has set', () => {
    const day = aDay({ callsBeforeAbsent: 1 }).opened(1).issued('land').called(1);
    expect(day.told(1, 'ticket:no-show').ticket('A001').state).toBe('absent');
  });

  it('[C5] counts the calls afresh for who has come back', () => {
    const day = aDay().opened(1).issued('land').calledInVain(1).returned('A001').called(1);
    expect(day.ask(1, 'ticket:no-show')).toEqual(refuse('call-again-first'));
  });

  it('[C5] is refused for who is being served', () => {
    const day = aDay().opened(1).issued('land').called(1).recalled(1).recalled(1).started(1);
    expect(day.ask(1, 'ticket:no-show')).toEqual(refuse('already-serving'));
  });
});

describe('ticket:park', () => {
  it('[S4] sets aside who is at the counter, called or being served', () => {
    const day = aDay().opened(1).issued('land').called(1);
    const parking = { events: [{ type: 'ticket-parked', ticket: day.id('A001') }], answer: {} };
    expect(day.ask(1, 'ticket:park')).toEqual(parking);
    expect(day.started(1).ask(1, 'ticket:park')).toEqual(parking);
  });

  it('[S4] frees the counter and keeps the ticket there', () => {
    const day = aDay().opened(1).issued('land').called(1).at('07:10').parked(1);
    expect(day.current(1)).toBeNull();
    expect(day.ticket('A001')).toMatchObject({ state: 'parked', counter: 1, parkedAt: clock('07:10') });
  });
});

describe('ticket:transfer', () => {
  it('[S5] sends the visitor on to another service with a note', () => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(day.ask(1, 'ticket:transfer', { to: 'civil', counter: null, note: 'thiếu bản sao' })).toEqual({
      events: [
        { type: 'ticket-transferred', ticket: day.id('A001'), to: 'civil', boundTo: null, note: 'thiếu bản sao' },
      ],
      answer: {},
    });
  });

  it('[S5] keeps number, arrival and first call, and counts calls afresh', () => {
    const day = aDay().opened(1).issued('land').at('07:05').called(1);
    const { calledAt: _, counter: __, ...before } = { calledAt: 0, counter: 0, ...day.ticket('A001') };
    expect(day.at('07:10').transferred(1, 'civil').ticket('A001')).toEqual({
      ...before,
      state: 'waiting',
      waitingSince: clock('07:10'),
      errand: { service: 'civil', arrivedAt: clock('07:00'), effectiveAt: clock('07:00') },
      calls: 0,
    });
  });

  it('[S5] can name a counter; then only that one may call', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).transferred(1, 'land', 2);
    expect([day.boundLine(2), day.line('land')]).toEqual([['A001'], []]);
  });

  it('[S5] can name a paused counter, which will go on', () => {
    const day = aDay().opened(1, 2).paused(2).issued('land').called(1).transferred(1, 'land', 2);
    expect(day.boundLine(2)).toEqual(['A001']);
  });

  it('[S5] is refused to a closed counter: nobody would ever call there', () => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(day.ask(1, 'ticket:transfer', { to: 'land', counter: 2, note: null })).toEqual(refuse('counter-not-open'));
  });

  it('[S5] is refused to a counter that cannot serve it', () => {
    const day = aDay().opened(1, 2).issued('land').called(1);
    expect(day.ask(1, 'ticket:transfer', { to: 'civil', counter: 2, note: null })).toEqual(
      refuse('counter-cannot-serve'),
    );
  });

  it.each([
    ['a service that the office does not have', { to: 'karaoke', counter: null }, 'unknown-service'],
    ['a counter that the office does not have', { to: 'land', counter: 99 }, 'unknown-counter'],
    ['the very line it came from', { to: 'land', counter: null }, 'same-place'],
    ['the counter where it is', { to: 'civil', counter: 1 }, 'same-place'],
    ['a service that comes later in the visit anyway', { to: 'cards', counter: null }, 'same-service-twice'],
  ] as const)('[S5] is refused to %s', (_, to, refusal) => {
    const day = aDay().opened(1).issued('land', 'cards').called(1);
    expect(day.ask(1, 'ticket:transfer', { ...to, note: null })).toEqual(refuse(refusal));
  });
});

describe('ticket:transfer from a wrong lane', () => {
  const sentOn = (day: Day, further: string[], to = 'civil') =>
    day.ask(1, 'ticket:transfer', { to, counter: null, note: null, further });

  it('[Q12] [S16] declares further services with the time of the arrival, not of the press', () => {
    const day = aDay().opened(1).issuedPriority('land').at('08:00').called(1);
    expect(sentOn(day, ['cards', 'results'])).toMatchObject({
      events: [
        {
          type: 'ticket-transferred',
          to: 'civil',
          further: [
            { service: 'cards', arrivedAt: clock('07:00'), effectiveAt: clock('06:30') },
            { service: 'results', arrivedAt: clock('07:00'), effectiveAt: clock('06:30') },
          ],
        },
      ],
    });
  });

  it('[Q12] lets him stand before who came later, when the first is done', () => {
    const day = aDay().opened(1, 3).issued('land').later(1000).issued('cards').at('08:00').called(1);
    day.transferred(1, 'civil', null, null, ['cards']).called(3).finished(3);
    expect(day.line('cards')).toEqual(['A001', 'C001']);
  });

  it('[Q12] [Q7] counts them from the press for who has been served already', () => {
    const day = aDay().opened(1, 3).issued('civil', 'land').called(3).finished(3).called(1).at('08:00');
    const errand = { service: 'cards', arrivedAt: clock('08:00'), effectiveAt: clock('08:00') };
    expect(sentOn(day, ['cards'], 'results')).toMatchObject({ events: [{ further: [errand] }] });
  });

  it('[S16] puts them after what the visitor had named himself, and may lead back to this very lane', () => {
    const day = aDay().opened(1).issued('land', 'cards').called(1).transferred(1, 'civil', null, null, ['land']);
    expect(day.ticket('A001').next.map(({ service }) => service)).toEqual(['cards', 'land']);
  });

  it('[S16] is a transfer like any other when there are none', () => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(sentOn(day, [])).toEqual(day.ask(1, 'ticket:transfer', { to: 'civil', counter: null, note: null }));
  });

  it.each([
    ['the service it goes to', ['civil'], 'same-service-twice'],
    ['one that the visit has already', ['cards'], 'same-service-twice'],
    ['one of them twice', ['results', 'results'], 'same-service-twice'],
    ['one that the office does not have', ['karaoke'], 'unknown-service'],
    ['more than a visit may have', ['land', 'results'], 'too-many-services'],
  ] as const)('[S16] [N4] refuses as further %s', (_, further, refusal) => {
    const day = aDay().opened(1).issued('land', 'cards').called(1);
    expect(sentOn(day, [...further])).toEqual(refuse(refusal));
  });

  it('[N4] does not count the lane it leaves, but what was done', () => {
    const day = aDay().opened(1, 3).issued('land').called(1);
    expect(sentOn(day, ['cards', 'results'])).toMatchObject({ answer: {} });
    day.added(1, 'civil').finished(1).called(1);
    expect(sentOn(day, ['land', 'results'], 'cards')).toEqual(refuse('too-many-services'));
  });
});

describe('ticket:add-service', () => {
  it('[Q7] adds a service to the visit, with its own time', () => {
    const day = aDay().opened(1).issuedPriority('land').called(1).at('08:00');
    expect(day.ask(1, 'ticket:add-service', { service: 'cards' })).toEqual({
      events: [
        {
          type: 'service-added',
          ticket: day.id('A001'),
          errand: { service: 'cards', arrivedAt: clock('08:00'), effectiveAt: clock('07:30') },
        },
      ],
      answer: {},
    });
  });

  it('[Q7] leaves the visitor where he is until this service is done', () => {
    const day = aDay().opened(1).issued('land').called(1).started(1).added(1, 'civil');
    expect([day.ticket('A001').state, day.line('civil')]).toEqual(['serving', []]);
  });

  it('[N4] refuses a service that the visit has already, or that the office does not have', () => {
    const day = aDay().opened(1).issued('land', 'civil').called(1);
    expect(day.ask(1, 'ticket:add-service', { service: 'land' })).toEqual(refuse('same-service-twice'));
    expect(day.ask(1, 'ticket:add-service', { service: 'civil' })).toEqual(refuse('same-service-twice'));
    expect(day.ask(1, 'ticket:add-service', { service: 'karaoke' })).toEqual(refuse('unknown-service'));
  });

  it('[N4] refuses more services than the office allows, counting those done', () => {
    const day = aDay().opened(1).issued('land', 'civil').called(1).called(1).added(1, 'cards');
    expect(day.ask(1, 'ticket:add-service', { service: 'results' })).toEqual(refuse('too-many-services'));
  });
});

describe('every command about who is at the counter', () => {
  const ABOUT_CURRENT = [
    ['ticket:start-service', {}],
    ['ticket:finish', {}],
    ['ticket:no-show', {}],
    ['ticket:park', {}],
    ['ticket:transfer', { to: 'civil', counter: null, note: null }],
    ['ticket:add-service', { service: 'civil' }],
  ] as const;

  it.each(ABOUT_CURRENT)(
    '[R2] refuses %s when nobody is here, or somebody else than the page believes',
    (name, input) => {
      const day = aDay().opened(1).issuedMany(2, 'land');
      expect(day.ask(1, name, { ...input, expects: day.id('A001') })).toEqual(refuse('nobody-here'));
      expect(day.called(1).ask(1, name, { ...input, expects: day.id('A002') })).toEqual(refuse('stale-picture'));
    },
  );

  it.each(ABOUT_CURRENT)('[A2] refuses %s to a page that stands at no counter', (name, input) => {
    const day = aDay().opened(1).issued('land').called(1);
    expect(day.ask('manager', name, { ...input, expects: day.id('A001') })).toEqual(refuse('not-allowed'));
  });
});

describe('dossiers', () => {
  const bagful = { count: 24, handedOver: 'same-day', channel: 'online' } as const;

  it('[T6] count one of each service done, unless the clerk says otherwise', () => {
    const day = aDay().opened(1).issuedMany(3, 'land').called(1).called(1);
    expect(dossiersOf(day.office, 'land')).toEqual({ ...NO_DOSSIERS, all: 1, appointment: 1, direct: 1 });
    day.told(1, 'ticket:call-next', { dossiers: bagful });
    expect(dossiersOf(day.office, 'land')).toMatchObject({ all: 25, 'same-day': 24, online: 24, direct: 1 });
    day.told(1, 'ticket:finish', { dossiers: { count: 0, handedOver: 'post', channel: 'direct' } });
    expect(dossiersOf(day.office, 'land').all).toBe(25);
  });

  it('[T6] of a visit of several services count where each was done', () => {
    const day = aDay().opened(1, 3).issued('land', 'civil').called(1);
    day.told(1, 'ticket:finish', { dossiers: bagful }).called(3).finished(3);
    expect([dossiersOf(day.office, 'land').all, dossiersOf(day.office, 'civil').all]).toEqual([24, 1]);
  });

  it('[T6] are taken back with the press that counted them', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1);
    day.told(1, 'ticket:call-next', { dossiers: bagful }).told(1, 'ticket:undo-call');
    expect(dossiersOf(day.office, 'land').all).toBe(0);
  });
});
