import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
import type { Entry, QueueEvent } from './events.ts';
import { emptyOffice } from './office.ts';
import { aDay, type Day } from './testing/a-day.ts';
import { clock } from './testing/a-hall.ts';

function next(day: Day, ...events: QueueEvent[]): Entry {
  return { seq: day.office.seq + 1, at: day.now, command: 'ticket:call-next', counter: 1, events };
}

describe('apply', () => {
  it('[R5] makes the same office of the same entries, read as text', () => {
    const day = aDay().opened(1, 2, 3).issuedMany(5, 'land').issued('land', 'civil').issuedPriority('civil');
    day.called(1).called(2).transferred(2, 'civil', 3).called(3).undone(3).calledInVain(2).returned('A003').called(1);
    day.recalled(1).parked(1).resumed('A003', 1).at('18:00').extended().closed(2);
    const folded = emptyOffice();
    for (const entry of JSON.parse(JSON.stringify(day.entries)) as Entry[]) apply(folded, entry);
    expect(folded).toEqual(day.office);
  });

  it('[R5] hands back every touched ticket once, as it is now', () => {
    const day = aDay().opened(1).issued('land', 'civil').called(1).at('07:20');
    const id = day.id('A001');
    const touched = apply(
      day.office,
      next(
        day,
        { type: 'service-finished', ticket: id },
        { type: 'ticket-called', ticket: id, counter: 1, outOfOrder: null },
      ),
    );
    expect(touched).toEqual([day.ticket('A001')]);
  });

  it('[R5] hands back a closed ticket with how and where it ended', () => {
    const day = aDay().opened(1).issued('land').at('07:05').called(1).at('07:06').started(1).at('07:20');
    const { servingSince: _, ...before } = { servingSince: 0, ...day.ticket('A001') };
    const close = next(day, { type: 'ticket-closed', ticket: day.id('A001'), outcome: 'served' });
    expect(apply(day.office, close)).toEqual([
      {
        ...before,
        state: 'closed',
        outcome: 'served',
        closedAt: clock('07:20'),
        counter: 1,
        calledAt: clock('07:05'),
        servingSince: clock('07:06'),
      },
    ]);
  });

  it('[N2] throws at a number that is given once more, whoever decided so', () => {
    const day = aDay().opened(1).issued('land').issued('civil');
    const again = day.entries.flatMap(({ events }) => events).filter(({ type }) => type === 'ticket-issued');
    expect(() => apply(day.office, next(day, ...again))).toThrow('A fact gives number A001 once more.');
  });

  it('[R5] throws at a fact about somebody who is not here: the journal is not of this house', () => {
    const day = aDay().opened(1);
    expect(() => apply(day.office, next(day, { type: 'service-started', ticket: 'ticket-nobody' }))).toThrow(
      'A fact speaks of ticket ticket-nobody, who is not here.',
    );
  });

  it.each([
    ['a call of who has been called', { type: 'ticket-called', counter: 2, outOfOrder: null }, 'waiting'],
    ['a further service of who has none', { type: 'service-finished' }, 'service-finished'],
    ['a return of who is not absent', { type: 'ticket-returned', boundTo: null }, 'absent'],
    ['a resumption of who is not parked', { type: 'ticket-resumed', boundTo: null }, 'parked'],
  ] as const)('[R5] throws at %s', (_, fact, wanted) => {
    const day = aDay().opened(1).issued('land').called(1);
    const entry = next(day, { ...fact, ticket: day.id('A001') });
    expect(() => apply(day.office, entry)).toThrow(`A fact wants ticket A001 to be ${wanted}, but it is called.`);
  });

  it('[R5] throws at parking somebody who waits', () => {
    const day = aDay().opened(1).issued('land');
    const entry = next(day, { type: 'ticket-parked', ticket: day.id('A001') });
    expect(() => apply(day.office, entry)).toThrow('A fact wants ticket A001 to be held, but it is waiting.');
  });

  it('never lets the time of the office run backwards', () => {
    const day = aDay().at('08:00').issued('land');
    apply(day.office, { seq: 99, at: clock('07:30'), command: 'counter:open', counter: 1, events: [] });
    expect([day.office.lastAt, day.office.seq]).toEqual([clock('08:00'), 99]);
  });

  it('leaves a slip alone whose ticket nobody knows', () => {
    const day = aDay();
    day.told('house', 'slip:report', { ticket: 'ticket-nobody', outcome: 'refused', reason: null });
    expect([day.office.slips, day.office.slipTroubles]).toEqual([[], []]);
  });
});
