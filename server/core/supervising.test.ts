import { describe, expect, it } from 'vitest';
import { refuse } from './decision.ts';
import { kioskView } from './kiosk-view.ts';
import { managerView } from './manager-view.ts';
import { counterNow } from './office.ts';
import { setupToday } from './setup-today.ts';
import { aDay, type Day } from './testing/a-day.ts';
import { publicPictures } from './testing/office-in-words.ts';

const set = (counter: number, to: 'open' | 'paused' | 'closed', reason: string | null = null) => ({
  counter,
  to,
  reason,
});
const stateOf = (day: Day, counter: number) => counterNow(day.office, counter).state;

const HOUSE = {
  printer: 'ready',
  pages: { kiosk: 1, display: 1, counter: 2, manager: 1 },
  isJournalIntact: true,
  diskTrouble: null,
  backup: { lastAt: null, failed: false },
  tappedForFun: [],
} as const;
const pictureOf = (day: Day, counter: number) =>
  managerView(day.office, setupToday(day.office, day.setup), day.now, HOUSE).counters.find(({ id }) => id === counter);

describe('counter:supervise', () => {
  it('[S11] opens, pauses with a reason, and closes a counter', () => {
    const day = aDay().told('manager', 'counter:supervise', set(1, 'open'));
    expect(stateOf(day, 1)).toBe('open');
    day.told('manager', 'counter:supervise', set(1, 'paused', 'Họp'));
    expect([stateOf(day, 1), counterNow(day.office, 1).pauseReason]).toEqual(['paused', 'Họp']);
    expect(stateOf(day.told('manager', 'counter:supervise', set(1, 'closed')), 1)).toBe('closed');
  });

  it('[S11] sends nobody away who is being served, and keeps the place of who was called', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1);
    expect(day.ask('manager', 'counter:supervise', set(1, 'paused', 'Họp'))).toEqual(refuse('finish-first'));
    expect(day.started(1).ask('manager', 'counter:supervise', set(1, 'closed'))).toEqual(refuse('finish-first'));
    day.called(1).told('manager', 'counter:supervise', set(1, 'closed'));
    expect(day.line('land')).toEqual(['A002']);
  });

  it('[S11] refuses a counter that is not there, and a pause without a reason', () => {
    const day = aDay().opened(1);
    expect(day.ask('manager', 'counter:supervise', set(9, 'open'))).toEqual(refuse('unknown-counter'));
    expect(day.ask('manager', 'counter:supervise', set(1, 'paused'))).toEqual(refuse('not-understood'));
  });

  it.each(['paused', 'closed'] as const)('[S11] [C8] nothing is taken back at a counter that he has %s', (to) => {
    const day = aDay().opened(1).issued('land').called(1).finished(1);
    day.told('manager', 'counter:supervise', set(1, to, 'Họp'));
    expect(day.ask(1, 'ticket:undo-call')).toEqual(refuse('nothing-to-undo'));
  });

  it('[S11] is offered what the house would accept', () => {
    const day = aDay();
    expect(pictureOf(day, 1)?.may).toEqual(['open']);
    expect(pictureOf(day.opened(1), 1)?.may).toEqual(['paused', 'closed']);
    expect(pictureOf(day.issued('land').called(1), 1)?.may).toEqual(['closed']);
    expect(pictureOf(day.started(1), 1)?.may).toEqual([]);
  });
});

describe('the manager’s picture of a counter', () => {
  it('[S8] names who goes back to the line when it is closed, and who is set aside there', () => {
    const day = aDay().opened(1, 2).issuedMany(4, 'land').called(1).parked(1).called(1).parked(1).called(2).parked(2);
    expect(pictureOf(day.resumed('A001', 1), 1)).toMatchObject({ bound: ['A001'], parked: ['A002'] });
    expect(pictureOf(day.told('manager', 'counter:supervise', set(1, 'closed')), 1)).toMatchObject({ bound: [] });
    expect(day.line('land')).toEqual(['A001', 'A004']);
  });
});

