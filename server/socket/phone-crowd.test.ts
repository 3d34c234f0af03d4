import { expect, it } from 'vitest';
import type { Views } from '#shared/contract/views.ts';
import type { HallServer } from './listen.ts';
import { GROUP_SIZE, PhoneCrowd, roundMs } from './phone-crowd.ts';
import type { Written } from './written.ts';

type View = Views['view:phone'];

function aCrowd(phones: number, isByHand = true) {
  const told: { room: string; at: number }[] = [];
  const turns: (() => void)[] = [];
  const rooms = new Map<string, Set<string>>();
  // Of the server, the crowd uses these two alone.
  const io = {
    to: (room: string) => ({
      emit: (_name: string, view: Written) => void told.push({ room, at: JSON.parse(view.json()).at }),
    }),
    sockets: { adapter: { rooms } },
  } as unknown as HallServer;
  let now = 0;
  let next: { work: () => void; at: number } | null = null;
  const later = isByHand ? (work: () => void) => void turns.push(work) : undefined;
  const crowd = new PhoneCrowd(io, later, {
    now: () => now,
    later(work, ms) {
      next = { work, at: now + ms };
      return () => {
        next = null;
      };
    },
  });
  const restFor = (ms: number) => {
    now += ms;
    if (next === null || next.at > now) return;
    const { work } = next;
    next = null;
    work();
  };
  /** The pause between two rounds is over. */
  const rest = () => restFor(roundMs(rooms.size));
  for (let phone = 0; phone < phones; phone += 1) {
    const room = crowd.roomForOneMore();
    rooms.set(room, (rooms.get(room) ?? new Set()).add(String(phone)));
  }
  const view = (at: number, waiting: number): View => ({
    ...{ at, office: { vi: 'Một cửa', en: 'One-stop' }, timeZone: 'Asia/Ho_Chi_Minh', atCounters: [], aside: [] },
    waiting: [
      { service: 'dat-dai', name: { vi: 'Đất đai', en: 'Land' }, handles: Array.from({ length: waiting }, String) },
    ],
  });
  const endTurns = () => {
    for (let work = turns.shift(); work; work = turns.shift()) work();
  };
  return { crowd, told, turns, rooms, view, endTurns, rest, restFor, isWaiting: () => next !== null };
}

it('phones are told group by group, a turn of the loop each, every group once', () => {
  const { crowd, told, turns, rooms, view, endTurns } = aCrowd(5_000);
  expect([...rooms.values()].map(({ size }) => size)).toEqual(Array(200).fill(GROUP_SIZE));
  crowd.tell(view(1, 3));
  expect([told.length, turns.length]).toEqual([1, 1]);
  endTurns();
  expect(told.map(({ room }) => room)).toEqual([...rooms.keys()]);
});

it('a press that came in while phones are told is carried out before the next of them', async () => {
  const { crowd, told, view } = aCrowd(3 * GROUP_SIZE, false);
  crowd.tell(view(1, 3));
  const toldBefore = await new Promise<number>((carriedOut) => setImmediate(() => carriedOut(told.length)));
  expect(toldBefore).toBe(1);
  await expect.poll(() => told.length).toBe(3);
});

it('a few phones are one group, and a group that has gone is passed over and filled again', () => {
  const { crowd, told, rooms, view, endTurns } = aCrowd(2 * GROUP_SIZE + 7);
  rooms.delete('phone:0');
  crowd.tell(view(1, 3));
  endTurns();
  expect(told.map(({ room }) => room)).toEqual(['phone:1', 'phone:2']);
  expect(crowd.roomForOneMore()).toBe('phone:0');
});

it('what changes during a round goes out in the next, and only the newest of it', () => {
  const { crowd, told, view, endTurns, rest } = aCrowd(3 * GROUP_SIZE);
  crowd.tell(view(1, 3));
  crowd.tell(view(2, 4));
  crowd.tell(view(3, 5));
  endTurns();
  expect(told.map(({ at }) => at)).toEqual([1, 1, 1]);
  rest();
  endTurns();
  expect(told.map(({ at }) => at)).toEqual([1, 1, 1, 3, 3, 3]);
});

it('a large crowd is told seldom enough that a tenth of the loop is enough for it, a small one four times a second', () => {
  const { crowd, told, view, endTurns, rooms, restFor } = aCrowd(200 * GROUP_SIZE);
  crowd.tell(view(1, 3));
  endTurns();
  crowd.tell(view(2, 4));
  restFor(999);
  endTurns();
  expect(told).toHaveLength(200);
  restFor(1);
  endTurns();
  expect(told).toHaveLength(400);
  // All but a few have gone.
  for (const room of [...rooms.keys()].slice(3)) rooms.delete(room);
  restFor(1_000);
  crowd.tell(view(3, 5));
  endTurns();
  crowd.tell(view(4, 6));
  restFor(1_000);
  endTurns();
  crowd.tell(view(5, 7));
  restFor(250);
  endTurns();
  expect(told).toHaveLength(409);
});

it('leaves nothing to be told when the hall is closed', () => {
  const { crowd, view, endTurns, isWaiting } = aCrowd(10);
  crowd.tell(view(1, 3));
  endTurns();
  crowd.tell(view(2, 4));
  expect(isWaiting()).toBe(true);
  crowd.stop();
  expect(isWaiting()).toBe(false);
});

it('a picture that only the clock has changed is not told again', () => {
  const { crowd, told, view, endTurns, rest } = aCrowd(10);
  crowd.tell(view(1, 3));
  endTurns();
  rest();
  crowd.tell(view(2, 3));
  endTurns();
  expect(told).toHaveLength(1);
});
