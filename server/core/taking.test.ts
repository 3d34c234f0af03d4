import { describe, expect, it } from 'vitest';
import type { CommandInput } from '#shared/contract/queue-commands.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import { refuse } from './decision.ts';
import { aDay, Day } from './testing/a-day.ts';
import { aHall, clock, TUESDAY } from './testing/a-hall.ts';

const LAND: CommandInput<'ticket:take'> = { services: ['land'], priority: 'regular' };

describe('ticket:take', () => {
  it('[N1] gives out a ticket with everything needed to find its place again', () => {
    const day = aDay().issued('land').at('07:10');
    expect(day.ask('kiosk', 'ticket:take', { services: ['land', 'civil'], priority: 'priority' })).toEqual({
      events: [
        {
          type: 'ticket-issued',
          ahead: 0,
          ticket: {
            id: 'ticket-0003',
            number: 'A002',
            order: 2,
            priority: 'priority',
            issuedAt: clock('07:10'),
            errand: { service: 'land', arrivedAt: clock('07:10'), effectiveAt: clock('06:40') },
            next: [{ service: 'civil', arrivedAt: clock('07:10'), effectiveAt: clock('06:40') }],
            done: [],
            calls: 0,
            firstCalledAt: null,
            boundTo: null,
            returned: false,
            note: null,
            state: 'waiting',
            waitingSince: clock('07:10'),
          },
        },
      ],
      answer: { ticket: 'ticket-0003', number: 'A002', ahead: 0 },
    });
  });

  it('[Q2] answers how many stand before it, counting a priority ticket from its earlier place', () => {
    const day = aDay().issued('land').at('07:20').issued('land').at('07:40');
    const ahead = (priority: 'regular' | 'priority') =>
      day.ask('kiosk', 'ticket:take', { services: ['land'], priority });
    expect(ahead('regular')).toMatchObject({ answer: { ahead: 2 } });
    expect(ahead('priority')).toMatchObject({ answer: { ahead: 1 } });
  });

  it.each([
    ['06:44', false],
    ['06:45', true],
    ['10:44', true],
    ['10:45', false],
    ['12:44', false],
    ['12:45', true],
    ['16:44', true],
    ['16:45', false],
  ])('[D3] gives numbers at the kiosk only within the hours: at %s %s', (time, gives) => {
    const decision = aDay().at(time).ask('kiosk', 'ticket:take', LAND);
    expect(decision).toEqual(gives ? expect.objectContaining({ events: expect.any(Array) }) : refuse('not-open-now'));
  });

  it('[D3] gives no numbers at the kiosk on a day without hours', () => {
    const sunday = new Day(aHall()).at('08:00', '2026-11-29').told('house', 'day:open', { day: '2026-11-29' });
    expect(sunday.ask('kiosk', 'ticket:take', LAND)).toEqual(refuse('not-open-now'));
  });

  it('[D6] lets the help desk give a number outside the hours while the day is open', () => {
    const day = aDay().at('11:30').told('manager', 'ticket:take', LAND);
    expect(day.line('land')).toEqual(['A001']);
  });

  it('[D3] [S15] gives numbers at a counter only within the hours, as at the kiosk', () => {
    expect(aDay().told(3, 'ticket:take', LAND).line('land')).toEqual(['A001']);
    expect(aDay().at('11:30').ask(3, 'ticket:take', LAND)).toEqual(refuse('not-open-now'));
  });

  it('[D6] lets nobody give a number once the day is closed', () => {
    const day = aDay().at('10:00').dayClosed();
    expect(day.ask('kiosk', 'ticket:take', LAND)).toEqual(refuse('day-closed'));
    expect(day.ask('manager', 'ticket:take', LAND)).toEqual(refuse('day-closed'));
  });

  it('[D1] gives no number before a day was ever opened', () => {
    expect(new Day(aHall()).ask('manager', 'ticket:take', LAND)).toEqual(refuse('day-closed'));
  });

  it('[D4] gives numbers at the kiosk in the evening when the office is held open, until midnight', () => {
    const day = aDay().at('18:00').extended().at('23:59');
    expect(day.issued('land').line('land')).toEqual(['A001']);
    expect(day.at('00:00', TUESDAY).ask('kiosk', 'ticket:take', LAND)).toEqual(refuse('not-open-now'));
  });

  it('[N4] refuses a service that the office does not have', () => {
    expect(aDay().ask('kiosk', 'ticket:take', { ...LAND, services: ['karaoke'] })).toEqual(refuse('unknown-service'));
    expect(aDay().ask('kiosk', 'ticket:take', { ...LAND, services: ['land', 'karaoke'] })).toEqual(
      refuse('unknown-service'),
    );
    expect(aDay().ask('kiosk', 'ticket:take', { ...LAND, services: [] })).toEqual(refuse('unknown-service'));
  });

  it('[N4] refuses the same service twice in one visit', () => {
    expect(aDay().ask('kiosk', 'ticket:take', { ...LAND, services: ['land', 'civil', 'land'] })).toEqual(
      refuse('same-service-twice'),
    );
  });

  it('[N4] refuses more services in one visit than the office allows', () => {
    const day = aDay({ servicesPerTicket: 2 }).issued('land', 'civil').later(MINUTE);
    expect(day.ask('kiosk', 'ticket:take', { ...LAND, services: ['land', 'civil', 'cards'] })).toEqual(
      refuse('too-many-services'),
    );
  });
});
