import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { FAULT_ROWS } from './fault-rows.ts';
import { type FaultOutcome, spreadOf } from './outcome.ts';
import { Skipped } from './tools.ts';

// `npm run faults -- --seed 7 --short --json --only clock`
type Result = { fault: string; seconds: number } & (
  | { outcome: FaultOutcome }
  | { skipped: string }
  | { failed: string }
);

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new Error(`--seed must be a whole number, not "${values.seed}".`);

const say = (text: string) => {
  if (!values.json) process.stdout.write(`${text}\n`);
};
const WIDTHS = [27, 8, 13, 6, 9, 17];
const line = (...cells: readonly string[]) =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[index] ?? 0))).join('');

say(`seed ${seed}, ${values.short ? 'short' : 'long'}\n`);
say(line('fault', 'rounds', 'acknowledged', 'lost', 'doubled', 'back s p50/max'));
const results: Result[] = [];
for (const { fault, size, run } of FAULT_ROWS.filter((row) => row.fault.includes(values.only))) {
  const startedAt = performance.now();
  const told = await run(seed, size[values.short ? 0 : 1]).then(
    (outcome) => ({ outcome }),
    (cause: unknown) =>
      cause instanceof Skipped
        ? { skipped: cause.message }
        : { failed: String(cause instanceof Error ? cause.stack : cause) },
  );
  const result: Result = { fault, seconds: (performance.now() - startedAt) / 1_000, ...told };
  results.push(result);
  say(rowOf(result));
}
const isBad = results.some(
  (result) => 'failed' in result || ('outcome' in result && result.outcome.lost + result.outcome.doubled > 0),
);
const whole = { seed, short: values.short, load: loadavg()[0], ok: !isBad, results: results.map(summed) };
say(
  `\n${isBad ? 'Something was lost or doubled.' : 'Nothing lost, nothing doubled.'} Seed ${seed}; load of the machine ${whole.load?.toFixed(1)}.`,
);
if (values.json) process.stdout.write(`${JSON.stringify(whole, null, 2)}\n`);
// The pages that were opened here have clocks of their own, which nobody stops.
process.exit(isBad ? 1 : 0);

function rowOf(result: Result): string {
  if ('skipped' in result) return `${result.fault.padEnd(WIDTHS[0] ?? 0)}SKIP ${result.skipped}`;
  if ('failed' in result) return `${result.fault.padEnd(WIDTHS[0] ?? 0)}FAILED ${result.failed}`;
  const { rounds, acknowledged, lost, doubled, recoveryMs, note } = result.outcome;
  const back = spreadOf(recoveryMs);
  const figures = [rounds, acknowledged, lost, doubled].map(String);
  const recovery = back ? `${back.p50.toFixed(2)} / ${back.max.toFixed(2)}` : '–';
  return `${line(result.fault, ...figures, recovery)}   ${result.seconds.toFixed(0)} s${note ? `, ${note}` : ''}`;
}

/** Without the single figures: thousands of them say no more than their spread. */
function summed(result: Result) {
  if (!('outcome' in result)) return result;
  const { recoveryMs, ...outcome } = result.outcome;
  return { ...result, outcome: { ...outcome, recoverySeconds: spreadOf(recoveryMs) } };
}
