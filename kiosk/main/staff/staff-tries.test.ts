import { expect, it } from 'vitest';
import { createStaffTries } from './staff-tries.ts';

const MINUTE = 60_000;

it('gives five tries, then makes each next one wait longer: 1, 2, 4, 8, 15, 15 minutes', () => {
  const { tries, pass } = counting();
  const waits = [1, 2, 3, 4, 5].map(() => {
    expect(tries.begin()).toBe(true);
    return tries.waitMs();
  });
  expect(waits).toEqual([0, 0, 0, 0, MINUTE]);
  for (const minutes of [1, 2, 4, 8, 15, 15]) {
    expect(tries.waitMs()).toBe(minutes * MINUTE);
    pass(minutes * MINUTE - 1);
    expect(tries.begin()).toBe(false);
    pass(1);
    expect(tries.begin()).toBe(true);
  }
});

it('forgets the wrong ones with the right one', () => {
  const { tries, kept } = counting();
  for (let i = 0; i < 5; i += 1) tries.begin();
  tries.succeed();
  expect(tries.waitMs()).toBe(0);
  expect(kept.wrong).toBe(0);
});

it('forgets them after a quiet hour', () => {
  const { tries, pass, kept } = counting();
  for (let i = 0; i < 4; i += 1) tries.begin();
  pass(60 * MINUTE);
  tries.begin();
  expect(kept.wrong).toBe(1);
});

it('has the whole wait once more after the PC was switched off and on', () => {
  const first = counting();
  for (let i = 0; i < 5; i += 1) first.tries.begin();
  first.pass(MINUTE - 1);
  const second = counting(first.kept);
  expect(second.tries.waitMs()).toBe(MINUTE);
  expect(second.tries.begin()).toBe(false);
  second.pass(MINUTE);
  second.tries.begin();
  expect(second.tries.waitMs()).toBe(2 * MINUTE);
});

it('counts a try before it is looked at, so that pulling the plug meanwhile saves none', () => {
  const { tries, kept } = counting();
  tries.begin();
  expect(kept.wrong).toBe(1);
});

function counting(kept = { wrong: 0 }) {
  let now = 1_000_000;
  const store = { read: () => kept.wrong, write: (wrong: number) => Object.assign(kept, { wrong }) };
  const pass = (ms: number) => {
    now += ms;
  };
  return { tries: createStaffTries(store, () => now), kept, pass };
}
