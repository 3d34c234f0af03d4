import { describe, expect, it } from 'vitest';
import { paperOf } from './paper.ts';

const TICKET = 'ticket-0001';

describe('paperOf', () => {
  it('[K4] waits for the slip while a working printer has not reported', () => {
    expect(paperOf({ printer: 'ready', slips: [] }, TICKET)).toBe('printing');
    expect(paperOf({ printer: 'near-end', slips: [{ ticket: TICKET, outcome: 'printing' }] }, TICKET)).toBe('printing');
  });

  it('[K4] believes a confirmed slip although the paper ran out behind it', () => {
    expect(paperOf({ printer: 'paper-out', slips: [{ ticket: TICKET, outcome: 'printed' }] }, TICKET)).toBe('printed');
  });

  it('[K4] does not let the visitor wait for a printer in trouble', () => {
    for (const printer of ['paper-out', 'cover-open', 'cutter-jam', 'offline'] as const) {
      expect(paperOf({ printer, slips: [{ ticket: TICKET, outcome: 'printing' }] }, TICKET)).toBe('not-printed');
    }
  });

  it('[K4] tells a slip that surely did not come from one that may lie there', () => {
    expect(paperOf({ printer: 'ready', slips: [{ ticket: TICKET, outcome: 'refused' }] }, TICKET)).toBe('not-printed');
    expect(paperOf({ printer: 'ready', slips: [{ ticket: TICKET, outcome: 'unknown' }] }, TICKET)).toBe('unsure');
  });

  it('[K4] promises no slip where no printer is named, and looks at no other ticket', () => {
    expect(paperOf({ printer: 'none', slips: [{ ticket: 'ticket-0002', outcome: 'printed' }] }, TICKET)).toBe('none');
  });
});
