import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './tests/long-first.ts';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{shared,server,printer,kiosk,display,counter,manager,phone,start,demo,tests}/**/*.test.{ts,tsx}'],
    globalSetup: ['./tests/browser/prepare.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    sequence: { sequencer: LongFirst },
    // Much of a test's time here is waiting, for a page, a disk or a patient machine: three at once also on a machine of two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // What is polled for comes in its own time on a loaded machine; nothing is measured by it.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
