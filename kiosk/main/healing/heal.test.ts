import { describe, expect, it } from 'vitest';
import { HALL_CALLS } from '#kiosk/bridge.ts';
import { openShell } from '#kiosk/main/open-shell.ts';
import { createFakeElectron } from '#kiosk/main/testing/fake-electron.ts';
import { fakeParts } from '#kiosk/main/testing/fake-parts.ts';
import { createClock, settle } from '#kiosk/main/testing/hand-clock.ts';
import { CRASHES, WITHIN_MS } from './crash-count.ts';
import { CRASH_PAUSE_MS } from './keep-page.ts';
import { FIRST_REST_MS } from './last-resort.ts';

const SERVER = new URL('http://may-chu:8080/');
const WELL = { isShowing: true, isOnline: true, isQuiet: false };

describe('the shell', () => {
  it('starts the whole app anew at the third crash in five minutes, with the calm page until then', async () => {
    const hall = await openHall();
    for (let crash = 0; crash < CRASHES; crash += 1) await hall.crash();
    expect(hall.restarts).toBe(0);
    expect(hall.shown()).toBe('calm');
    await hall.pass(FIRST_REST_MS);
    expect(hall.restarts).toBe(1);
    expect(hall.shown()).toBe('calm');
  });

  it('opens the page again and again when it crashes now and then', async () => {
    const hall = await openHall();
    for (let crash = 0; crash < 20; crash += 1) {
      await hall.crash();
      expect(hall.shown()).toBe(`${SERVER.href}kiosk/`);
      await hall.pass(WITHIN_MS / 2);
    }
    expect(hall.restarts).toBe(0);
  });

  it('ends a page whose beats stop', async () => {
    const hall = await openHall();
    hall.beat(WELL);
    await hall.pass(10_000);
    expect(hall.contents.crashes).toBe(1);
  });

  it('opens its page anew after the PC has slept', async () => {
    const hall = await openHall();
    const before = hall.contents.loaded.length;
    hall.electron.powerMonitor.emit('resume');
    await hall.pass(0);
    expect(hall.contents.loaded.slice(before).at(-1)).toBe(`${SERVER.href}kiosk/`);
  });
});

it.each([
  ['a frame in the page', { parent: {} }, WELL],
  ['another address', { url: 'http://evil.example/kiosk/' }, WELL],
  ['the page, but not meant', {}, { isShowing: 'yes' }],
])('takes no beat from %s', async (_name, frame, beat) => {
  const hall = await openHall();
  expect(() => hall.beat(beat, frame)).toThrow(/luot:beat: not (for this page|understood)/);
});

async function openHall() {
  const electron = createFakeElectron();
  const clock = createClock();
  const hall = { restarts: 0 };
  const restart = () => {
    hall.restarts += 1;
  };
  electron.app.becomeReady();
  const outside = { later: clock.later, ticks: clock.ticks, now: clock.ticks, restart };
  await openShell(fakeParts(electron, { outside }), { room: { room: 'kiosk', server: SERVER }, setup: false });
  const contents = electron.seen.windows[0]?.webContents;
  if (!contents) throw new Error('no window was opened');
  contents.on('loading', (address) => setImmediate(() => contents.emit('did-navigate', {}, address, 200)));
  await settle();
  await settle();
  contents.emit('did-navigate', {}, `${SERVER.href}kiosk/`, 200);
  return Object.assign(hall, {
    electron,
    contents,
    pass: clock.pass,
    async crash() {
      contents.emit('render-process-gone', {}, { reason: 'crashed' });
      await clock.pass(CRASH_PAUSE_MS);
    },
    beat(beat: object, frame: object = {}) {
      const senderFrame = { parent: null, url: `${SERVER.href}kiosk/`, ...frame };
      const sender = Object.assign(contents, { mainFrame: senderFrame });
      return electron.seen.asked.get(HALL_CALLS.beat)?.({ sender, senderFrame }, beat);
    },
    shown: () => {
      const last = contents.loaded.at(-1) ?? '';
      return last.startsWith('data:') ? 'calm' : last;
    },
  });
}
