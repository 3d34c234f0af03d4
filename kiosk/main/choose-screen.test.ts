import { expect, it } from 'vitest';
import { chooseScreen } from './choose-screen.ts';

const [a, b, c] = [{ id: 7 }, { id: 8 }, { id: 9 }];

it.each([
  { room: 'kiosk' as const, all: [a], chosen: a },
  { room: 'kiosk' as const, all: [b, a], chosen: a },
  { room: 'tv' as const, all: [a], chosen: a },
  { room: 'tv' as const, all: [a, b], chosen: b },
  { room: 'tv' as const, all: [b, a], chosen: b },
  { room: 'tv' as const, all: [a, c, b], chosen: c },
  // For a moment, while monitors change, a system may tell of none.
  { room: 'tv' as const, all: [], chosen: a },
])('$room, main monitor 7, monitors $all: $chosen', ({ room, all, chosen }) => {
  expect(chooseScreen(a, all, room)).toBe(chosen);
});
