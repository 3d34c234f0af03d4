import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './all-mutants.ts';
import { withBug } from './mutant.ts';

const HOME = resolve(import.meta.dirname, '../..');

describe('the bugs that `npm run mutants` puts in', () => {
  it.each(MUTANTS)('"$name" still applies, exactly once', (mutant) => {
    const text = readFileSync(join(HOME, mutant.file), 'utf8');
    expect(withBug(text, mutant)).not.toBe(text);
  });

  it('each have a name of their own, and tests that are there', () => {
    const names = MUTANTS.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const tests = MUTANTS.flatMap((mutant) => mutant.tests);
    expect(tests.filter((test) => !existsSync(join(HOME, test)))).toEqual([]);
  });

  it('do not apply where their text is missing, or stands twice', () => {
    const mutant = { name: 'x', file: 'a.ts', find: 'one', replace: 'two', tests: [] };
    expect(() => withBug('nothing', mutant)).toThrow('0 times');
    expect(() => withBug('one one', mutant)).toThrow('2 times');
    expect(withBug('a one b', mutant)).toBe('a two b');
  });
});
