import { expect, it } from 'vitest';
import { SmallHouse } from './testing/small-house.ts';

it('[R3] remembers the latest two thousand refusals and no more, whatever is pressed in vain', () => {
  const house = new SmallHouse();
  house.press('counter:open', {}, { counter: 1 });
  const old = { counter: 1, commandId: 'an-old-refusal-000' };
  const young = { counter: 1, commandId: 'a-young-refusal-00' };
  const callNext = (press: typeof old) => house.press('ticket:call-next', { expects: null }, press);
  const refusedMany = (times: number) => {
    for (let time = 0; time < times; time += 1) house.press('ticket:call-next', { expects: null }, { counter: 1 });
  };
  const refusal = { ok: false, refusal: 'nobody-waiting' };
  expect(callNext(old)).toEqual(refusal);
  refusedMany(1);
  expect(callNext(young)).toEqual(refusal);
  refusedMany(1_999);
  house.press('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  expect(callNext(young)).toEqual(refusal);
  // Long given up by whoever pressed it: its place is another's now, so that memory does not grow with every press in vain.
  expect(callNext(old)).toMatchObject({ ok: true });
});
