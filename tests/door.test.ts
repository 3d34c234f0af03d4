import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '#shared/contract/socket-events.ts';
import { get, hello, knock } from './hall/from-outside.ts';
import { joinCounter, joinKiosk, openTestHall, type TestHall } from './hall/test-hall.ts';

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

describe('the handshake', () => {
  const knocks: [string, Parameters<typeof knock>[1], string | null][] = [
    ['lets a page in', { auth: hello('kiosk') }, null],
    ['lets it in by polling too', { auth: hello('kiosk'), transports: ['polling'] }, null],
    ['refuses a page of another version', { auth: { ...hello('kiosk'), protocol: 0 } }, 'old-page'],
    ['refuses a role that no page has', { auth: hello('house') }, 'not-understood'],
    ['refuses who says nothing', {}, 'not-understood'],
    ['refuses a kiosk that wants to be a counter', { auth: hello('kiosk', 1) }, 'not-understood'],
    ['refuses a counter that is not in the office', { auth: hello('counter', 99) }, 'unknown-counter'],
    [
      'refuses a foreign page by WebSocket',
      { auth: hello('kiosk'), extraHeaders: { origin: 'http://evil.example' } },
      'websocket error',
    ],
    [
      'refuses a foreign page by polling',
      { auth: hello('kiosk'), transports: ['polling'], extraHeaders: { origin: 'http://evil.example' } },
      'xhr poll error',
    ],
    [
      'refuses a foreign name that points here',
      { auth: hello('kiosk'), extraHeaders: { host: 'evil.example' } },
      'websocket error',
    ],
  ];
  it.each(knocks)('[A4] %s', async (_what, options, answer) => {
    expect(await knock(house.url, options)).toBe(answer);
  });
});

describe('the pages', () => {
  it('are handed out only under a name of this machine', async () => {
    expect((await get(`${house.url}kiosk/`, { headers: { host: 'evil.example' } })).status).toBe(403);
  });
  it.each([
    '/.env',
    '/office.db',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/../index.html',
    '/data/office.json',
    '/nothing',
  ])('nothing else is: %s', async (path) => {
    // As a path of its own: an address would have its dots taken out before it is sent.
    expect((await get(house.url, { path })).status).toBe(404);
  });
});

it('[A3] whoever sends too much at once is cut off', async () => {
  const kiosk = await joinKiosk(house.url);
  const gone = new Promise((resolve) => kiosk.socket.once('disconnect', resolve));
  kiosk.socket.emit('ticket:take', randomBytes(100_000).toString('hex'));
  await gone;
  kiosk.close();
});

it('[R4] two counters pressing next in the same instant, over real sockets, a hundred times: one ticket each, no error', async () => {
  const kiosk = await joinKiosk(house.url);
  const [one, two] = [await joinCounter(house.url, 5), await joinCounter(house.url, 6)];
  await Promise.all([one.send('counter:open', {}), two.send('counter:open', {})]);
  const numbers: string[] = [];
  let here: string | null = null;
  let there: string | null = null;
  for (let round = 0; round < 100; round += 1) {
    await Promise.all([0, 1].map(() => kiosk.send('ticket:take', { services: ['can-cuoc'], priority: 'regular' })));
    const [a, b]: Reply<'ticket:call-next'>[] = await Promise.all([
      one.send('ticket:call-next', { expects: here }),
      two.send('ticket:call-next', { expects: there }),
    ]);
    if (!a?.ok || !b?.ok || !a.answer.called || !b.answer.called) throw new Error(JSON.stringify([a, b]));
    numbers.push(a.answer.called.number, b.answer.called.number);
    [here, there] = [a.answer.called.ticket, b.answer.called.ticket];
  }
  expect(new Set(numbers).size).toBe(200);
  for (const client of [kiosk, one, two]) client.close();
});
