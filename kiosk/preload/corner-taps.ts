/** How often, and how quickly: more than a child does by chance, and less than a person minds who knows it. */
const TAPS = 5;
const WITHIN_MS = 3_000;
/** The corner's edge, of the smaller side of the glass: about 11 mm on a 21.5" panel. On the pages nothing stands there to be pressed. */
const EDGE = 0.08;

export type Tap = { x: number; y: number; atMs: number };
type Glass = { width: number; height: number };

/** Counts taps in the upper left corner. @returns for each tap, whether it is the one that completes the gesture */
export function cornerTaps(glass: () => Glass): (tap: Tap) => boolean {
  let moments: number[] = [];
  return ({ x, y, atMs }) => {
    const { width, height } = glass();
    const edge = Math.min(width, height) * EDGE;
    // A tap elsewhere begins it anew: nobody who uses the page comes upon it.
    if (x > edge || y > edge) {
      moments = [];
      return false;
    }
    moments = [...moments.slice(1 - TAPS), atMs];
    const [first = atMs] = moments;
    const isDone = moments.length === TAPS && atMs - first <= WITHIN_MS;
    if (isDone) moments = [];
    return isDone;
  };
}
