import { describe, expect, it } from 'vitest';
import { lookUp } from './look-up.ts';
import { aDay, type Day } from './testing/a-day.ts';

const found = (day: Day, number: string) =>
  lookUp(day.office, day.setup, number, day.now, (text) =>
    day.entries.filter(({ events }) => JSON.stringify(events).includes(text)),
  );
const history = (day: Day, number: string) => {
  const answer = found(day, number);
  return typeof answer === 'string' ? answer : answer.history.map(({ what, counter }) => [what, counter]);
};

describe('ticket:look-up', () => {
  it('[S14] says where a number stands in its line', () => {
    const day = aDay().issuedMany(3, 'land').issuedPriority('land');
    expect(found(day, 'A002')).toMatchObject({ state: 'waiting', service: 'land', ahead: 2, outcome: null });
    expect(found(day, 'A004')).toMatchObject({ ahead: 0, counter: null });
  });

  it('[S14] says at which counter it is, or which one it waits for', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1);
    expect(found(day, 'A001')).toMatchObject({ state: 'called', counter: 1, ahead: null });
    expect(found(day.parked(1), 'A001')).toMatchObject({ state: 'parked', counter: 1 });
    expect(found(day.resumed('A001', 1), 'A001')).toMatchObject({ state: 'waiting', counter: 1, ahead: 0 });
  });

  it('[S14] tells its day, also of who has left, with the reasons that were given', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').calledThis(1, 'A002').undone(1).called(1).finished(1);
    day.told('manager', 'ticket:cancel', { ticket: day.id('A002'), reason: 'bỏ về' });
    expect(history(day, 'A002')).toEqual([
      ['ticket-issued', null],
      ['ticket-called', 1],
      ['call-undone', 1],
      ['ticket-closed', null],
    ]);
    expect(found(day, 'A002')).toMatchObject({
      state: 'closed',
      outcome: 'cancelled',
      history: [{}, { reason: 'Trường hợp khẩn' }, {}, { reason: 'bỏ về' }],
    });
    expect(found(day, 'A001')).toMatchObject({ state: 'closed', outcome: 'served' });
  });

  it('[S14] finds nobody under a number that was not given today', () => {
    const day = aDay().issued('land').dayClosed().at('06:30', '2026-11-24').houseLooked();
    expect(found(aDay(), 'A001')).toBe('no-such-ticket');
    expect(found(day.at('07:00', '2026-11-24').issued('civil'), 'B002')).toBe('no-such-ticket');
  });
});
