import { useEffect, useState } from 'preact/hooks';
import { SECOND } from '#shared/domain/business-day.ts';
import { serverNow } from '#shared/page/clock.ts';

/**
 * Whole seconds until a moment, rounded up; 0 from it on. Draws again exactly when the number changes: the clock that all
 * share ticks up to a second late, and that is too long for a button that opens or closes.
 * @param until the server's clock, ms UTC
 */
export function useSecondsLeft(until: number): number {
  const [, drawAgain] = useState(0);
  const leftMs = until - serverNow();
  useEffect(() => {
    if (leftMs <= 0) return;
    const timer = setTimeout(() => drawAgain((times) => times + 1), leftMs % SECOND || SECOND);
    return () => clearTimeout(timer);
  });
  return Math.max(0, Math.ceil(leftMs / SECOND));
}
