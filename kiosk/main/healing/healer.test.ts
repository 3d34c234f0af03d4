import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createHealer, type Healer } from './healer.ts';

describe('a process of Chromium that goes', () => {
  it('is started anew by Chromium; the third time in five minutes the whole app is', () => {
    const hall = healing();
    const gone = () => hall.gone({ type: 'Utility', name: 'Audio Service', serviceName: 'audio.mojom.AudioService' });
    gone();
    gone();
    expect(hall.begun).toEqual([]);
    gone();
    expect(hall.begun).toEqual(['Chromium']);
    expect(hall.said[0]).toBe('Chromium: bị dừng (Audio Service: crashed). / Chromium: gone (Audio Service: crashed).');
  });

  it('leaves black glass behind when it was the GPU’s: each window is painted again', () => {
    const hall = healing();
    for (let i = 0; i < 5; i += 1) hall.gone({ type: 'GPU' });
    expect(hall.painted).toBe(5);
    // Chromium goes on without the graphics card by itself.
    expect(hall.begun).toEqual([]);
  });

  it('does not count when it was the hall’s own server, which has a supervisor, or ended as it should', () => {
    const hall = healing();
    for (let i = 0; i < 5; i += 1) {
      hall.gone({ type: 'Utility', name: 'Luot server', serviceName: 'node.mojom.NodeService' });
      hall.gone({ type: 'Utility', reason: 'clean-exit' });
    }
    expect(hall.begun).toEqual([]);
  });
});

it('counts each window for itself, and keeps all of them calm once one is beyond help', () => {
  const hall = healing();
  const [kiosk, tv] = [hall.healer.countFor('kiosk'), hall.healer.countFor('tv')];
  expect([kiosk('oom'), tv('oom'), kiosk('oom'), tv('oom')]).toEqual([false, false, false, false]);
  expect(kiosk('oom')).toBe(true);
  expect(tv('crashed')).toBe(true);
  expect(hall.begun).toEqual(['kiosk', 'tv']);
});

it('opens every page anew after the PC has slept', () => {
  const hall = healing();
  hall.power.emit('resume');
  expect(hall.reopened).toBe(1);
});

it('hands a beat to the window that it came from', () => {
  const { healer } = healing();
  // Only who they are matters here.
  const [one, other] = [{}, {}] as [WebContents, WebContents];
  const heard: boolean[] = [];
  healer.listen(one, ({ isQuiet }) => heard.push(isQuiet));
  healer.heard({ isShowing: true, isOnline: true, isQuiet: true }, one);
  healer.heard({ isShowing: true, isOnline: true, isQuiet: false }, other);
  expect(heard).toEqual([true]);
});

function healing() {
  const [app, power] = [new EventEmitter(), new EventEmitter()];
  const seen = { begun: [] as string[], said: [] as string[], painted: 0, reopened: 0 };
  const page = {
    reopen() {
      seen.reopened += 1;
    },
    renew: async () => {},
  };
  const windowThat = (isGone: boolean) => ({
    isDestroyed: () => isGone,
    webContents: {
      invalidate() {
        seen.painted += isGone ? 1_000 : 1;
      },
    },
  });
  const healer = createHealer({
    windows: () => [
      { window: windowThat(false), page },
      // The setup's page is not kept.
      { window: windowThat(true), page: null },
    ],
    lastResort: { begin: (why) => void seen.begun.push(why), isUnderWay: () => seen.begun.length > 0 },
    ticks: () => 0,
    say: (line) => void seen.said.push(line),
  });
  // As much of both as is used.
  healer.watchOver({ app, powerMonitor: power } as unknown as Parameters<Healer['watchOver']>[0]);
  return Object.assign(seen, {
    healer,
    power,
    gone: (details: object) => app.emit('child-process-gone', {}, { reason: 'crashed', exitCode: 1, ...details }),
  });
}
