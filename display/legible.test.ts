import { describe, expect, it } from 'vitest';
import { type Glass, inchesFor, type Room, rowPlan } from './legible.ts';

const TV: Glass = { width: 1920, height: 1080, inches: 55, seatMetres: 6 };
/** As measured on a board with sixteen services. */
const ROOM: Room = { width: 1835, height: 515, heightWithoutStrip: 780, headHeight: 50, gap: 23 };
const planned = (glass: Partial<Glass>) => rowPlan({ ...TV, ...glass }, ROOM);
const asked = (glass: Partial<Glass>) => {
  const { rows, stripGives, isMet } = planned(glass);
  return { rows, stripGives, isMet };
};

describe('[B24] how large the rows are', () => {
  it('takes the most rows that can be read from the last seat', () => {
    expect(asked({ seatMetres: 5 })).toEqual({ rows: 6, stripGives: false, isMet: true });
    expect(asked({ seatMetres: 7.5 })).toEqual({ rows: 4, stripGives: false, isMet: true });
    expect(asked({ seatMetres: 9 })).toEqual({ rows: 3, stripGives: false, isMet: true });
  });

  it('lets the strip give way before it gives a seat up', () => {
    expect(asked({ seatMetres: 11 })).toEqual({ rows: 3, stripGives: true, isMet: true });
  });

  it('says when the wish cannot be met, how far it reaches, and how large the glass would have to be', () => {
    const plan = planned({ inches: 32, seatMetres: 15 });
    expect([plan.rows, plan.stripGives, plan.isMet]).toEqual([3, true, false]);
    const needed = inchesFor({ ...TV, inches: 32, seatMetres: 15 }, plan.readableMetres ?? 0);
    expect(planned({ inches: needed, seatMetres: 15 }).isMet).toBe(true);
    expect(planned({ inches: needed - 1, seatMetres: 15 }).isMet).toBe(false);
  });

  it('reckons two hundred heights of a capital: an 86 px letter on 55 inches at 1080p is read from 7.8 m', () => {
    // Six rows of which each leaves its font 86 px, and a column wide enough.
    const room = { ...ROOM, width: 9_999, height: (86 / 0.78) * 6 + 50 };
    expect(rowPlan({ ...TV, seatMetres: 1 }, room).readableMetres).toBeCloseTo(7.8, 1);
  });

  it('is the same on a glass of twice the pixels', () => {
    const twice = { width: 3670, height: 1030, heightWithoutStrip: 1560, headHeight: 100, gap: 46 };
    const [once, again] = [planned({}), rowPlan({ ...TV, width: 3840, height: 2160 }, twice)];
    expect(again.readableMetres).toBeCloseTo(once.readableMetres ?? 0, 6);
  });
});
