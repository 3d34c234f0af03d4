import { expect, it } from 'vitest';
import { sampleCall } from './sample-board.ts';
import { createShownLog, LOGGED_SHOWS } from './shown-log.ts';

const onShow = (callSeq: number, settled = false) => ({
  call: sampleCall(callSeq, 'A001', 1, 0),
  shownAt: 0,
  settled,
});

it('notes from when to when each call had the big zone', () => {
  const log = createShownLog();
  log.note(onShow(11), 1_000);
  log.note(onShow(12), 9_000);
  log.note(null, 12_000);
  log.note(onShow(13), 20_000);
  expect(log.entries()).toEqual([
    { callSeq: 11, from: 1_000, until: 9_000 },
    { callSeq: 12, from: 9_000, until: 12_000 },
    { callSeq: 13, from: 20_000, until: null },
  ]);
});

it('takes the same call told again for the same showing', () => {
  const log = createShownLog();
  log.note(onShow(11), 1_000);
  log.note(onShow(11, true), 9_000);
  expect(log.entries()).toEqual([{ callSeq: 11, from: 1_000, until: null }]);
});

it('notes nothing while nothing is shown', () => {
  const log = createShownLog();
  log.note(null, 1_000);
  expect(log.entries()).toEqual([]);
});

it('keeps the last 200', () => {
  const log = createShownLog();
  for (let callSeq = 1; callSeq <= LOGGED_SHOWS + 5; callSeq++) log.note(onShow(callSeq), callSeq);
  expect(log.entries()).toHaveLength(LOGGED_SHOWS);
  expect(log.entries().at(-1)?.callSeq).toBe(LOGGED_SHOWS + 5);
});
