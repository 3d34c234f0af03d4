import type { ClientRequest } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '#server/socket/rates.ts';
import type { Hello } from '#shared/contract/socket-events.ts';
import { Client, joinManager } from './hall/test-hall.ts';
import { framesOf } from './nonsense/frames.ts';
import { openWatchedHall, type WatchedHall } from './nonsense/hall-under-watch.ts';
import { packets, polls } from './nonsense/packets.ts';
import { beginPolling, comeIn, noTally, poll, type Speaker, sayRaw, speak, type Tally } from './nonsense/speakers.ts';

const FRAMES = 40_000;
const RAW = 9_000;
const POLLS = 1_000;
/** `SEED=… npx vitest run tests/nonsense.test.ts` says the same again. */
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

describe('[A3] fifty thousand pieces of nonsense', () => {
  it('are each answered with a refusal or cut off, on every door, and leave no trace', {
    timeout: 300_000,
  }, async () => {
    const hall = await openWatchedHall();
    const speakers = await everyRole(hall);
    const tally = noTally();
    const raw = noTally();
    // What is kept up to a limit (refusals, compiled code) fills up first.
    for (const part of [1, 2]) await sayAll(hall, speakers, part, { tally, raw });
    const memory = [await hall.memory()];
    for (const part of [3, 4, 5]) {
      await sayAll(hall, speakers, part, { tally, raw });
      memory.push(await hall.memory());
    }
    const said = tally.answered + tally.cut + tally.unheard;
    // A leak leaks in every part; code that is compiled in one of them does not come again.
    const heaps = memory.map(({ heapUsed }) => heapUsed);
    const grown = Math.min(...heaps.slice(1).map((heap, index) => heap - (heaps[index] ?? 0))) / ((FRAMES + RAW) * 0.2);
    const { right, wrong } = tally;
    process.stdout.write(
      `nonsense, seed ${SEED}: ${said} frames (${tally.answered} answered, ${tally.cut} cut, ${right} happened to be right), ` +
        `${RAW} packets on ${raw.answered + raw.cut} connections (${raw.cut} cut), ${POLLS} polls; ` +
        `heap ${heaps.map(mb).join(' -> ')} MB, at least ${grown.toFixed(1)} bytes a piece; rss ${memory.map(({ rss }) => mb(rss)).join(' -> ')} MB\n`,
    );
    expect([...wrong, ...raw.wrong]).toEqual([]);
    expect(said).toBe(FRAMES);
    expect(tally.answered).toBeGreaterThan(FRAMES * 0.8);
    expect([raw.answered, raw.cut].every((count) => count > 100)).toBe(true);
    // A hundred bytes kept of each would be 100 and more.
    expect(grown).toBeLessThan(60);
    await goesOn(hall, speakers);
  });

  it('do as little under the usual limits', { timeout: 120_000 }, async () => {
    const hall = await openWatchedHall(USUAL_LIMITS);
    const tally = noTally();
    const raw = noTally();
    const speakers = await Promise.all(ROLES.map((hello) => comeIn(hall.url, hello, { localAddress: '127.0.0.66' })));
    await Promise.all(
      speakers.map((one, index) =>
        speak(one, fc.sample(framesOf(one.role), { seed: SEED + index, numRuns: 300 }), tally),
      ),
    );
    expect(tally.wrong).toEqual([]);
    expect(tally.answered + tally.cut + tally.unheard).toBe(300 * ROLES.length);
    expect(raw.wrong).toEqual([]);
    await goesOn(hall, speakers);
  });
});

const page = (role: Hello['role'], counter: number | null = null) => ({ role, counter });
const ROLES = [
  ...[
    page('kiosk'),
    page('display'),
    page('counter', 5),
    page('counter'),
    page('manager'),
    page('start'),
    page('phone'),
  ],
];

/** One page of every kind on this machine and over TLS: there strangers at the door, a phone, and a kiosk that is paired. */
async function everyRole(hall: WatchedHall): Promise<Speaker[]> {
  const here = ROLES.map((hello) => comeIn(hall.url, hello));
  const atDoor = [page('manager'), page('counter', 5), page('kiosk')].map((hello) =>
    comeIn(hall.secureUrl, hello, { as: 'door' }),
  );
  const device = await pairKiosk(hall);
  const paired = [comeIn(hall.secureUrl, page('phone')), comeIn(hall.secureUrl, { ...page('kiosk'), device })];
  return await Promise.all([...here, ...atDoor, ...paired]);
}

