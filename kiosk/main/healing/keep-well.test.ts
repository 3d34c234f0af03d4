import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Beat } from '#kiosk/bridge.ts';
import { FakeContents } from '#kiosk/main/testing/fake-electron.ts';
import { createClock, settle } from '#kiosk/main/testing/hand-clock.ts';
import type { ShownRoom } from '#kiosk/main/windows/page-of.ts';
import type { Healer } from './healer.ts';
import { CRASH_PAUSE_MS } from './keep-page.ts';
import { keepWell, LOOK_PATIENCE_MS } from './keep-well.ts';
import { LEAST_AGE_MS, QUIET_MS } from './night.ts';

const PAGE = new URL('http://may-chu:8080/kiosk/');
const WELL: Beat = { isShowing: true, isOnline: true, isQuiet: false };
/** Whatever happens to a page: it is back after this. */
const BACK_MS = 5_000;

describe('a page of the hall', () => {
  it('is back within five seconds after a crash', async () => {
    const hall = await keepingWell();
    hall.contents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(await hall.backAfter()).toBeLessThanOrEqual(BACK_MS);
  });

  it('is back within five seconds after its script has stopped', async () => {
    const hall = await keepingWell();
    await hall.beatFor(60_000, WELL);
    expect(await hall.backAfter()).toBeLessThanOrEqual(BACK_MS);
    expect(hall.broken).toBe(1);
  });

  it('is back after it has shown nothing for ten seconds', async () => {
    const hall = await keepingWell();
    await hall.beatFor(10_000, { ...WELL, isShowing: false });
    expect(await hall.backAfter()).toBeLessThanOrEqual(BACK_MS);
  });

  it('is opened anew when it no longer hears a server that answers, and left alone when that does not', async () => {
    const hall = await keepingWell();
    hall.isThere = false;
    await hall.beatFor(45_000, { ...WELL, isOnline: false });
    expect(hall.opened()).toBe(1);
    hall.isThere = true;
    await hall.beatFor(15_000, { ...WELL, isOnline: false });
    expect(hall.opened()).toBe(2);
    expect(hall.broken).toBe(0);
  });

  it('stays as it is for a whole day of beats', async () => {
    const hall = await keepingWell();
    await hall.beatFor(24 * 3_600_000, WELL, 1_000);
    expect(hall.opened()).toBe(1);
  });

  it('is opened anew once in a quiet night', async () => {
    const hall = await keepingWell();
    await hall.beatFor(LEAST_AGE_MS - QUIET_MS, WELL, 1_000);
    await hall.beatFor(2 * QUIET_MS, { ...WELL, isQuiet: true }, 1_000);
    expect(hall.opened()).toBe(2);
    expect(hall.broken).toBe(0);
  });

  it('is not opened anew in the night when it is a clerk’s', async () => {
    const hall = await keepingWell({ room: 'counter' });
    await hall.beatFor(48 * 3_600_000, { ...WELL, isQuiet: true }, 1_000);
    expect(hall.opened()).toBe(1);
  });
});

describe('a page without beats', () => {
  it.each([
    ['is left alone for ever when it shows anything', async () => true, 1],
    ['is opened anew when it shows nothing', async () => false, 2],
    ['is opened anew when it does not even answer', () => new Promise<never>(() => {}), 2],
    ['is left alone when it was left while it was asked', () => Promise.reject(new Error('gone')), 1],
  ])('%s', async (_name, answer, opened) => {
    const hall = await keepingWell();
    hall.contents.executeJavaScript = answer;
    await hall.pass(10_000 + LOOK_PATIENCE_MS + CRASH_PAUSE_MS + 1_000);
    expect(hall.opened()).toBe(opened);
    expect(hall.broken).toBe(opened - 1);
  });
});

it('leaves the calm page alone, however long the server is away', async () => {
  const hall = await keepingWell();
  await hall.beatFor(5_000, WELL);
  hall.isThere = false;
  hall.contents.emit('render-process-gone', {}, { reason: 'crashed' });
  // It tells nothing of itself, and it is nobody's matter whether it could.
  hall.contents.executeJavaScript = async () => false;
  await hall.pass(10 * 60_000);
  expect([hall.contents.crashes, hall.broken]).toEqual([0, 1]);
});

it('stops looking when the window is closed', async () => {
  const hall = await keepingWell();
  hall.contents.isGone = true;
  await hall.pass(60_000);
  expect(hall.contents.crashes).toBe(0);
  expect(hall.waiting()).toBe(0);
});

async function keepingWell({ room = 'kiosk' }: { room?: ShownRoom } = {}) {
  const contents = new FakeContents();
  const clock = createClock();
  let hear = (_beat: Beat) => {};
  const hall = { broken: 0, isThere: true };
  const healer: Healer = {
    countFor: () => () => {
      hall.broken += 1;
      return false;
    },
    listen: (_contents, ear) => {
      hear = ear;
    },
    heard() {},
    watchOver() {},
  };
  const outside = { ...clock, isAnswering: async () => hall.isThere, share: 0, say() {} };
  // What Electron does of itself: a load that began has come; a crash is told.
  contents.on('loading', (address) => setImmediate(() => contents.emit('did-navigate', {}, address, 200)));
  contents.forcefullyCrashRenderer = () => {
    contents.crashes += 1;
    contents.emit('render-process-gone', {}, { reason: 'crashed' });
  };
  // The fake has all that is used.
  keepWell({ contents: contents as unknown as WebContents, page: PAGE, room, outside, healer });
  await settle();
  await settle();
  const opened = () => contents.loaded.filter((address) => address === PAGE.href).length;
  return Object.assign(hall, {
    contents,
    opened,
    pass: clock.pass,
    waiting: clock.waiting,
    async beatFor(ms: number, beat: Beat, everyMs = 500) {
      for (let at = 0; at < ms; at += everyMs) {
        hear(beat);
        await clock.pass(everyMs);
      }
    },
    /** How long until the page is opened once more, ms. */
    async backAfter() {
      const [before, from] = [opened(), clock.ticks()];
      while (opened() === before && clock.ticks() - from < 60_000) await clock.pass(100);
      return clock.ticks() - from;
    },
  });
}
