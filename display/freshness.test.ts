import { expect, it } from 'vitest';
import { freshness, STALE_AFTER_MS } from './freshness.ts';

const HEARD_AT = 1_790_000_000_000;

it('trusts the picture while the line stands, however quiet the hall', () => {
  expect(freshness('online', HEARD_AT, HEARD_AT + 3_600_000)).toBe('live');
});

it('[B9] calls the picture stale once the server has not been heard for 15 s, not before', () => {
  expect(freshness('offline', HEARD_AT, HEARD_AT + STALE_AFTER_MS - 1)).toBe('reconnecting');
  expect(freshness('offline', HEARD_AT, HEARD_AT + STALE_AFTER_MS)).toBe('stale');
});

it('waits as long for the first connection', () => {
  expect(freshness('connecting', HEARD_AT, HEARD_AT + STALE_AFTER_MS - 1)).toBe('connecting');
  expect(freshness('connecting', HEARD_AT, HEARD_AT + STALE_AFTER_MS)).toBe('stale');
});

it('[R6] tells a page of another version at once', () => {
  expect(freshness('old-page', HEARD_AT, HEARD_AT)).toBe('old-page');
});
