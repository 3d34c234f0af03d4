import { moveClock, SEASONS } from './clock-days.ts';
import { crashStates } from './crash-states.ts';
import { dropAnswers } from './dropped-answers.ts';
import { countSyncs, failSyncs } from './failing-sync.ts';
import { fakeClock } from './faked-clock.ts';
import { fillDisk } from './full-disk.ts';
import { goSilent } from './half-open.ts';
import { killRounds } from './kill-rounds.ts';
import { repeatOldFrames } from './old-frames.ts';
import { type FaultOutcome, together } from './outcome.ts';
import { cutPower } from './power-cut.ts';
import { pullCable } from './pulled-cable.ts';
import { reconnectAll } from './reconnect.ts';
import { restartUnderSupervisor } from './supervised-restart.ts';

/** A fault, and how it is made. `size`: how many rounds in the short form and in the long one. */
export type FaultRow = {
  fault: string;
  size: readonly [short: number, long: number];
  run(seed: number, size: number): Promise<FaultOutcome>;
};

/** Every fault of the table, in its order. */
export const FAULT_ROWS: readonly FaultRow[] = [
  { fault: 'server killed under load', size: [3, 1_000], run: (seed, rounds) => killRounds({ seed, rounds }) },
  { fault: 'server killed, supervised', size: [2, 20], run: (_, rounds) => restartUnderSupervisor({ rounds }) },
  { fault: 'power cut, by write trace', size: [300, 20_000], run: crash },
  { fault: 'answers lost', size: [200, 7_500], run: (seed, presses) => dropAnswers({ seed, presses }) },
  {
    fault: 'line cut anywhere',
    size: [50, 2_000],
    run: (seed, presses) => dropAnswers({ seed, presses, anywhere: true }),
  },
  { fault: 'line half open', size: [6, 60], run: (_, lines) => goSilent({ lines }) },
  { fault: '200 pages come back', size: [1, 20], run: (seed, rounds) => reconnectAll({ seed, pages: 200, rounds }) },
  { fault: 'clock moved', size: [60, 6_000], run: clock },
  { fault: 'old messages again', size: [150, 1_500], run: (seed, steps) => repeatOldFrames({ seed, steps }) },
  { fault: 'syncs counted', size: [50, 500], run: (_, presses) => countSyncs({ presses }) },
  { fault: 'sync fails', size: [1, 40], run: (seed, rounds) => failSyncs({ seed, rounds }) },
  { fault: 'disk full', size: [2, 40], run: (seed, rounds) => fillDisk({ seed, rounds }) },
  { fault: 'disk without power', size: [2, 100], run: (seed, cuts) => cutPower({ seed, cuts }) },
  { fault: 'wall clock of the process', size: [30, 900], run: (seed, jumps) => fakeClock({ seed, jumps }) },
  { fault: 'cable pulled', size: [1, 10], run: (seed, pulls) => pullCable({ seed, pulls }) },
];

async function crash(seed: number, states: number): Promise<FaultOutcome> {
  const tally = crashStates({ seed, states });
  const { acknowledged, lost, doubled, mixed, unopened, points } = tally;
  return {
    rounds: states,
    acknowledged,
    // A state that cannot be opened has lost everything.
    lost: lost + unopened,
    doubled: doubled + mixed,
    recoveryMs: [],
    note: [`${points} points`, ...tally.examples].join('; '),
  };
}

async function clock(seed: number, steps: number): Promise<FaultOutcome> {
  const outcomes: FaultOutcome[] = [];
  for (const season of SEASONS) outcomes.push(await moveClock({ seed, steps: steps / SEASONS.length, ...season }));
  return together(outcomes);
}
