import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HallBridge } from '#kiosk/bridge.ts';
import { bringDeviceToken, deviceToken, keepDeviceToken } from './keys.ts';

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('window', {});
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The app around a page, which keeps this token. */
function anApp(token: string | null, isOlder = false) {
  const app = { token };
  const refuse = async () => Promise.reject(new Error('no handler'));
  const calls: Pick<HallBridge, 'deviceToken' | 'keepDeviceToken'> = {
    deviceToken: isOlder ? refuse : async () => app.token,
    keepDeviceToken: isOlder
      ? refuse
      : async (next) => {
          app.token = next;
        },
  };
  // Of the bridge nothing else is used here.
  return Object.assign(app, { bridge: calls as HallBridge });
}

describe('the token by which the hall knows this machine', () => {
  it('is that of the app, at an address where this page has never been', async () => {
    expect(await bringDeviceToken(anApp('of-the-hall').bridge)).toBe('of-the-hall');
    expect(deviceToken()).toBe('of-the-hall');
  });

  it('is that of the app, also where an older one lies from the last time at this address', async () => {
    kept.set('luot-device', 'older');
    expect(await bringDeviceToken(anApp('newer').bridge)).toBe('newer');
  });

  it('is handed to an app that has none yet: the machine was paired before the app could keep it', async () => {
    kept.set('luot-device', 'paired-long-ago');
    const app = anApp(null);
    expect([await bringDeviceToken(app.bridge), app.token]).toEqual(['paired-long-ago', 'paired-long-ago']);
  });

  it('is kept in both places when the machine is paired', () => {
    const app = anApp(null);
    keepDeviceToken('new', app.bridge);
    expect([deviceToken(), app.token]).toEqual(['new', 'new']);
  });

  it.each([
    ['a plain browser', undefined],
    ['an app that cannot keep it', anApp(null, true).bridge],
    // An app that is older than its hall's pages, which are always of today.
    ['an app that does not know of it', {} as HallBridge],
  ])('is this address’s own in %s', async (_where, app) => {
    expect(await bringDeviceToken(app)).toBe(null);
    keepDeviceToken('own', app);
    expect(await bringDeviceToken(app)).toBe('own');
  });
});
