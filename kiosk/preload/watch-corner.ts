import { cornerTaps } from './corner-taps.ts';

/** Tells of the staff's gesture on this page. What a script of the page pretends does not count. */
export function watchCorner(ask: () => void): void {
  const isDone = cornerTaps(() => ({ width: innerWidth, height: innerHeight }));
  addEventListener(
    'pointerdown',
    ({ isTrusted, isPrimary, clientX, clientY, timeStamp }) => {
      if (isTrusted && isPrimary && isDone({ x: clientX, y: clientY, atMs: timeStamp })) ask();
    },
    true,
  );
}
