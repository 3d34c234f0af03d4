import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Reply } from '#shared/contract/socket-events.ts';
import { type Client, joinCounter, joinDisplay, joinKiosk } from '#tests/hall/test-hall.ts';
import { type Mode, startHall } from './start-hall.ts';

export type Calls = {
  /** From each press to the last display's picture of it, and to its answer, ms. */
  shown: number[];
  answered: number[];
  /** Answers that need no rule and no disk: a message that is refused at the door. */
  bare: number[];
};

/**
 * A clerk calls so many visitors; so many displays (and phones) look on.
 * @param restMs between two presses, so that they fall anywhere into what goes on beside them
 */
export async function callRounds(
  mode: Mode,
  displays: number,
  phones: number,
  presses: number,
  { kept, restMs = 0 }: { kept?: string | undefined; restMs?: number } = {},
): Promise<Calls> {
  const hall = await startHall(mode, kept);
  const kiosk = await joinKiosk(hall.url);
  const counter = await joinCounter(hall.url, 1);
  const boards = await Promise.all(Array.from({ length: displays }, () => joinDisplay(hall.url)));
  const crowd = phones > 0 ? await joinElsewhere(hall.url, phones) : null;
  await counter.send('counter:open', {});
  for (let i = 0; i < Math.min(presses, 900); i += 1) {
    const taken = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
    if (!taken.ok) throw new Error(taken.refusal);
  }
  const times: Calls = { shown: [], answered: [], bare: [] };
  let expects: string | null = counter.view().current?.ticket ?? null;
  for (let press = 0; press < Math.min(presses, 900); press += 1) {
    if (restMs > 0) await new Promise((rested) => setTimeout(rested, restMs));
    const asked = performance.now();
    await counter.socket.emitWithAck('no-such-message' as 'counter:open', {} as never);
    times.bare.push(performance.now() - asked);
    const pressed = performance.now();
    const last = Promise.all(boards.map((board) => nextPicture(board)));
    const reply: Reply<'ticket:call-next'> = await counter.send('ticket:call-next', { expects });
    times.answered.push(performance.now() - pressed);
    if (!reply.ok) throw new Error(reply.refusal);
    expects = reply.answer.called?.ticket ?? null;
    await last;
    times.shown.push(performance.now() - pressed);
  }
  for (const page of [kiosk, counter, ...boards]) page.close();
  crowd?.disconnect();
  await hall.close();
  return times;
}

/** Phones in another process. */
export async function joinElsewhere(url: string, phones: number): Promise<ChildProcess> {
  const env = { ...process.env, URL_OF_HALL: url, PHONES: String(phones) };
  const child = fork(join(import.meta.dirname, 'crowd-of-phones.ts'), [], { env });
  await once(child, 'message');
  return child;
}

function nextPicture(board: Client<'view:board'>): Promise<void> {
  return new Promise((seen) => board.socket.once('view:board', () => seen()));
}
