import { expect, it } from 'vitest';
import type { Views } from '#shared/contract/views.ts';
import type { HallServer } from './listen.ts';
import { PhoneCrowd, phoneRoom } from './phone-crowd.ts';

type View = Views['view:phone'];

function aCrowd() {
  const told: { room: string; at: number }[] = [];
  const turns: (() => void)[] = [];
  // Of the server, the crowd uses these two alone.
  const io = {
    to: (room: string) => ({ emit: (_name: string, view: View) => void told.push({ room, at: view.at }) }),
  } as unknown as HallServer;
  const crowd = new PhoneCrowd(io, (work) => void turns.push(work));
  const view = (at: number, waiting: number): View => ({
    ...{ at, office: { vi: 'Một cửa', en: 'One-stop' }, timeZone: 'Asia/Ho_Chi_Minh', atCounters: [], aside: [] },
    waiting: [
      { service: 'dat-dai', name: { vi: 'Đất đai', en: 'Land' }, handles: Array.from({ length: waiting }, String) },
    ],
  });
  const endTurns = () => {
    for (let work = turns.shift(); work; work = turns.shift()) work();
  };
  return { crowd, told, turns, view, endTurns };
}

it('phones are told group by group, a turn of the loop each, every group once', () => {
  const { crowd, told, turns, view, endTurns } = aCrowd();
  crowd.tell(view(1, 3));
  expect([told.length, turns.length]).toEqual([1, 1]);
  endTurns();
  expect(new Set(told.map(({ room }) => room)).size).toBe(32);
  expect(told).toHaveLength(32);
});

it('what changes during a round goes out in the next, and only the newest of it', () => {
  const { crowd, told, view, endTurns } = aCrowd();
  crowd.tell(view(1, 3));
  crowd.tell(view(2, 4));
  crowd.tell(view(3, 5));
  endTurns();
  expect(told.map(({ at }) => at)).toEqual([...Array(32).fill(1), ...Array(32).fill(3)]);
});

it('a picture that only the clock has changed is not told again', () => {
  const { crowd, told, view, endTurns } = aCrowd();
  crowd.tell(view(1, 3));
  endTurns();
  crowd.tell(view(2, 3));
  endTurns();
  expect(told).toHaveLength(32);
});

it('every socket belongs to one of the groups, and they are about equal', () => {
  const sizes = new Map<string, number>();
  for (let index = 0; index < 3200; index += 1) {
    const room = phoneRoom(`socket-${(index * 7919).toString(36)}`);
    sizes.set(room, (sizes.get(room) ?? 0) + 1);
  }
  expect(sizes.size).toBe(32);
  expect(Math.max(...sizes.values())).toBeLessThan(200);
});
