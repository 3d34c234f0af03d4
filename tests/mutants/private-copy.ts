import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

const HOME = resolve(import.meta.dirname, '../..');
/** At the root of the project: what is not source, or is linked. */
const LEFT_OUT = new Set([
  '.git',
  'node_modules',
  'dist',
  'dist-electron',
  'dist-server',
  'dist-installer',
  'data',
  'pictures',
  'coverage',
]);
/** All that a test needs from vitest.config.ts but what builds the pages: they are linked as they are. */
const configFor = (browserPath: string) => `export default {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    provide: { browserPath: ${JSON.stringify(browserPath)} },
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
};
`;

/** A copy of the tree in which bugs may be put: the working tree itself is never touched. */
export class PrivateCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'luot-mutants-'));

  /** @param browserPath what tests with a browser open */
  constructor(browserPath: string) {
    cpSync(HOME, this.folder, {
      recursive: true,
      filter: (source) => !LEFT_OUT.has(relative(HOME, source).split(sep)[0] ?? ''),
    });
    for (const name of ['node_modules', 'dist']) {
      // A junction needs no rights on Windows, and is an ordinary link elsewhere.
      if (existsSync(join(HOME, name))) symlinkSync(join(HOME, name), join(this.folder, name), 'junction');
    }
    writeFileSync(join(this.folder, 'mutants.config.mjs'), configFor(browserPath));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  write(file: string, text: string) {
    writeFileSync(join(this.folder, file), text);
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
