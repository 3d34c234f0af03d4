import { expect, it } from 'vitest';
import type { BoardCall } from '#shared/contract/views.ts';
import { callColumns } from './call-columns.ts';
import { sampleCalls } from './sample-board.ts';

/** How many rows each column has when the newest so many of so many calls are lit. */
function lengths(calls: number, lit: number, planned?: 6 | 4 | 3): number[] {
  const all = sampleCalls(calls, 0);
  const isLit = (call: BoardCall) => all.indexOf(call) < lit;
  return callColumns(all, isLit, planned).columns.map((column) => column.length);
}

it('shows the last six calls', () => {
  expect([lengths(20, 0), lengths(20, 3), lengths(20, 6), lengths(4, 0)]).toEqual([[6], [6], [6], [4]]);
});

it('[B1] shows every lit call while more than six are lit: eight in a column, then in two', () => {
  expect([lengths(20, 7), lengths(20, 8), lengths(20, 9), lengths(20, 15)]).toEqual([[7], [8], [8, 1], [8, 7]]);
});

it('[B1] leaves out none of a full picture, when every counter calls at once', () => {
  expect([lengths(20, 16), lengths(20, 17), lengths(20, 20)]).toEqual([
    [8, 8],
    [10, 7],
    [10, 10],
  ]);
});

it('[B1] shows fewer where they must be larger, and still every lit call', () => {
  expect([lengths(20, 0, 3), lengths(20, 3, 3), lengths(20, 4, 3), lengths(20, 9, 3)]).toEqual([[3], [3], [4], [8, 1]]);
  expect([lengths(20, 0, 4), lengths(20, 5, 4)]).toEqual([[4], [5]]);
});

it('[B1] reaches down to a lit call below unlit ones', () => {
  const calls = sampleCalls(20, 0);
  const { columns } = callColumns(calls, (call) => call === calls[6]);
  expect(columns).toEqual([calls.slice(0, 7)]);
});

it('makes the rows smaller only while it must', () => {
  expect(callColumns(sampleCalls(20, 0), () => false).rowsPerColumn).toBe(6);
  expect(callColumns(sampleCalls(7, 0), () => true).rowsPerColumn).toBe(8);
});
