import { expect, it } from 'vitest';
import type { BoardCall } from '#shared/contract/views.ts';
import { isLongSilent } from './is-long-silent.ts';

const HOUR = 3_600_000;
// Only when it was matters here.
const calledAt = (at: number) => ({ calledAt: at }) as BoardCall;

it.each([
  ['an empty board', { calls: [] }, true],
  ['a board of this morning', { calls: [calledAt(HOUR), calledAt(0)] }, true],
  ['a board with a call of this hour', { calls: [calledAt(9.5 * HOUR), calledAt(0)] }, false],
  ['no board yet', null, false],
])('%s', (_name, view, isLong) => {
  expect(isLongSilent(view, 10 * HOUR)).toBe(isLong);
});
