/** How far the picture moves, px: nobody sees it, and no pixel of the glass shows the edge of a letter for a whole day. */
export const SHIFT_PX = 4;
const STAY_MS = 3 * 60_000;
/** Round the middle, a small step each time. */
const PLACES: readonly (readonly [x: number, y: number])[] = [
  [0, 0],
  [2, 0],
  [4, 2],
  [4, 4],
  [2, 4],
  [0, 2],
  [-2, 4],
  [-4, 4],
  [-4, 2],
  [-2, 0],
  [-4, -2],
  [-4, -4],
  [-2, -4],
  [0, -2],
  [2, -4],
  [4, -4],
  [4, -2],
];

/** Where the picture stands at a moment, px from its middle. */
export function placeAt(now: number): readonly [x: number, y: number] {
  return PLACES[Math.floor(now / STAY_MS) % PLACES.length] ?? [0, 0];
}
