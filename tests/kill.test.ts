import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CommandInput, CommandName } from '#shared/contract/queue-commands.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { newCommandId } from '#shared/page/command-id.ts';
import { HURRIED, kill, openAllDay, startHallProcess } from './hall/hall-process.ts';
import { type Client, joinCounter, joinKiosk, writeOffice } from './hall/test-hall.ts';

const KILLS = 25;
const SEED = Number(process.env.SEED ?? 20261123);

/** Asks with the same id until answered, across kills of the server, as the pages do. */
async function ask<N extends CommandName>(
  client: Client<'view:kiosk' | 'view:counter'>,
  name: N,
  input: CommandInput<N>,
): Promise<Reply<N>> {
  const commandId = newCommandId();
  for (;;) {
    if (!client.socket.connected) await new Promise((again) => client.socket.once('connect', () => again(null)));
    try {
      return await client.socket.timeout(2_000).emitWithAck(name, { commandId, input });
    } catch {
      // Unanswered: nobody knows whether it was carried out. The id will tell.
    }
  }
}

/** Small, seeded, and the same everywhere (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

it(`[R5] ${KILLS} times kill -9 under load: same waiting list, numbers go on, nothing lost or doubled (SEED=${SEED})`, {
  timeout: 180_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-kill-'));
  writeOffice(dataDir, openAllDay());
  const random = chance(SEED);
  let hall = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' }, HURRIED);
  const { url } = hall;
  const port = new URL(url).port;
  const kiosks = await Promise.all([0, 1, 2].map(() => joinKiosk(url)));
  const counters = await Promise.all([1, 2, 3].map((id) => joinCounter(url, id)));
  for (const counter of counters) await ask(counter, 'counter:open', {});

  const issued: string[] = [];
  const called: string[] = [];
  const current = new Map<Client<'view:counter'>, string | null>(counters.map((counter) => [counter, null]));
  let answers = 0;
  let killAfter = 0;
  let onAnswer: () => void = () => undefined;
  const answered = () => {
    answers += 1;
    if (answers >= killAfter) onAnswer();
  };

  for (let round = 0; round < KILLS; round += 1) {
    let isRunning = true;
    const take = async (kiosk: Client<'view:kiosk'>) => {
      while (isRunning) {
        const reply = await ask(kiosk, 'ticket:take', { services: ['dat-dai'], priority: 'regular' });
        if (!reply.ok) throw new Error(reply.refusal);
        issued.push(reply.answer.number);
        answered();
      }
    };
    const callOne = async (counter: Client<'view:counter'>) => {
      while (isRunning) {
        const reply = await ask(counter, 'ticket:call-next', { expects: current.get(counter) ?? null });
        if (!reply.ok && reply.refusal !== 'nobody-waiting') throw new Error(reply.refusal);
        const next = reply.ok ? reply.answer.called : null;
        current.set(counter, next?.ticket ?? null);
        if (next) called.push(next.number);
        answered();
      }
    };
    killAfter = answers + 5 + Math.floor(random() * 30);
    const reached = new Promise<void>((now) => {
      onAnswer = now;
    });
    const load = [...kiosks.map(take), ...counters.map(callOne)];
    await reached;
    await kill(hall.child);
    isRunning = false;
    hall = await startHallProcess({ DATA_DIR: dataDir, PORT: port }, HURRIED);
    await Promise.all(load);

    // Everything that was under way has its answer by now: what the pages know must be what the house knows.
    const expected = issued.filter((number) => !called.includes(number)).sort();
    const look = await joinCounter(url, 1);
    expect(look.view().waiting.map(({ number }) => number)).toEqual(expected.slice(0, 200));
    expect(look.view().waitingCount).toBe(expected.length);
    look.close();
  }

  expect(new Set(called).size).toBe(called.length);
  expect([...issued].sort()).toEqual(issued.map((_, index) => `A${String(index + 1).padStart(3, '0')}`));
  for (const client of [...kiosks, ...counters]) client.close();
  await kill(hall.child);
  rmSync(dataDir, { recursive: true, force: true });
});
