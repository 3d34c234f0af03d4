import { expect, it } from 'vitest';
import { createLastResort, FIRST_REST_MS, LONGEST_REST_MS, STAYED_WELL_MS } from './last-resort.ts';
import { RESTART_CODE, type RestartNeeds, restartApp } from './restart-app.ts';
import type { Restarts } from './restart-record.ts';

it('rests longer each time when restarts follow one another, but never for ever', () => {
  const house = aMachine();
  for (let i = 0; i < 12; i += 1) house.breakDown();
  expect(house.rests.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
  expect(house.rests.at(-1)).toBe(LONGEST_REST_MS);
  expect(house.restarts).toBe(12);
});

it('begins with a short rest again after half an hour that went well', () => {
  const house = aMachine();
  house.breakDown();
  house.breakDown();
  house.pass(STAYED_WELL_MS - FIRST_REST_MS);
  house.breakDown();
  house.pass(STAYED_WELL_MS);
  house.breakDown();
  expect(house.rests).toEqual([2_000, 4_000, 8_000, 2_000]);
});

it('goes on counting when the clock was set back', () => {
  const house = aMachine();
  house.breakDown();
  house.pass(-24 * 3_600_000);
  house.breakDown();
  expect(house.rests).toEqual([2_000, 4_000]);
});

it('starts anew once, however much breaks while it rests', () => {
  const house = aMachine();
  const resort = house.start();
  resort.begin('a');
  expect(resort.isUnderWay()).toBe(true);
  resort.begin('b');
  expect(house.rests).toEqual([FIRST_REST_MS]);
  expect(house.said).toEqual(['a: mở lại ứng dụng sau 2 s. / The app starts anew in 2 s.']);
});

function aMachine() {
  let time = Date.UTC(2026, 10, 23);
  let kept: Restarts = { count: 0, at: 0 };
  const waiting: (() => void)[] = [];
  const machine = {
    rests: [] as number[],
    said: [] as string[],
    restarts: 0,
    pass(ms: number) {
      time += ms;
    },
    /** A new process on the same machine. */
    start: () =>
      createLastResort({
        record: {
          read: () => kept,
          write: (next) => {
            kept = next;
          },
        },
        restart: () => {
          machine.restarts += 1;
        },
        later(ms, run) {
          machine.rests.push(ms);
          waiting.push(() => {
            time += ms;
            run();
          });
        },
        now: () => time,
        say: (line) => void machine.said.push(line),
      }),
    breakDown() {
      machine.start().begin('x');
      waiting.shift()?.();
    },
  };
  return machine;
}

it.each([
  ['in an installed app, Electron starts it', {}, ['relaunch --room=tv', 'exit 0']],
  [
    'in an AppImage, the image is started: Electron’s helper would go with it',
    { APPIMAGE: '/opt/luot.AppImage' },
    ['unlock', 'start /opt/luot.AppImage --room=tv', 'exit 0'],
  ],
  ['under the launcher, it is asked', { LUOT_LAUNCHED: 'yes', APPIMAGE: '/x' }, [`exit ${RESTART_CODE}`]],
])('%s', (_name, env, wanted) => {
  const did: string[] = [];
  const app: RestartNeeds['app'] = {
    relaunch: (options) => void did.push(['relaunch', ...(options?.args ?? [])].join(' ')),
    exit: (code) => void did.push(`exit ${code}`),
    releaseSingleInstanceLock: () => void did.push('unlock'),
  };
  const startAlone = (program: string, args: readonly string[]) =>
    void did.push(`start ${[program, ...args].join(' ')}`);
  restartApp({ app, argv: ['/usr/bin/luot', '--setup', '--room=tv'], env, startAlone });
  expect(did).toEqual(wanted);
});
