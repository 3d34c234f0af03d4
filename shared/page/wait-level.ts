/** The aims of the national programme for the mean wait, in minutes: 15 since 2025, 30 before. */
export const GOOD_UP_TO_MINUTES = 15;
export const BEARABLE_UP_TO_MINUTES = 30;

export type WaitLevel = 'none' | 'good' | 'long' | 'too-long';

/**
 * How a wait stands to the aim.
 * @param minutes open minutes of who waits longest; null: nobody waits
 */
export function waitLevel(minutes: number | null): WaitLevel {
  if (minutes === null) return 'none';
  if (minutes <= GOOD_UP_TO_MINUTES) return 'good';
  return minutes <= BEARABLE_UP_TO_MINUTES ? 'long' : 'too-long';
}
