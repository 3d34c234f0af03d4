import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PrivateCopy } from './private-copy.ts';

/** How some test files ended. `didLoad` false: a file could not even be read, so it has tested nothing. */
export type Outcome = { isGreen: boolean; didLoad: boolean; failed: string[]; said: string };

type Told = { status: string; fullName: string; failureMessages?: string[] };

/** What vitest's JSON reporter writes, as far as it is read here. */
type Report = {
  testResults: { name: string; status: string; assertionResults: Told[] }[];
};

/** Runs test files of the copy. @param untilFirst stops at the first test that fails */
export async function runTests(copy: PrivateCopy, files: readonly string[], untilFirst: boolean): Promise<Outcome> {
  const reportFile = join(copy.folder, 'mutants-report.json');
  rmSync(reportFile, { force: true });
  const vitest = join(copy.folder, 'node_modules/vitest/vitest.mjs');
  const wanted = [...files, '--config', 'mutants.config.mjs', '--reporter', 'json', '--outputFile', reportFile];
  const { code, said } = await run([vitest, 'run', ...wanted, ...(untilFirst ? ['--bail', '1'] : [])], copy.folder);
  if (!existsSync(reportFile)) return { isGreen: false, didLoad: false, failed: [], said };
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(nameOf),
  );
  const didLoad = testResults.length > 0 && testResults.every(({ assertionResults }) => assertionResults.length > 0);
  return { isGreen: code === 0, didLoad, failed, said };
}

/** The test, and of many laws in one test the one that was broken. */
function nameOf({ fullName, failureMessages = [] }: Told): string {
  const [law] = failureMessages.join('\n').match(/Error: \[[A-Z]\d+\].*/) ?? [];
  return law ? `${fullName.trim()}\n          ${law.slice(0, 120)}` : fullName.trim();
}

function run(args: string[], cwd: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, NO_COLOR: '1' } });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
