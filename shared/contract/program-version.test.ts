import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAM_VERSION } from './program-version.ts';

it('is the version of package.json', () => {
  const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));
  expect(PROGRAM_VERSION).toBe(version);
});
