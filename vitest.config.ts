import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{shared,server,printer,kiosk,display,counter,manager,phone,start,demo,tests}/**/*.test.{ts,tsx}'],
    globalSetup: ['./tests/browser/prepare.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
