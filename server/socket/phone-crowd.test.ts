import { expect, it } from 'vitest';
import type { Views } from '#shared/contract/views.ts';
import type { HallServer } from './listen.ts';
import { GROUP_SIZE, PhoneCrowd, ROUND_MS } from './phone-crowd.ts';
import type { Written } from './written.ts';

type View = Views['view:phone'];

function aCrowd(phones: number) {
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
  let next: (() => void) | null = null;
  const crowd = new PhoneCrowd(io, (work) => void turns.push(work), {
    now: () => now,
    later(work) {
      next = work;
      return () => {
        next = null;
      };
    },
  });
  /** The pause between two rounds is over. */
  const rest = () => {
    now += ROUND_MS;
    const work = next;
    next = null;
    work?.();
  };
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
  return { crowd, told, turns, rooms, view, endTurns, rest, isWaiting: () => next !== null };
}

it('phones are told group by group, a turn of the loop each, every group once', () => {
  const { crowd, told, turns, rooms, view, endTurns } = aCrowd(5_000);
  expect([...rooms.values()].map(({ size }) => size)).toEqual(Array(100).fill(GROUP_SIZE));
  crowd.tell(view(1, 3));
  expect([told.length, turns.length]).toEqual([1, 1]);
  endTurns();
  expect(told.map(({ room }) => room)).toEqual([...rooms.keys()]);
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
