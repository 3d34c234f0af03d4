import { parseArgs } from 'node:util';
import { browserPath } from '#tests/browser/prepare.ts';
import { MUTANTS } from './all-mutants.ts';
import { type Mutant, withBug } from './mutant.ts';
import { PrivateCopy } from './private-copy.ts';
import { runTests } from './run-tests.ts';

// `npm run mutants -- --only "head start doubled" --json`
const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });
const wanted = MUTANTS.filter(({ name }) => values.only === undefined || name.includes(values.only));
const say = (line: string) => void process[values.json ? 'stderr' : 'stdout'].write(`${line}\n`);

/** What became of one bug. `caughtBy` null: it survived, or was never really tried. */
type Fate = { name: string; caughtBy: string | null; why: string | null; seconds: number };

const copy = new PrivateCopy(await browserPath());
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    copy.remove();
    process.exit(1);
  });
}
try {
  process.exitCode = await hunt(copy);
} finally {
  copy.remove();
}

/** @returns the exit code */
async function hunt(copy: PrivateCopy): Promise<number> {
  if (wanted.length === 0) return complain(`No mutant is called "${values.only}".`);
  const files = [...new Set(wanted.flatMap(({ tests }) => tests))];
  const missing = files.filter((file) => !copy.has(file));
  // A test that fails without a bug would seem to catch every bug.
  const before = await runTests(
    copy,
    files.filter((file) => !missing.includes(file)),
    false,
  );
  if (!before.isGreen) return complain(`The tests fail without any bug:\n${before.failed.join('\n') || before.said}`);
  const fates: Fate[] = [];
  for (const mutant of wanted) {
    const fate = await fateOf(mutant, copy);
    fates.push(fate);
    say(
      `${fate.caughtBy === null ? 'SURVIVED' : 'caught  '}  ${fate.name} (${fate.seconds} s)\n          ${fate.caughtBy ?? fate.why}`,
    );
  }
  const survivors = fates.filter(({ caughtBy }) => caughtBy === null);
  say(`${fates.length - survivors.length} of ${fates.length} caught.`);
  if (values.json) process.stdout.write(`${JSON.stringify(fates, null, 2)}\n`);
  return survivors.length === 0 ? 0 : 1;
}

async function fateOf(mutant: Mutant, copy: PrivateCopy): Promise<Fate> {
  const { name, file, tests } = mutant;
  const startedAt = performance.now();
  const fate = (caughtBy: string | null, why: string | null): Fate => {
    return { name, caughtBy, why, seconds: Math.round((performance.now() - startedAt) / 100) / 10 };
  };
  const missing = tests.filter((test) => !copy.has(test));
  if (missing.length > 0) return fate(null, `There is no ${missing.join(', ')}.`);
  const text = copy.read(file);
  try {
    copy.write(file, withBug(text, mutant));
    const outcome = await runTests(copy, tests, true);
    if (outcome.isGreen) return fate(null, `All of ${tests.join(', ')} pass.`);
    const [first] = outcome.failed;
    if (first !== undefined) return fate(first, null);
    // A file that cannot be loaded says nothing about the rules; a fault outside of any test does.
    return outcome.didLoad
      ? fate('a fault outside of any test', null)
      : fate(null, `It does not load:\n${outcome.said}`);
  } catch (cause) {
    return fate(null, cause instanceof Error ? cause.message : String(cause));
  } finally {
    copy.write(file, text);
  }
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
