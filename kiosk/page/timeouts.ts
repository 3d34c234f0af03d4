import type { Paper } from './paper.ts';

/** Every span after which the kiosk does something by itself, in ms. */
export const TIMEOUTS = {
  /** Confirmation and choice of further services: home after this long without a touch. */
  confirm: 30_000,
  /** The number goes home by itself, the sooner the surer the visitor holds a slip. */
  number: {
    printed: 8_000,
    none: 15_000,
    printing: 30_000,
    unsure: 30_000,
    'not-printed': 30_000,
  } satisfies Record<Paper, number>,
  refused: 30_000,
  /** The countdown is shown for the last stretch. */
  countdown: 10_000,
  /** A foreign language left behind on the home screen. */
  language: 30_000,
  /** A screen that has just appeared takes no touches: they were meant for the one before it. */
  touchThrough: 500,
  /** A lost line shorter than this is not shown: the page reconnects within half a second. */
  offlineGrace: 1_000,
  /** From here on the visitor is told that taking the number takes longer. */
  slowAnswer: 3_000,
} as const;
