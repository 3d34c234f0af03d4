import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

const HOME = resolve(import.meta.dirname, '../..');

declare module 'vitest' {
  // vitest's way of handing values from here to the tests
  interface ProvidedContext {
    browserPath: string;
  }
}

/** Before all tests: pages and server are built as they ship, and a real browser is at hand. */
export default async function prepare(project: TestProject) {
  await build({ logLevel: 'error' });
  await build({ configFile: resolve(HOME, 'vite.server.config.ts'), logLevel: 'error' });
  project.provide('browserPath', await browserPath());
}

/** `CHROMIUM_PATH`, else the one out of the registry (Linux x64), else an installed Chrome (empty: Playwright looks for it). */
export async function browserPath(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform !== 'linux' || process.arch !== 'x64') return '';
  // The package unpacks into the temporary folder and would take any file of that name it finds there.
  const cache = resolve(HOME, 'node_modules/.cache/chromium');
  await mkdir(cache, { recursive: true });
  const { TMPDIR: usual } = process.env;
  process.env.TMPDIR = cache;
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  // The tests' own temporary folders belong where they always are.
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  return path;
}
