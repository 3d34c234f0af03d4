import { io, type Socket } from 'socket.io-client';
import { GROUP_SIZE, roundMs } from '#server/socket/phone-crowd.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { Views } from '#shared/contract/views.ts';
import { joinCounter, joinKiosk } from '#tests/hall/test-hall.ts';
import { type Line, line, percentile } from './line.ts';
import { joinPhones } from './phones.ts';
import { startBare } from './start-bare.ts';
import { startHall } from './start-hall.ts';

/** One picture to everybody, beside Socket.IO's own broadcast of a message of that size, and beside one frame written to every connection. */
export async function fanOutLines(crowds: readonly number[], rounds: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (const count of crowds) {
    const ours = await hallFanOut(count, rounds);
    const { emitted, framed } = await bareFanOut(count, rounds, ours.picture);
    const name = `call → last of ${count.toLocaleString('en')} phones: hall ÷`;
    // With few phones it is the commit that is measured, and the bare ones have none.
    lines.push(line(`${name} bare broadcast`, ours.ms, emitted, 'ms', ''));
    lines.push(line(`${name} one frame to all`, ours.ms, framed, 'ms', count < 5_000 ? '' : '≤ 1.3'));
  }
  return lines;
}

async function hallFanOut(count: number, rounds: number): Promise<{ ms: number; picture: unknown }> {
  const hall = await startHall('durable');
  const crowd = await joinPhones(hall.url, count);
  const [kiosk, counter] = [await joinKiosk(hall.url), await joinCounter(hall.url, 1)];
  await counter.send('counter:open', {});
  const allWait = told(
    crowd.sockets,
    'view:phone',
    (view: Views['view:phone']) => view.waiting.reduce((all, { handles }) => all + handles.length, 0) === rounds,
  );
  for (let i = 0; i < rounds; i += 1) await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  await allWait;
  let expects: string | null = null;
  let picture: unknown = null;
  crowd.sockets[0]?.on('view:phone', (view: Views['view:phone']) => {
    picture = view;
  });
  const times: number[] = [];
  let waiting = rounds;
  for (let round = 0; round < rounds; round += 1) {
    waiting -= 1;
    const everybody = told(crowd.sockets, 'view:phone', (view: Views['view:phone']) => {
      return view.waiting.reduce((all, { handles }) => all + handles.length, 0) === waiting;
    });
    // The pause between two rounds is over before the next press.
    await new Promise((rested) => setTimeout(rested, roundMs(Math.ceil(count / GROUP_SIZE)) + 100));
    const begun = performance.now();
    const reply: Reply<'ticket:call-next'> = await counter.send('ticket:call-next', { expects });
    expects = reply.ok ? (reply.answer.called?.ticket ?? null) : null;
    await everybody;
    times.push(performance.now() - begun);
  }
  crowd.close();
  for (const page of [kiosk, counter]) page.close();
  await hall.close();
  return { ms: percentile(times, 0.5), picture };
}

async function bareFanOut(count: number, rounds: number, view: unknown): Promise<{ emitted: number; framed: number }> {
  const { url, child } = await startBare();
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(200, count - sockets.length) }, () =>
      io(url, { transports: ['websocket'], forceNew: true, reconnection: false }),
    );
    await Promise.all(some.map((socket) => new Promise<void>((seen) => socket.once('connect', () => seen()))));
    sockets.push(...some);
  }
  const times = { go: [] as number[], 'go-framed': [] as number[] };
  for (let round = 0; round < 2 * rounds; round += 1) {
    const how = round % 2 === 0 ? 'go' : 'go-framed';
    const everybody = told(sockets, 'picture', (picture: { round: number }) => picture.round === round);
    const begun = performance.now();
    sockets[0]?.emit(how, round, view);
    await everybody;
    times[how].push(performance.now() - begun);
  }
  for (const socket of sockets) socket.close();
  child.disconnect();
  return { emitted: percentile(times.go, 0.5), framed: percentile(times['go-framed'], 0.5) };
}

/** Every one of them has been told what is wanted. */
async function told<T>(sockets: readonly Socket[], name: string, isWanted: (said: T) => boolean): Promise<void> {
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((seen) => {
          const hear = (said: T) => {
            if (!isWanted(said)) return;
            socket.off(name, hear);
            seen();
          };
          socket.on(name, hear);
        }),
    ),
  );
}
