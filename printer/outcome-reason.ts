/**
 * Why a slip was not confirmed. `too-late`: it could not begin in time, and stale paper helps nobody. `silent`: the printer
 * took the bytes and said nothing. `one-way`: the printer took the bytes and has no way to say anything. `not-drawn`: a bug,
 * the slip could not be made into dots.
 */
export type OutcomeReason =
  | 'paper-out'
  | 'cover-open'
  | 'cutter-jam'
  | 'offline'
  | 'too-late'
  | 'silent'
  | 'one-way'
  | 'connection-lost'
  | 'not-drawn'
  | 'closing';

/** How one job that was handed to a link ended. `refused`: before its first byte went out. */
export type SendResult =
  | { outcome: 'printed'; reason: null }
  | { outcome: 'refused' | 'unknown'; reason: OutcomeReason };
