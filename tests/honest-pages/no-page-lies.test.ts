import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveBackPageTime, takePageTime } from './page-time.ts';
import { openHere } from './running-hall.ts';
import { carryOut, HAPPENINGS, type Happenings } from './steps.ts';
import { WatchedHall } from './watched-hall.ts';

/** `SEED=7` lets other things happen; a failure names the seed, and the fewest steps that still bring it about. */
const SEED = Number(process.env.SEED ?? 20261123);
/** `HALLS=5000` is the long form: hours of work instead of a quarter of a minute. */
const HALLS = Number(process.env.HALLS ?? 100);
/** A tenth of a second each on a quiet machine; a loaded one takes ten times as long. */
const PATIENCE_MS = 120_000 + HALLS * 2_000;

beforeAll(takePageTime);
afterAll(giveBackPageTime);

/**
 * What a lie is. After every step, each page whose cable is whole has the time of one round trip on its own connection. Then
 *
 * 1. its picture is, part for part, what the core draws now for its counter from nothing but the journal on the disk (but `at`, the
 *    moment of drawing, and `seen`, which displays say and not the core);
 * 2. it is online, and everything that was under way is answered;
 * 3. it shows something as under way when and only when something is.
 *
 * A page whose cable is cut says that it is not online. A button that is offered does something when it is pressed; pressed twice, it
 * does it once. And in the end, when every cable is whole again, the journal holds of each counter's presses
 *
 * 4. every one that was told a yes, once, with that answer, in the order of the yeses, and done to whom that page believed to be there;
 * 5. none that was told a no, and none that no page made;
 * 6. those whose page went before it was answered once or not at all.
 */
describe('no page lies for longer than a round trip', () => {
  it(`[R1] [R2] whatever is pressed, torn, lost, held up or started anew at 1 to 14 counters (SEED=${SEED}, HALLS=${HALLS})`, {
    timeout: PATIENCE_MS,
  }, async () => {
    const tried = { steps: 0, yes: 0, no: 0, unknown: 0, askedAgain: 0, answersLost: 0 };
    const play = async ({ counters, twin, steps }: Happenings) => {
      const hall = await WatchedHall.open(counters, twin, openHere);
      try {
        for (const step of steps) {
          await carryOut(hall, step);
          await hall.check();
        }
        await hall.checkAll();
      } finally {
        await hall.close();
      }
      tried.steps += steps.length;
      for (const { cable } of hall.clerks) tried.answersLost += cable.dropped;
      for (const { told } of hall.machines) {
        const outcomes = told.map(({ outcome }) =>
          typeof outcome === 'string' ? 'unknown' : outcome.ok ? 'yes' : 'no',
        );
        for (const outcome of outcomes) tried[outcome] += 1;
        tried.askedAgain += told.filter(({ asks }) => asks > 1).length;
      }
    };
    await fc.assert(fc.asyncProperty(HAPPENINGS, play), { numRuns: HALLS, seed: SEED });
    process.stdout.write(`no page lies, seed ${SEED}: ${HALLS} halls, ${JSON.stringify(tried)}\n`);
    // A test of nothing is noticed.
    expect(tried.yes).toBeGreaterThan(5 * HALLS);
    for (const [what, count] of Object.entries(tried)) expect(count, what).toBeGreaterThan(0);
  });
});
