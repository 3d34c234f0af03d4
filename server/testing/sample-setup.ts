import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { Setup } from '#shared/domain/setup.ts';

/** The sample office as it ships, with what a test wants otherwise. */
export function sampleSetup(change: Partial<Setup> = {}): Setup {
  const file = resolve(import.meta.dirname, '../settings/sample-office.json');
  return { ...v.parse(Setup, JSON.parse(readFileSync(file, 'utf8'))), ...change };
}

/** Monday 23 November 2026, 08:00 in Tân Châu. */
export const MONDAY_EIGHT = Date.UTC(2026, 10, 23, 1, 0);
