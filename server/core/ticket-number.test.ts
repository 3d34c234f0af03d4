import { describe, expect, it } from 'vitest';
import { emptyOffice, type Office } from './office.ts';
import { aDay } from './testing/a-day.ts';
import { aHall, TUESDAY } from './testing/a-hall.ts';
import { nextNumber } from './ticket-number.ts';

const [LAND, CIVIL] = aHall().services;

function officeAfter(last: number): Office {
  return { ...emptyOffice(), lastNumber: new Map([['A', last]]) };
}

describe('nextNumber', () => {
  it.each([
    [0, 'A001'],
    [8, 'A009'],
    [99, 'A100'],
    [998, 'A999'],
  ])('[N1] is the prefix letter and three digits: after %i comes %s', (last, number) => {
    expect(LAND && nextNumber(officeAfter(last), LAND)).toBe(number);
  });

  it('[N1] counts each service for itself', () => {
    expect(CIVIL && nextNumber(officeAfter(17), CIVIL)).toBe('B001');
  });

  it('[N2] goes on when the office gives the letter to another service during the day', () => {
    expect(CIVIL && nextNumber(officeAfter(17), { ...CIVIL, prefix: 'A' })).toBe('A018');
  });

  it('[N3] ends with 999', () => {
    expect(LAND && nextNumber(officeAfter(999), LAND)).toBeNull();
  });
});

describe('ticket:take', () => {
  it('[N1] numbers the tickets of each service from 001 as they come', () => {
    const day = aDay().issued('land').issued('civil').issuedPriority('land').issued('land');
    expect([...day.office.tickets.values()].map(({ number }) => number)).toEqual(['A001', 'B001', 'A002', 'A003']);
  });

  it('[N1] starts again from 001 on the next business day', () => {
    const day = aDay().issued('land').issued('land').at('06:50', TUESDAY).houseLooked().issued('land');
    expect(day.line('land')).toEqual(['A001']);
  });

  it('[N1] starts again at midnight in the office, when it is still the day before in UTC', () => {
    const day = aDay().issued('land').at('23:59').extended();
    expect(new Date(day.at('00:30', TUESDAY).now).toISOString()).toBe('2026-11-23T17:30:00.000Z');
    day.houseLooked().extended().issued('land');
    expect(day.line('land')).toEqual(['A001']);
  });

  it('[N2] does not use the number of a ticket again whose call was undone', () => {
    const day = aDay().opened(1).issued('land').called(1).undone(1).issued('land');
    expect(day.line('land')).toEqual(['A001', 'A002']);
  });

  it('[N2] does not use the number of a cancelled ticket again, even of the last one', () => {
    const day = aDay().issued('land').issued('land').cancelled('A002').issued('land');
    expect(day.line('land')).toEqual(['A001', 'A003']);
  });

  it('[N2] does not use the number of a served ticket again', () => {
    const day = aDay().opened(1).issued('land').called(1).finished(1).issued('land');
    expect(day.line('land')).toEqual(['A002']);
  });

  it('[N2] goes on counting when a day closed by mistake is opened again', () => {
    const day = aDay().issued('land').dayClosed().extended().issued('land');
    expect(day.line('land')).toEqual(['A002']);
  });

  it('[N2] keeps the number through a transfer and counts the other service from its own tickets', () => {
    const day = aDay().opened(1).issued('land').called(1).transferred(1, 'civil').issued('civil');
    expect(day.line('civil')).toEqual(['A001', 'B001']);
  });

  it('[N3] refuses when all 999 numbers of a service are used, and still gives those of another', () => {
    const day = aDay();
    day.office.lastNumber.set('A', 999);
    expect(day.ask('kiosk', 'ticket:take', { services: ['land'], priority: 'regular' })).toEqual({
      refusal: 'numbers-used-up',
    });
    expect(day.issued('civil').line('civil')).toEqual(['B001']);
  });
});
