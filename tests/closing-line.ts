import type { Reporter, TestModule } from 'vitest/node';
import { electronHere } from './stand-in/start-electron.ts';

/** Prints `N passed, N failed, N skipped` alone on the last line, so that a run without tests is noticed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') count.passed += 1;
        else if (state === 'failed') count.failed += 1;
        else count.skipped += 1;
      }
      // A file that fell over before its tests ran counts as one failure.
      if (module.errors().length > 0) count.failed += 1;
    }
    count.failed += errors.length;
    if (modules.some(({ moduleId }) => moduleId.includes('/tests/shell/'))) process.stdout.write(`\n${whichShell()}\n`);
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}

/** In what the shell ran, for whoever reads the end of the run. */
function whichShell(): string {
  return electronHere
    ? `The shell ran in the real Electron (${electronHere}), and in the stand-in what only that can show.`
    : 'The shell ran in the stand-in (a real Chromium behind a fake electron module): the program of Electron is not here.';
}
