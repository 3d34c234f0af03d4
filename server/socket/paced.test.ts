import { expect, it } from 'vitest';
import { paced } from './paced.ts';

/** A clock that stands until the test moves it. */
function byHand() {
  let now = 0;
  let due: { at: number; work: () => void }[] = [];
  const doneAt: number[] = [];
  const work = paced(() => void doneAt.push(now), 10, {
    now: () => now,
    later(work, ms) {
      const one = { at: now + ms, work };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  });
  const wait = (ms: number) => {
    now += ms;
    const ready = due.filter(({ at }) => at <= now);
    due = due.filter(({ at }) => at > now);
    for (const one of ready) one.work();
  };
  return { ...work, wait, doneAt, due: () => due.length };
}

it('does at once what is asked for after a while of rest', () => {
  const { ask, wait, doneAt } = byHand();
  ask();
  wait(10);
  ask();
  expect(doneAt).toEqual([0, 10]);
});

it('does once, at the end of the pause, whatever is asked for in it', () => {
  const { ask, wait, doneAt } = byHand();
  ask();
  for (let times = 0; times < 5; times += 1) {
    wait(1);
    ask();
  }
  wait(4);
  expect(doneAt).toEqual([0]);
  wait(1);
  expect(doneAt).toEqual([0, 10]);
  wait(10);
  expect(doneAt).toEqual([0, 10]);
});

it('leaves nothing behind when it is stopped', () => {
  const { ask, stop, due } = byHand();
  ask();
  ask();
  stop();
  expect(due()).toBe(0);
});
