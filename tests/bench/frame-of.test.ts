import { expect, it } from 'vitest';
import { frameOf } from './frame-of.ts';

it.each([
  ['short', 5, [0x81, 5]],
  ['as long as seven bits say', 125, [0x81, 125]],
  ['longer', 126, [0x81, 126, 0, 126]],
  ['as long as sixteen bits say', 65_535, [0x81, 126, 0xff, 0xff]],
  ['longer still', 65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('a text that is %s has its length before it', (_what, length, head) => {
  const frame = frameOf('x'.repeat(length));
  expect([...frame.subarray(0, head.length)]).toEqual(head);
  expect(frame.subarray(head.length).toString()).toBe('x'.repeat(length));
});

it('counts bytes, not letters', () => {
  expect([...frameOf('số')]).toEqual([0x81, 4, ...Buffer.from('số')]);
});
