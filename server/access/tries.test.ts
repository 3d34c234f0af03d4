import { expect, it } from 'vitest';
import { TryCounter } from './tries.ts';

it('[A9] remembers ten thousand who tried and no more: then the one who tried longest ago begins anew', () => {
  const tries = new TryCounter(() => 0);
  const lock = (key: string) => {
    while (tries.begin(key));
  };
  lock('old');
  lock('young');
  for (let other = 0; other < 9_999; other += 1) tries.begin(`other ${other}`);
  expect(tries.begin('young')).toBe(false);
  expect(tries.begin('old')).toBe(true);
});