describe('counter:assign', () => {
  it('[S12] gives a counter other services, in every picture and for every call', () => {
    const day = aDay().opened(2).issued('land').issued('civil').assigned(2, ['civil'], ['land']);
    expect(day.called(2).current(2)).toBe('B001');
    const kiosk = kioskView(day.office, setupToday(day.office, day.setup), day.now, {
      printer: 'ready',
      diskTrouble: null,
    });
    expect(kiosk.services.map(({ counters }) => counters)).toEqual([[1], [2, 3], [4], [4]]);
    expect(pictureOf(day, 2)).toMatchObject({ services: ['civil'], helps: ['land'], isReassigned: true });
  });

  it('[S12] leaves every line as it stands, and lets nobody call for what he does not do any more', () => {
    const day = aDay().opened(2).issuedMany(2, 'land').assigned(2, ['civil']);
    expect(day.line('land')).toEqual(['A001', 'A002']);
    expect(day.ask(2, 'ticket:call-next')).toEqual(refuse('nobody-waiting'));
    expect(day.ask(2, 'ticket:call-this', { ticket: day.id('A001'), reason: 'khẩn' })).toEqual(
      refuse('counter-cannot-serve'),
    );
  });

  it('[S12] sends who was bound to it back to the line of his service', () => {
    const day = aDay().opened(1, 3).issued('land').called(1).transferred(1, 'civil', 3);
    expect(day.boundLine(3)).toEqual(['A001']);
    day.assigned(1, ['land', 'civil']).assigned(3, ['cards']);
    expect([day.boundLine(3), day.line('civil')]).toEqual([[], ['A001']]);
  });

  it('[S12] binds nobody to it anew: not who was parked, not by an undo', () => {
    const day = aDay().opened(2).issuedMany(2, 'land').called(2).parked(2).assigned(2, ['civil']);
    expect(day.resumed('A001', 2).boundLine(2)).toEqual([]);
    expect(day.line('land')).toEqual(['A001', 'A002']);
  });

  it('[S12] leaves no service without a counter', () => {
    const day = aDay();
    const services = { own: ['cards'], helps: [] };
    expect(day.ask('manager', 'counter:assign', { counter: 4, services })).toEqual(refuse('nobody-would-serve'));
    expect(day.assigned(2, ['results']).ask('manager', 'counter:assign', { counter: 4, services })).toHaveProperty(
      'events',
    );
  });

  it.each([
    ['an unknown counter', 9, ['land'], 'unknown-counter'],
    ['an unknown service', 1, ['nothing'], 'unknown-service'],
    ['a service twice', 1, ['land', 'land'], 'same-service-twice'],
  ] as const)('[S12] refuses %s', (_, counter, own, refusal) => {
    const services = { own: [...own], helps: [] };
    expect(aDay().ask('manager', 'counter:assign', { counter, services })).toEqual(refuse(refusal));
  });

  it('[S12] ends when the manager says so, and with the day', () => {
    const day = aDay().assigned(2, ['civil']);
    expect(pictureOf(day.told('manager', 'counter:assign', { counter: 2, services: null }), 2)).toMatchObject({
      services: ['land'],
      isReassigned: false,
    });
    day.assigned(2, ['civil']).dayClosed().at('06:30', '2026-11-24').houseLooked();
    expect(pictureOf(day, 2)).toMatchObject({ services: ['land'], isReassigned: false });
  });
});

describe('counter:call-help', () => {
  const help = (day: Day) => pictureOf(day, 1)?.helpSince ?? null;

  it('[S13] stands in the manager’s picture until the caller or the manager takes it back', () => {
    const day = aDay().opened(1).told(1, 'counter:call-help');
    expect(help(day)).toBe(day.now);
    expect(help(day.told(1, 'counter:help-came', { counter: null }))).toBeNull();
    expect(help(day.told(1, 'counter:call-help').told('manager', 'counter:help-came', { counter: 1 }))).toBeNull();
  });

  it('[S13] is possible at a closed counter and after the day, and stays when the day is closed', () => {
    expect(help(aDay().told(1, 'counter:call-help').dayClosed())).not.toBeNull();
    expect(help(aDay().dayClosed().told(1, 'counter:call-help'))).not.toBeNull();
  });

  it('[S13] [A2] nobody takes back another counter’s call', () => {
    const day = aDay().told(1, 'counter:call-help');
    expect(day.ask(2, 'counter:help-came', { counter: 1 })).toEqual(refuse('no-help-called'));
    expect(day.ask(1, 'counter:call-help')).toEqual(refuse('help-called-already'));
  });

  it('[S13] shows on nothing public', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1);
    const before = publicPictures(day.office, day.setup, day.now);
    day.told(1, 'counter:call-help');
    expect(publicPictures(day.office, day.setup, day.now)).toBe(before);
  });
});
