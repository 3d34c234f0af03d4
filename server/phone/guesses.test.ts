import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { aDay } from '#core/testing/a-day.ts';
import { openPhones } from '#server/phones.ts';
import type { Store } from '#server/store/open-store.ts';

it('[A9] ten thousand tokens tried from one address: no slip, thirty answers a minute, and the phone next to it finds its own', () => {
  const clock = { at: 1_000_000, now: () => clock.at };
  const { entries } = aDay().issuedMany(900, 'land');
  // What is asked of the store here: the key, and the day so far.
  const store = { phoneKey: randomBytes(32), journal: { readDay: () => entries } } as unknown as Store;
  const phones = openPhones(store, clock, () => 'http://10.0.0.1:8080');
  const [ticket = ''] = entries.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'ticket-issued' ? [event.ticket.id] : [])),
  );
  const own = phones.followUrl(ticket)?.split('/t/')[1] ?? '';
  const said: Record<string, number> = {};
  const found: unknown[] = [];
  for (let guess = 0; guess < 10_000; guess += 1) {
    const reply = phones.follow(randomBytes(16).toString('base64url'), '10.0.0.66');
    const word = typeof reply === 'string' ? reply : 'found';
    said[word] = (said[word] ?? 0) + 1;
    if (guess % 500 === 0) found.push(phones.follow(own, '10.0.0.7'));
    clock.at += 10; // a hundred a second
  }
  expect(said).toEqual({ 'no-such-slip': expect.any(Number), 'too-many-requests': expect.any(Number) });
  expect(said['no-such-slip']).toBeLessThanOrEqual(30 + 50);
  expect(found).toEqual(Array(20).fill({ number: 'A001', service: 'land', handle: phones.handleOf(ticket) }));
});
