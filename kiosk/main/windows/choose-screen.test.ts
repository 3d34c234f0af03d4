import { expect, it } from 'vitest';
import { chooseScreen, type Place } from './choose-screen.ts';

const [a, b, c] = [{ id: 7 }, { id: 8 }, { id: 9 }];

it.each<{ place: Place; all: { id: number }[]; at?: number; chosen: { id: number } | null }>([
  { place: 'kiosk', all: [a], chosen: a },
  { place: 'kiosk', all: [b, a], chosen: a },
  { place: 'kiosk', all: [a, b], at: 8, chosen: a },
  { place: 'tv', all: [a], chosen: a },
  { place: 'tv', all: [a, b], chosen: b },
  { place: 'tv', all: [b, a], chosen: b },
  { place: 'tv', all: [a, c, b], chosen: c },
  // It stays where it is when one more is switched on, and moves when that one has gone.
  { place: 'tv', all: [a, c, b], at: 8, chosen: b },
  { place: 'tv', all: [a, c], at: 8, chosen: c },
  // What it was on has become the main one.
  { place: 'tv', all: [a, b], at: 7, chosen: b },
  // For a moment, while monitors change, a system may tell of none.
  { place: 'tv', all: [], chosen: a },
  // Never over the kiosk.
  { place: 'beside', all: [a], chosen: null },
  { place: 'beside', all: [], chosen: null },
  { place: 'beside', all: [a], at: 8, chosen: null },
  { place: 'beside', all: [a, b], chosen: b },
  { place: 'beside', all: [a, b, c], at: 9, chosen: c },
])('$place at $at, main monitor 7, monitors $all: $chosen', ({ place, all, at, chosen }) => {
  expect(chooseScreen(a, all, place, at)).toBe(chosen);
});
