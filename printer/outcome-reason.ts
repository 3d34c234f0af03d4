/**
 * Why a slip was not confirmed. `too-late`: it could not begin in time, and stale paper helps nobody. `silent`: the printer
 * took the bytes and said nothing. `not-drawn`: a bug, the slip could not be made into dots.
 */
export type OutcomeReason =
  | 'paper-out'
  | 'cover-open'
  | 'cutter-jam'
  | 'offline'
  | 'too-late'
  | 'silent'
  | 'connection-lost'
  | 'not-drawn'
  | 'closing';

/** How one job that was sent ended. */
export type SendResult = { outcome: 'printed'; reason: null } | { outcome: 'unknown'; reason: OutcomeReason };
