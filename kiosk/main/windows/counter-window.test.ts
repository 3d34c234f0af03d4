import { describe, expect, it } from 'vitest';
import { NEXT_KEY } from '#kiosk/bridge.ts';
import { usualMachine } from '#kiosk/main/setup/machine.ts';
import { createShell } from '#kiosk/main/shell.ts';
import { createFakeElectron, stoppable } from '#kiosk/main/testing/fake-electron.ts';
import { fakeMachineFile, fakeParts } from '#kiosk/main/testing/fake-parts.ts';
import { openCounterWindow, placeIn } from './counter-window.ts';

const SERVER = new URL('https://may-chu:8443');

describe('the counter’s window', () => {
  it('is small, above everything else, in the lower right corner, and has no menu', () => {
    const { window } = opened();
    expect(window.options).toMatchObject({
      width: 360,
      useContentSize: true,
      alwaysOnTop: true,
      autoHideMenuBar: true,
    });
    expect(window.bounds).toEqual({ x: 720, y: 1240, width: 360, height: 640 });
    expect(window.sizes).toEqual({ least: [360, 420], most: [360, expect.any(Number)] });
    expect(window.webContents.loaded.at(-1)).toMatch(/counter|^data:/);
  });

  it.each(['moved', 'resized', 'close'])('remembers where it was left (%s)', (event) => {
    const { window, file } = opened();
    window.setBounds({ x: 40, y: 50, width: 360, height: 500 });
    window.emit(event);
    expect(file.kept?.counterWindow).toEqual({ x: 40, y: 50, height: 500 });
    expect(opened(file.kept?.counterWindow).window.bounds).toEqual({ x: 40, y: 50, width: 360, height: 500 });
  });

  it('hands its key on to the page, without taking the focus; held down it is one press', () => {
    const { window, keys, pass } = opened();
    const press = keys.get('F9');
    press?.();
    for (const ms of [500, 33, 33, 999]) {
      pass(ms);
      press?.();
    }
    expect(window.webContents.sent).toEqual([NEXT_KEY]);
    pass(1_000);
    press?.();
    expect(window.webContents.sent).toEqual([NEXT_KEY, NEXT_KEY]);
    expect(window.focused).toBe(0);
  });

  it('gives its key back when it is closed', () => {
    const { window, keys } = opened();
    const press = keys.get('F9');
    window.destroy();
    expect(keys.has('F9')).toBe(false);
    press?.();
    expect(window.webContents.sent).toEqual([]);
  });

  it.each(['F10', 'Enter?'])('says in its title that %s cannot be had', (nextKey) => {
    const { window, keys } = opened(null, nextKey);
    expect(keys.size).toBe(0);
    expect(window.title).toBe(`Lượt (${nextKey}: không dùng được / not available)`);
    const renamed = stoppable();
    window.emit('page-title-updated', renamed);
    expect(renamed.isStopped).toBe(true);
  });
});

describe('placeIn', () => {
  const room = { x: 100, y: 0, width: 1366, height: 728 };
  it.each([
    ['never left anywhere', null, { x: 1106, y: 88, height: 640 }],
    ['left where it still fits', { x: 300, y: 20, height: 500 }, { x: 300, y: 20, height: 500 }],
    ['left on a monitor that is gone', { x: 3000, y: -900, height: 500 }, { x: 1106, y: 0, height: 500 }],
    ['left to the left of everything', { x: -500, y: 20, height: 500 }, { x: 100, y: 20, height: 500 }],
    ['higher than the monitor', { x: 300, y: 20, height: 2000 }, { x: 300, y: 0, height: 728 }],
    ['lower than “next” needs', { x: 300, y: 20, height: 10 }, { x: 300, y: 20, height: 420 }],
  ])('%s: it is seen whole', (_what, kept, wanted) => {
    expect(placeIn(room, kept, 360)).toEqual({ ...wanted, width: 360 });
  });
});

function opened(counterWindow: { x: number; y: number; height: number } | null = null, nextKey = 'F9') {
  const electron = createFakeElectron();
  const machine = { ...usualMachine('counter'), counterWindow, nextKey };
  const file = fakeMachineFile(machine);
  let now = 0;
  const shell = createShell(fakeParts(electron, { machineFile: file, outside: { ticks: () => now } }));
  openCounterWindow(shell, SERVER, machine);
  const [window] = electron.seen.windows;
  if (!window) throw new Error('no window was opened');
  const pass = (ms: number) => {
    now += ms;
  };
  return { window, file, keys: electron.seen.keys, pass };
}
