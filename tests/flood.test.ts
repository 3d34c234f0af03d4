import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Socket } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '#server/socket/rates.ts';
import { PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import { joinManager } from './hall/test-hall.ts';
import { openWatchedHall, type WatchedHall } from './nonsense/hall-under-watch.ts';
import { RawSocket } from './nonsense/raw-socket.ts';
import { comeIn } from './nonsense/speakers.ts';

const COUNTERS = [1, 2, 3, 4];
const PRESSES = 30;

describe('[A11] a flood from one machine', () => {
  it('in every way at once is refused and cut off; every press of the others is answered right', {
    timeout: 180_000,
  }, async () => {
    const hall = await openWatchedHall(USUAL_LIMITS);
    await fillLines(hall);
    const quiet = await pressAll(hall, 10);
    const flooder = await startFlood(hall);
    const flooded = await pressAll(hall, 20);
    const [count] = (await stop(flooder)) as [
      { said: number; cut: number; turnedAway: number; answers: Record<string, number> },
    ];
    const ratio = median(flooded.tookMs) / median(quiet.tookMs);
    process.stdout.write(
      `flood: call-next ${median(quiet.tookMs).toFixed(2)} ms quiet, ${median(flooded.tookMs).toFixed(2)} ms flooded (x ${ratio.toFixed(1)}), ` +
        `worst ${Math.max(...flooded.tookMs).toFixed(0)} ms; the flood: ${JSON.stringify(count)}\n`,
    );
    const called = [...quiet.called, ...flooded.called];
    expect(new Set(called).size).toBe(2 * COUNTERS.length * PRESSES);
    expect(called).not.toContain(null);
    expect(count.answers['too-many-requests']).toBeGreaterThan(0);
    // What came before the limit: no phone, kiosk or stranger may open a counter, and no id is that long.
    expect(Object.keys(count.answers).filter((word) => !FLOOD_WORDS.includes(word))).toEqual([]);
    expect(count.cut).toBeGreaterThan(0);
    expect(count.turnedAway).toBeGreaterThan(0);
    const { exitCode, brokenLink } = await hall.close();
    expect({ exitCode, brokenLink, said: hall.output() }).toEqual({ exitCode: 0, brokenLink: null, said: '' });
  });

  it('of readers that never read, heartbeats and all, is cut off before it holds more than its share', {
    timeout: 180_000,
  }, async () => {
    const hall = await openWatchedHall();
    const desk = await joinManager(hall.url);
    const stalled = await Promise.all(Array.from({ length: STALLED }, () => stalledManager(hall)));
    await desk.until(({ pages }) => pages.manager === 1 + STALLED);
    const before = await hall.memory();
    let most = 0;
    let presses = 0;
    // Every number given out is a new picture for every manager's page.
    while (desk.view().pages.manager > 1 && presses < MOST_PRESSES) {
      presses += 1;
      const reply = await desk.send('ticket:take', {
        services: [SERVICES[presses % SERVICES.length] ?? ''],
        priority: 'regular',
      });
      expect(reply.ok).toBe(true);
      for (const { tcp } of stalled) if (!tcp.destroyed) tcp.write(HEARTBEAT);
      if (presses % 50 === 0) most = Math.max(most, held(await hall.memory()) - held(before));
    }
    process.stdout.write(
      `stalled: ${STALLED} readers cut off after ${presses} pictures; the hall held up to ${(most / 2 ** 20).toFixed(1)} MB more\n`,
    );
    expect(desk.view().pages.manager).toBe(1);
    for (const socket of stalled) socket.close();
    desk.close();
    expect((await hall.close()).exitCode).toBe(0);
  });
});

const FLOOD_WORDS = ['too-many-requests', 'not-allowed', 'not-understood'];
const STALLED = 5;
const MOST_PRESSES = 6_000;
const SERVICES = ['dat-dai', 'ho-tich', 'can-cuoc'];
/** Engine.IO's, said without being asked. */
const HEARTBEAT = Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x33]);

const held = ({ heapUsed, external }: { heapUsed: number; external: number }) => heapUsed + external;

async function stalledManager({ url }: WatchedHall): Promise<RawSocket> {
  const socket = new RawSocket(url);
  await socket.until('0');
  socket.say(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, role: 'manager', counter: null })}`);
  await socket.until('42["view:manager"');
  socket.tcp.pause();
  return socket;
}

type Pressed = { called: (string | null)[]; tookMs: number[] };

/** Numbers for every press to come, from help desks that each keep within what a machine may ask. */
async function fillLines({ url }: WatchedHall) {
  const desks = await Promise.all(
    Array.from({ length: 8 }, (_, nth) =>
      comeIn(url, { role: 'manager', counter: null }, { localAddress: `127.0.0.${100 + nth}` }),
    ),
  );
  await Promise.all(
    desks.map(async ({ socket }, desk) => {
      for (let nth = 0; nth < 35; nth += 1) {
        const input = { services: ['dat-dai'], priority: 'regular' };
        await socket.emitWithAck('ticket:take', { commandId: `fill-lines-${desk}-${nth}-0000`, input });
      }
      socket.close();
    }),
  );
}

/** Counters that each call the next, and the next, without a pause; each on a machine of its own. */
async function pressAll({ url }: WatchedHall, machine: number): Promise<Pressed> {
  const pressed: Pressed = { called: [], tookMs: [] };
  await Promise.all(
    COUNTERS.map(async (counter) => {
      const { socket } = await comeIn(
        url,
        { role: 'counter', counter },
        { localAddress: `127.0.0.${machine + counter}` },
      );
      await pressNext(socket, `${machine}-${counter}`, pressed);
      socket.close();
    }),
  );
  return pressed;
}

async function pressNext(socket: Socket, name: string, { called, tookMs }: Pressed) {
  await socket.emitWithAck('counter:open', { commandId: `open-counter-${name}-0000`, input: {} });
  const here = await new Promise<string | null>((hear) =>
    socket.once('view:counter', ({ current }) => hear(current?.ticket ?? null)),
  );
  let expects = here;
  for (let nth = 0; nth < PRESSES; nth += 1) {
    const from = performance.now();
    const reply = await socket.emitWithAck('ticket:call-next', {
      commandId: `call-next-${name}-${nth}-0000`,
      input: { expects },
    });
    tookMs.push(performance.now() - from);
    called.push(reply.answer?.called?.number ?? null);
    expects = reply.answer?.called?.ticket ?? null;
  }
}

/** Starts it, and waits until it has first been refused for being too many. */
async function startFlood({ url, secureUrl }: WatchedHall): Promise<ChildProcess> {
  const env = { ...process.env, URL: url, SECURE_URL: secureUrl, FROM: '127.0.0.77' };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'flood/flooder.ts')], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

async function stop(child: ChildProcess): Promise<unknown[]> {
  const heard = once(child, 'message');
  child.send('stop');
  const said = await heard;
  child.kill('SIGKILL');
  return said;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
