import { describe, expect, it } from 'vitest';
import { refuse } from './decision.ts';
import { aDay } from './testing/a-day.ts';
import { clock } from './testing/a-hall.ts';

const NOBODY = 'ticket-nobody';

describe('ticket:return', () => {
  it('[C6] puts an absent person back, with the old time', () => {
    const day = aDay().opened(1).issued('land').calledInVain(1).at('08:00');
    expect(day.ask('manager', 'ticket:return', { ticket: day.id('A001') })).toEqual({
      events: [{ type: 'ticket-returned', ticket: day.id('A001'), boundTo: null }],
      answer: {},
    });
    expect(day.returned('A001', 2).ticket('A001')).toMatchObject({
      state: 'waiting',
      waitingSince: clock('08:00'),
      errand: { service: 'land', arrivedAt: clock('07:00'), effectiveAt: clock('07:00') },
      returned: true,
      calls: 0,
    });
  });

  it('[C6] does so once', () => {
    const day = aDay().opened(1).issued('land').calledInVain(1).returned('A001').calledInVain(1);
    expect(day.ask('manager', 'ticket:return', { ticket: day.id('A001') })).toEqual(refuse('returned-already'));
  });

  it('[C6] puts who was bound to a counter back to it', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).transferred(1, 'land', 2).calledInVain(2);
    expect(day.returned('A001').boundLine(2)).toEqual(['A001']);
  });

  it('[C6] puts who was bound to a counter into the line of the service when that counter has closed', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).transferred(1, 'land', 2).calledInVain(2).closed(2);
    expect([day.returned('A001').boundLine(2), day.line('land')]).toEqual([[], ['A001']]);
  });

  it('[C6] is refused for who is not absent, or not here', () => {
    const day = aDay().issued('land');
    expect(day.ask('manager', 'ticket:return', { ticket: day.id('A001') })).toEqual(refuse('not-absent'));
    expect(day.ask('manager', 'ticket:return', { ticket: NOBODY })).toEqual(refuse('no-such-ticket'));
  });
});

describe('ticket:resume', () => {
  it('[S4] queues a parked ticket for the counter that parked it', () => {
    const day = aDay().opened(1).issued('land').called(1).parked(1);
    expect(day.ask(1, 'ticket:resume', { ticket: day.id('A001') })).toEqual({
      events: [{ type: 'ticket-resumed', ticket: day.id('A001'), boundTo: 1 }],
      answer: {},
    });
  });

  it('[S4] is called there next with the same number', () => {
    const day = aDay().opened(1).issuedMany(3, 'land').called(1).parked(1).called(1).resumed('A001', 1).called(1);
    expect(day.current(1)).toBe('A001');
  });

  it('[S4] puts it into the line of its service when that counter has closed, whoever resumes it', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).parked(1).closed(1);
    expect(day.ask(2, 'ticket:resume', { ticket: day.id('A001') })).toEqual({
      events: [{ type: 'ticket-resumed', ticket: day.id('A001'), boundTo: null }],
      answer: {},
    });
    expect(day.resumed('A001', 1).line('land')).toEqual(['A001']);
  });

  it('[S4] is refused to another counter while the one that parked it is open or paused', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).parked(1);
    expect(day.ask(2, 'ticket:resume', { ticket: day.id('A001') })).toEqual(refuse('not-parked-here'));
    expect(day.paused(1).ask(2, 'ticket:resume', { ticket: day.id('A001') })).toEqual(refuse('not-parked-here'));
  });

  it('[S4] is refused for who is not parked, or not here', () => {
    const day = aDay().opened(1).issued('land');
    expect(day.ask(1, 'ticket:resume', { ticket: day.id('A001') })).toEqual(refuse('not-parked-here'));
    expect(day.ask(1, 'ticket:resume', { ticket: NOBODY })).toEqual(refuse('no-such-ticket'));
  });

  it('[A2] is refused to a page that stands at no counter, while the counter that parked it is there', () => {
    const day = aDay().opened(1).issued('land').called(1).parked(1);
    expect(day.ask('manager', 'ticket:resume', { ticket: day.id('A001') })).toEqual(refuse('not-parked-here'));
  });
});

describe('ticket:cancel with a reason', () => {
  it('[S6] keeps the reason that the help desk gives', () => {
    const day = aDay().issued('land');
    expect(day.ask('manager', 'ticket:cancel', { ticket: day.id('A001'), reason: 'bỏ về' })).toEqual({
      events: [{ type: 'ticket-closed', ticket: day.id('A001'), outcome: 'cancelled', reason: 'bỏ về' }],
      answer: {},
    });
  });
});

