import { type DayOptions, playDay } from './play-day.ts';
import { readArguments } from './read-arguments.ts';
import { reportOf, tableOf } from './report.ts';

/** Where the text goes, and the rules to play by where they are not the house's. */
export type RunParts = Pick<DayOptions, 'decide'> & { print(text: string): void; mutter(text: string): void };

/** Real time without a word that nobody minds. */
const QUIET_MS = 10_000;

/** @returns the exit code: 0 when every check holds, 1 when one fails, 2 when it was asked wrongly */
export async function run(args: readonly string[], { decide, print, mutter }: RunParts): Promise<0 | 1 | 2> {
  const wanted = readArguments(args);
  if ('wrong' in wanted) {
    mutter(`${wanted.wrong}\n`);
    return 2;
  }
  const { seed, scale, json } = wanted;
  const startedAt = performance.now();
  const onHour = (text: string) => {
    if (performance.now() - startedAt > QUIET_MS) mutter(`It is ${text} in the hall.\n`);
  };
  const day = await playDay({ seed, scale, onHour, isPrinting: true, ...(decide && { decide }) });
  const report = reportOf(day);
  print(json ? `${JSON.stringify(report, null, 2)}\n` : tableOf(report, day.setup));
  return report.checks.every(({ ok }) => ok) ? 0 : 1;
}
