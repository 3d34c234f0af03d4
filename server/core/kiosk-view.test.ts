import { describe, expect, it } from 'vitest';
import { kioskView } from './kiosk-view.ts';
import { aDay, type Day } from './testing/a-day.ts';
import { clock, TUESDAY } from './testing/a-hall.ts';

const view = (day: Day) => kioskView(day.office, day.setup, day.now, { printer: 'ready', diskTrouble: null });
const hours = (day: Day) => ({ open: view(day).open, nextFrom: view(day).nextFrom });

describe('kioskView', () => {
  it('[Q2] tells for each service how many would be before a new ticket of each class, and where it is called', () => {
    const day = aDay().issued('land').at('07:20').issued('land').issued('civil').at('07:40');
    const [land, civil] = view(day).services;
    expect([land?.ahead, land?.counters]).toEqual([{ regular: 2, priority: 1 }, [1, 2]]);
    expect([civil?.ahead, civil?.counters]).toEqual([{ regular: 1, priority: 0 }, [3]]);
  });

  it.each([
    ['06:00', false, clock('06:45')],
    ['08:00', true, null],
    ['11:30', false, clock('12:45')],
    ['16:50', false, clock('06:45', TUESDAY)],
  ])('[D3] says at %s whether numbers are given, and when next', (time, open, nextFrom) => {
    expect(hours(aDay().at(time))).toEqual({ open, nextFrom });
  });

  it('[D4] gives numbers while the office is held open', () => {
    expect(hours(aDay().at('18:00').extended())).toEqual({ open: true, nextFrom: null });
  });

  it('[D7] names the next day after a day that was closed early', () => {
    expect(hours(aDay().at('09:00').dayClosed())).toEqual({ open: false, nextFrom: clock('06:45', TUESDAY) });
  });

  it('[B15] shows no ticket waiting, only counts', () => {
    const day = aDay().issuedPriority('land');
    expect(JSON.stringify(view(day).services)).not.toMatch(/A001|ticket-/);
  });

  it('shows the latest slips with what became of them, newest first', () => {
    const day = aDay().issued('land').issued('land');
    day.told('house', 'slip:report', { ticket: day.id('A001'), outcome: 'printed', reason: null });
    expect(view(day).slips).toEqual([
      { ticket: day.id('A002'), outcome: 'printing' },
      { ticket: day.id('A001'), outcome: 'printed' },
    ]);
  });

  it('speaks of no slips in an office without a printer', () => {
    const day = aDay().issued('land');
    expect(
      kioskView(day.office, { ...day.setup, printer: null }, day.now, { printer: 'none', diskTrouble: null }).slips,
    ).toEqual([]);
  });
});
