import { expect, it } from 'vitest';
import { paced } from './paced.ts';

/** A clock that stands until the test moves it. */
function byHand() {
  let now = 0;
  let pause = 10;
  let due: { at: number; work: () => void }[] = [];
  const doneAt: number[] = [];
  const work = paced(
    () => void doneAt.push(now),
    () => pause,
    {
      now: () => now,
      later(work, ms) {
        const one = { at: now + ms, work };
        due.push(one);
        return () => {
          due = due.filter((other) => other !== one);
        };
      },
    },
  );
  const wait = (ms: number) => {
    now += ms;
    const ready = due.filter(({ at }) => at <= now);
    due = due.filter(({ at }) => at > now);
    for (const one of ready) one.work();
  };
  const restLonger = (ms: number) => {
    pause = ms;
  };
  return { ...work, wait, restLonger, doneAt, due: () => due.length };
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

it('rests as long as the work of that moment wants', () => {
  const { ask, wait, restLonger, doneAt } = byHand();
  restLonger(30);
  ask();
  restLonger(5);
  ask();
  wait(29);
  expect(doneAt).toEqual([0]);
  wait(1);
  ask();
  wait(5);
  expect(doneAt).toEqual([0, 30, 35]);
});

it('leaves nothing behind when it is stopped', () => {
  const { ask, stop, due } = byHand();
  ask();
  ask();
  stop();
  expect(due()).toBe(0);
});
