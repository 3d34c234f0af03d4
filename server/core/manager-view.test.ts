import { describe, expect, it } from 'vitest';
import { NO_DOSSIERS } from '#shared/domain/dossiers.ts';
import { managerView } from './manager-view.ts';
import { aDay, type Day } from './testing/a-day.ts';
import { clock, MONDAY, TUESDAY } from './testing/a-hall.ts';

const HOUSE = {
  printer: 'ready',
  pages: { kiosk: 1, display: 1, counter: 2, manager: 1 },
  isJournalIntact: true,
  diskTrouble: null,
  backup: { lastAt: null, failed: false },
  tappedForFun: [],
} as const;

const view = (day: Day) => managerView(day.office, day.setup, day.now, HOUSE);
const land = (day: Day) => view(day).services[0];

describe('managerView', () => {
  it('[T4] counts who was issued, waits, is at a counter, and how the others ended', () => {
    const day = aDay().opened(1, 2).issuedMany(6, 'land').calledInVain(1).called(1).finished(1).called(1).called(2);
    day.cancelled('A005').parked(2).resumed('A004', 2);
    expect(view(day).totals).toEqual({
      issued: 6,
      waiting: 2,
      atCounters: 1,
      served: 1,
      noShow: 0,
      cancelled: 1,
      expired: 0,
      dossiers: { ...NO_DOSSIERS, all: 1, appointment: 1, direct: 1 },
    });
    expect(view(day.dayClosed()).totals).toEqual({
      issued: 6,
      waiting: 0,
      atCounters: 0,
      served: 1,
      noShow: 1,
      cancelled: 1,
      expired: 3,
      dossiers: { ...NO_DOSSIERS, all: 1, appointment: 1, direct: 1 },
    });
  });

  it('[T4] counts two services done in one visit as two served of one issued', () => {
    const day = aDay().opened(1).issued('land', 'civil').called(1).called(1).finished(1);
    expect(view(day).totals).toMatchObject({ issued: 1, served: 2 });
    expect(view(day).counters[0]).toMatchObject({ id: 1, served: 2 });
  });

  it('[T1] tells how long the one waits who came first, in open minutes, also behind a priority ticket', () => {
    const day = aDay().at('06:45').issued('land').at('07:10').issuedPriority('land').at('07:20');
    expect(land(day)?.longestWaitMinutes).toBe(20);
  });

  it('[T2] does not count the closed lunch hours for who waits over lunch', () => {
    const day = aDay().at('10:40').issued('land').at('13:05');
    expect(land(day)?.longestWaitMinutes).toBe(25);
  });

  it('[T1] has no longest wait where nobody waits', () => {
    expect(land(aDay())?.longestWaitMinutes).toBeNull();
  });

  it('[D4] says until when the office is held open', () => {
    const day = aDay().at('18:00').extended();
    expect([view(day).extendedUntil, view(day).open]).toEqual([clock('00:00', TUESDAY), true]);
  });

  it('[D7] names the next day after a day that was closed early', () => {
    expect(view(aDay().at('09:00').dayClosed())).toMatchObject({
      day: MONDAY,
      dayState: 'closed',
      open: false,
      nextFrom: clock('06:45', TUESDAY),
    });
  });

  it('[C6] lists the absent, and whether they may still return', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').calledInVain(1).calledInVain(1).returned('A001');
    expect(view(day.calledInVain(1)).absent).toEqual([
      { ticket: day.id('A002'), number: 'A002', mayReturn: true },
      { ticket: day.id('A001'), number: 'A001', mayReturn: false },
    ]);
  });

  it('names slips that did not surely come out until they have', () => {
    const day = aDay().issued('land').issued('land');
    const report = (number: string, outcome: 'printed' | 'refused' | 'unknown') =>
      day.told('house', 'slip:report', { ticket: day.id(number), outcome, reason: null });
    report('A001', 'refused');
    report('A002', 'unknown');
    expect(view(day).slipTroubles.map(({ number, outcome }) => [number, outcome])).toEqual([
      ['A002', 'unknown'],
      ['A001', 'refused'],
    ]);
    report('A001', 'printed');
    expect(view(day).slipTroubles.map(({ number }) => number)).toEqual(['A002']);
  });
});