describe('ticket:cancel-range', () => {
  const day = () => aDay().opened(1).issuedMany(5, 'land').issued('civil');
  const range = (from: string, to: string) => ({ from, to, reason: 'trẻ em bấm nghịch' });

  it('[S10] closes everybody of the range who is at no counter, and keeps the reason with each', () => {
    const here = day().called(1).calledThis(1, 'A003').parked(1);
    const id = (number: string) => here.id(number);
    expect(here.ask('manager', 'ticket:cancel-range', range('A002', 'A004'))).toEqual({
      events: ['A002', 'A003', 'A004'].map((number) => ({
        ...{ type: 'ticket-closed', ticket: id(number), outcome: 'cancelled', reason: 'trẻ em bấm nghịch' },
      })),
      answer: { cancelled: ['A002', 'A003', 'A004'] },
    });
    here.told('manager', 'ticket:cancel-range', range('A001', 'A999'));
    expect([here.line('land'), here.line('civil')]).toEqual([[], ['B001']]);
  });

  it('[S10] leaves whoever has been called or is being served', () => {
    const here = day().called(1);
    expect(here.ask('manager', 'ticket:cancel-range', range('A001', 'A001'))).toEqual(refuse('nobody-in-range'));
    here.started(1).told('manager', 'ticket:cancel-range', range('A001', 'A005'));
    expect([here.current(1), here.line('land')]).toEqual(['A001', []]);
  });

  it.each([
    ['A004', 'A002'],
    ['A001', 'B001'],
  ])('[S10] is no range from %s to %s', (from, to) => {
    expect(day().ask('manager', 'ticket:cancel-range', range(from, to))).toEqual(refuse('not-a-range'));
  });

  it('[S10] says so when nobody of the range is here', () => {
    expect(day().ask('manager', 'ticket:cancel-range', range('C001', 'C020'))).toEqual(refuse('nobody-in-range'));
  });

  it('[S10] is not taken back by a counter that had called one of them before', () => {
    const here = day().calledInVain(1).told('manager', 'ticket:cancel-range', range('A001', 'A001'));
    expect(here.ask(1, 'ticket:undo-call')).toEqual(refuse('too-late-to-undo'));
  });
});

describe('ticket:cancel', () => {
  it.each([
    ['waiting', aDay().issued('land')],
    ['parked', aDay().opened(1).issued('land').called(1).parked(1)],
    ['absent', aDay().opened(1).issued('land').calledInVain(1)],
  ])('[S6] closes the ticket of a visitor who leaves while %s', (_, day) => {
    expect(day.ask('manager', 'ticket:cancel', { ticket: day.id('A001') })).toEqual({
      events: [{ type: 'ticket-closed', ticket: day.id('A001'), outcome: 'cancelled' }],
      answer: {},
    });
  });

  it('[S6] closes a called ticket for its own counter, and for nobody else', () => {
    const day = aDay().opened(1, 2).issued('land').called(1);
    expect(day.ask(2, 'ticket:cancel', { ticket: day.id('A001') })).toEqual(refuse('not-waiting'));
    expect(day.ask('manager', 'ticket:cancel', { ticket: day.id('A001') })).toEqual(refuse('not-waiting'));
    expect(day.cancelled('A001', 1).current(1)).toBeNull();
  });

  it('[S6] is refused for who is being served: that is finished, not cancelled', () => {
    const day = aDay().opened(1).issued('land').called(1).started(1);
    expect(day.ask(1, 'ticket:cancel', { ticket: day.id('A001') })).toEqual(refuse('already-serving'));
  });

  it('[S6] is refused for who is not here any more', () => {
    const day = aDay().issued('land').cancelled('A001');
    expect(day.ask('manager', 'ticket:cancel', { ticket: day.id('A001') })).toEqual(refuse('no-such-ticket'));
  });

  it('[S6] counts the service the visitor did not wait for, and keeps the one done', () => {
    const day = aDay().opened(1).issued('land', 'civil').called(1).finished(1).cancelled('A001');
    expect(Object.fromEntries(day.office.outcomes)).toEqual({
      land: { served: 1, 'no-show': 0, cancelled: 0, expired: 0 },
      civil: { served: 0, 'no-show': 0, cancelled: 1, expired: 0 },
    });
  });
});
