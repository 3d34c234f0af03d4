import type { MessageInput, MessageName } from '#shared/contract/messages.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import { Client, joinCounter, joinDisplay, joinKiosk, joinManager } from '#tests/hall/test-hall.ts';
import type { UnattendedHall } from './unattended-hall.ts';

const SERVICES = ['dat-dai', 'ho-tich', 'can-cuoc'];
const COUNTERS = [1, 2, 3, 4, 5, 6, 7, 8];
/** Pages that come and go, in turn. */
const PASSING = ['phone', 'display', 'start', 'kiosk', 'counter', 'manager'] as const;
const VIEW_OF = {
  phone: 'view:phone',
  display: 'view:board',
  start: 'view:start',
  kiosk: 'view:kiosk',
  counter: 'view:counters',
  manager: 'view:manager',
} as const;

/** The machines that stay in the hall for the whole month. */
export type Furniture = {
  kiosk: Client<'view:kiosk'>;
  counters: { client: Client<'view:counter'>; current: string | null }[];
  others: Client<'view:board' | 'view:manager'>[];
};

export async function furnish({ url }: UnattendedHall): Promise<Furniture> {
  const counters = await Promise.all(COUNTERS.map((id) => joinCounter(url, id)));
  return {
    kiosk: await joinKiosk(url),
    counters: counters.map((client) => ({ client, current: null })),
    others: [await joinDisplay(url), await joinManager(url)],
  };
}

export function clear({ kiosk, counters, others }: Furniture) {
  for (const client of [kiosk, ...counters.map((one) => one.client), ...others]) client.close();
}

/** So much happens in one day. */
export type Bustle = { tickets: number; visits: number; atOnce: number };
/** What did. */
export type Tally = { taken: number; called: number; served: number; visits: number; walBytes: number };

/** Numbers from the opening to the afternoon, clerks who call, recall, park and serve, and pages that come and leave. */
export async function playDay(
  hall: UnattendedHall,
  furniture: Furniture,
  opensAt: number,
  bustle: Bustle,
): Promise<Tally> {
  const tally: Tally = { taken: 0, called: 0, served: 0, visits: 0, walBytes: 0 };
  const { kiosk, counters } = furniture;
  for (const counter of counters) {
    counter.current = null;
    sure(await counter.client.send('counter:open', {}));
  }
  const rounds = Math.ceil(bustle.tickets / bustle.atOnce);
  for (let round = 0; round < rounds; round += 1) {
    // From 07:00 to 10:40: who comes later finds the same house.
    await hall.at(opensAt + Math.floor((round * 220 * MINUTE) / rounds));
    const take = (index: number) =>
      kiosk.send('ticket:take', {
        services: [SERVICES[(round + index) % SERVICES.length] ?? ''],
        priority: index % 5 === 0 ? 'priority' : 'regular',
      });
    for (const reply of await Promise.all(range(bustle.atOnce).map(take))) if (sure(reply)) tally.taken += 1;
    await Promise.all(counters.map((counter, index) => serve(counter, round + index, tally)));
    const due = Math.floor(((round + 1) * bustle.visits) / rounds) - tally.visits;
    await Promise.all(range(due).map((index) => passThrough(hall.url, tally.visits + index)));
    tally.visits += due;
    tally.walBytes = Math.max(tally.walBytes, hall.walBytes());
  }
  return tally;
}

/** One clerk's next few presses: whoever is here is done with, one way or another. */
async function serve(counter: Furniture['counters'][number], turn: number, tally: Tally) {
  const press = async <N extends MessageName>(name: N, input: MessageInput<N>) =>
    await counter.client.send(name, input);
  const { current } = counter;
  if (current !== null && turn % 9 === 0) {
    sure(await press('ticket:park', { expects: current }));
    sure(await press('ticket:resume', { ticket: current }));
    counter.current = null;
  } else if (current !== null && turn % 7 === 0) {
    sure(await press('ticket:undo-call', { expects: current }), ['nothing-to-undo', 'too-late-to-undo']);
    counter.current = counter.client.view().current?.ticket ?? null;
  }
  // The picture may be older than the press before; the next round asks again.
  const reply = await press('ticket:call-next', { expects: counter.current });
  if (!sure(reply, ['nobody-waiting', 'stale-picture'])) {
    counter.current = counter.client.view().current?.ticket ?? null;
    return;
  }
  if (counter.current !== null) tally.served += 1;
  counter.current = reply.ok ? (reply.answer.called?.ticket ?? null) : null;
  if (counter.current === null) return;
  tally.called += 1;
  sure(await press('ticket:start-service', { expects: counter.current }));
}

/** A page that comes, sees its first picture, and leaves: in order, or as if its cable had been cut. */
async function passThrough(url: string, index: number) {
  const role = PASSING[index % PASSING.length] ?? 'phone';
  const page = await Client.join(url, VIEW_OF[role], role);
  if (index % 2 === 0) page.socket.io.engine.close();
  page.close();
}

/** @returns whether it was carried out @throws when it was refused for another reason than these */
function sure(reply: Reply, mayBe: readonly string[] = []): boolean {
  if (!reply.ok && !mayBe.includes(reply.refusal)) throw new Error(`A press was refused: ${reply.refusal}`);
  return reply.ok;
}

export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
