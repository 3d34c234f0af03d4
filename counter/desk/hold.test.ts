import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHold, HOLD_MS } from './hold.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('does nothing when it is let go before the second is over, however often', () => {
  const done = vi.fn();
  const hold = createHold(done);
  for (let times = 0; times < 3; times += 1) {
    hold.begin();
    hold.begin();
    expect(hold.isHeld.value).toBe(true);
    vi.advanceTimersByTime(HOLD_MS - 1);
    hold.end();
    expect(hold.isHeld.value).toBe(false);
  }
  vi.advanceTimersByTime(HOLD_MS);
  expect(done).not.toHaveBeenCalled();
});

it('is done once after a second, though the key that is held says so again and again', () => {
  const done = vi.fn();
  const hold = createHold(done);
  hold.begin();
  vi.advanceTimersByTime(HOLD_MS / 2);
  hold.begin();
  vi.advanceTimersByTime(HOLD_MS / 2);
  expect(done).toHaveBeenCalledTimes(1);
  expect(hold.isHeld.value).toBe(false);
});
