/** What a fault did, over all its rounds. `lost` and `doubled` must be 0. */
export type FaultOutcome = {
  rounds: number;
  /** Answers of "yes" that pages got. */
  acknowledged: number;
  /** Tickets and calls that a page was told of and that are not on the disk as it was told. */
  lost: number;
  /** Numbers given twice, tickets that no page holds, tickets called twice. */
  doubled: number;
  /** From the end of the fault to the page that has its answer or its whole picture again, one figure a recovery. */
  recoveryMs: number[];
  /** What else was measured, in words. */
  note?: string;
};

/** The middle and the longest, in seconds. */
export function spreadOf(ms: readonly number[]): { p50: number; max: number } | null {
  const sorted = [...ms].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const longest = sorted.at(-1);
  return middle === undefined || longest === undefined ? null : { p50: middle / 1_000, max: longest / 1_000 };
}

/** One outcome out of several of the same fault. */
export function together(outcomes: readonly FaultOutcome[]): FaultOutcome {
  const sum = (of: (outcome: FaultOutcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  const notes = outcomes.flatMap(({ note }) => note ?? []);
  return {
    rounds: sum(({ rounds }) => rounds),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    recoveryMs: outcomes.flatMap(({ recoveryMs }) => recoveryMs),
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  };
}
