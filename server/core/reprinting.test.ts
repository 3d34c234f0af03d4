import { describe, expect, it } from 'vitest';
import { apply } from './apply.ts';
import { refuse } from './decision.ts';
import type { Entry } from './events.ts';
import type { HouseState } from './house-state.ts';
import { managerView } from './manager-view.ts';
import { emptyOffice } from './office.ts';
import { aDay, type Day } from './testing/a-day.ts';
import { clock } from './testing/a-hall.ts';

const HOUSE: HouseState = {
  ...{ printer: 'ready', pages: { kiosk: 1, display: 1, counter: 0, manager: 1 }, isJournalIntact: true },
  ...{ diskTrouble: null, backup: { lastAt: null, failed: false }, tappedForFun: [] },
};

/** How the slip of A001 ended. */
function reported(day: Day, outcome: 'printed' | 'refused' | 'unknown') {
  return day.told('house', 'slip:report', { ticket: day.id('A001'), outcome, reason: null });
}
const again = (day: Day) => day.told('manager', 'slip:reprint', { ticket: day.id('A001') });
const asked = (day: Day) => day.ask('manager', 'slip:reprint', { ticket: day.id('A001') });
/** A001, whose slip did not come out. */
const withoutSlip = () => reported(aDay().opened(1).issuedMany(2, 'civil').at('07:04').issued('land'), 'refused');
const GIVEN = expect.objectContaining({ answer: {} });

describe('slip:reprint', () => {
  it('[S15] may be asked for by a clerk, and takes nothing from what he can take back', () => {
    const day = withoutSlip().called(1);
    day.told(1, 'slip:reprint', { ticket: day.id('A001') }).undone(1);
    expect([day.current(1), day.line('land')]).toEqual([null, ['A001']]);
  });

  it('[P15] is one more slip that says what the first one said, whatever has become of the ticket since', () => {
    const day = withoutSlip().called(1).transferred(1, 'civil').at('07:40');
    expect(asked(day)).toEqual({
      events: [
        {
          type: 'slip-reprinted',
          ticket: day.id('A001'),
          slip: { number: 'A001', service: 'land', issuedAt: clock('07:04'), ahead: 0 },
        },
      ],
      answer: {},
    });
  });

  it('[P15] is made so often as the office allows', () => {
    const day = reported(again(reported(again(withoutSlip()), 'printed')), 'unknown');
    expect(asked(day)).toEqual(refuse('reprinted-enough'));
    expect(asked(reported(aDay({ reprintsPerTicket: 0 }).issued('land'), 'refused'))).toEqual(
      refuse('reprinted-enough'),
    );
  });

  it('[P16] does not count where the printer surely gave no paper', () => {
    let day = withoutSlip();
    for (let empty = 0; empty < 5; empty += 1) day = reported(again(day), 'refused');
    expect(asked(day)).toEqual(GIVEN);
    day = reported(again(reported(again(day), 'printed')), 'printed');
    expect(asked(day)).toEqual(refuse('reprinted-enough'));
  });

  it('[P16] is refused while a paper may still come out', () => {
    const day = aDay().issued('land');
    expect(asked(day)).toEqual(refuse('slip-under-way'));
    expect(asked(again(reported(day, 'printed')))).toEqual(refuse('slip-under-way'));
  });

  it('[P15] is refused an hour after the visit has ended, but not before', () => {
    const day = withoutSlip().at('07:10').called(1).finished(1);
    expect(asked(day.at('08:09'))).toEqual(GIVEN);
    expect(asked(day.at('08:10'))).toEqual(refuse('no-such-ticket'));
    // Those that are over leave with the next end.
    day.called(1).finished(1);
    expect(day.office.goneSlipCopies.has(day.id('A001'))).toBe(false);
  });

  it('[P15] counts the hour anew where the end of the visit was taken back', () => {
    const day = withoutSlip().at('07:10').called(1).finished(1).later(5_000).undone(1);
    expect(asked(day.at('10:00'))).toEqual(GIVEN);
    expect(asked(day.finished(1).at('10:59'))).toEqual(GIVEN);
  });

  it('[P15] is refused for a number nobody has, of yesterday, and where there is no printer', () => {
    const day = withoutSlip();
    expect(day.ask('manager', 'slip:reprint', { ticket: 'ticket-nobody' })).toEqual(refuse('no-such-ticket'));
    const yesterdays = day.id('A001');
    day.dayClosed().at('07:00', '2026-11-24').told('house', 'day:open', { day: '2026-11-24' });
    expect(day.ask('manager', 'slip:reprint', { ticket: yesterdays })).toEqual(refuse('no-such-ticket'));
    const unprinted = withoutSlip();
    Object.assign(unprinted.setup, { printer: null });
    expect(asked(unprinted)).toEqual(refuse('no-printer'));
  });

  it('[P16] is as often left after the house was read again from its journal', () => {
    const day = reported(again(reported(again(withoutSlip()), 'refused')), 'printed')
      .at('07:10')
      .called(1)
      .finished(1);
    const folded = emptyOffice();
    for (const entry of JSON.parse(JSON.stringify(day.entries)) as Entry[]) apply(folded, entry);
    expect(folded).toEqual(day.office);
    expect(folded.goneSlipCopies.get(day.id('A001'))?.copy.reprints).toBe(1);
  });
});

describe('the manager’s picture of a slip in trouble', () => {
  const troubles = (day: Day) => managerView(day.office, day.setup, day.now, HOUSE).slipTroubles;

  it('[P15] says whether it can be printed again, in the words of the refusal', () => {
    const day = withoutSlip();
    expect(troubles(day)).toEqual([
      { ticket: day.id('A001'), number: 'A001', outcome: 'refused', at: clock('07:04'), noReprint: null },
    ]);
    again(day);
    expect(troubles(day)).toMatchObject([{ outcome: 'refused', noReprint: 'slip-under-way' }]);
    reported(again(reported(day, 'unknown')), 'unknown');
    expect(troubles(day)).toMatchObject([{ outcome: 'unknown', noReprint: 'reprinted-enough' }]);
  });

  it('[P16] is without it as soon as the paper has come', () => {
    expect(troubles(reported(again(withoutSlip()), 'printed'))).toEqual([]);
  });

  it('[P16] of a slip long pushed out of the latest twenty still ends when it is printed again', () => {
    const day = again(withoutSlip().issuedMany(25, 'cards'));
    expect(troubles(reported(day, 'printed'))).toEqual([]);
  });
});