async function pairKiosk({ url, secureUrl }: WatchedHall): Promise<string> {
  const manager = await joinManager(url);
  const stranger = await Client.join(secureUrl, 'view:door', 'kiosk');
  const paired = new Promise<string>((hear) => stranger.socket.once('device:paired', hear));
  const code = stranger.view().code ?? '';
  await manager.send('device:pair', { code, role: 'kiosk', counter: null, name: 'Máy lấy số' });
  for (const client of [manager, stranger]) client.close();
  return await paired;
}

/** A fifth of everything, all speakers at the same time. */
async function sayAll(
  hall: WatchedHall,
  speakers: Speaker[],
  part: number,
  { tally, raw }: Record<'tally' | 'raw', Tally>,
) {
  const seed = SEED + part * 1_000;
  const each = Math.ceil(FRAMES / 5 / speakers.length);
  const frames = speakers.map((one, index) => {
    const rest = FRAMES / 5 - each * index;
    return speak(
      one,
      fc.sample(framesOf(one.role), { seed: seed + index, numRuns: Math.max(0, Math.min(each, rest)) }),
      tally,
    );
  });
  await Promise.all([...frames, sayRawOnes(hall, seed, raw), pollOddly(hall, seed)]);
}

async function sayRawOnes(hall: WatchedHall, seed: number, raw: Tally) {
  const odd = fc.sample(packets, { seed, numRuns: RAW / 5 });
  const roles = ['kiosk', 'counter', 'manager', 'phone', 'start', 'display'] as const;
  await Promise.all(
    roles.map(async (role, index) => {
      const own = odd.filter((_, place) => place % roles.length === index);
      for (let round = 0; own.length > 0; round += 1) {
        // Over TLS this machine is a stranger, for whom the start page is closed.
        const url = role !== 'start' && round % 3 === 0 ? hall.secureUrl : hall.url;
        // One alone shows whether that one is survived; several, what they do together.
        await sayRaw(url, role, own.splice(0, 1 + (round % 5)), raw);
      }
    }),
  );
}

async function pollOddly(hall: WatchedHall, seed: number) {
  const odd = fc.sample(polls, { seed, numRuns: POLLS / 5 });
  const hanging: ClientRequest[] = [];
  let sid = '';
  for (const [place, one] of odd.entries()) {
    if (place % 5 === 0) sid = await beginPolling(hall.url);
    await poll(place % 4 === 0 ? hall.secureUrl : hall.url, one, sid, hanging);
  }
  for (const asked of hanging) asked.destroy();
}

/** The hall still gives numbers; then it is closed, and the disk is asked. */
async function goesOn(hall: WatchedHall, speakers: readonly Speaker[]) {
  for (const { socket } of speakers) socket.close();
  expect(hall.hasEnded()).toBe(false);
  const desk = await joinManager(hall.url);
  const numbers: string[] = [];
  for (let i = 0; i < 10; i += 1) {
    const reply = await desk.send('ticket:take', { services: ['can-cuoc'], priority: 'regular' });
    if (reply.ok) numbers.push(reply.answer.number);
  }
  expect(numbers).toHaveLength(10);
  desk.close();
  const { exitCode, brokenLink, numbers: kept } = await hall.close();
  expect({ exitCode, brokenLink, said: hall.output() }).toEqual({ exitCode: 0, brokenLink: null, said: '' });
  expect(kept).toEqual(expect.arrayContaining(numbers));
  expect(gaps(kept)).toEqual([]);
}

/** Numbers that are not the next of their letter. */
function gaps(numbers: readonly string[]): string[] {
  const last = new Map<string, number>();
  return numbers.filter((number) => {
    const letter = number.slice(0, 1);
    const next = (last.get(letter) ?? 0) + 1;
    last.set(letter, next);
    return number !== `${letter}${String(next).padStart(3, '0')}`;
  });
}

const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
