import { EventEmitter } from 'node:events';
import type { BrowserWindow, Rectangle } from 'electron';
import { describe, expect, it } from 'vitest';
import { createClock } from '#kiosk/main/testing/hand-clock.ts';
import type { Place } from './choose-screen.ts';
import { firstPlace, type KeepPlaceNeeds, keepPlace, SETTLED_MS } from './keep-place.ts';

const KIOSK = { id: 1, bounds: { x: 0, y: 0, width: 1080, height: 1920 } };
const TV = { id: 2, bounds: { x: 1080, y: 0, width: 1920, height: 1080 } };
const OTHER = { id: 3, bounds: { x: -1280, y: 0, width: 1280, height: 720 } };

describe('the TV beside the kiosk', () => {
  it('is hidden while there is one monitor, and comes when a second one does', () => {
    const hall = placing('beside', [KIOSK]);
    expect(hall.at()).toBe('hidden');
    hall.change('display-added', [KIOSK, TV]);
    expect(hall.at()).toEqual(TV.bounds);
    expect(hall.window.isKiosk).toBe(true);
  });

  it('never stands on the kiosk when its monitor goes, and is back when it does', async () => {
    const hall = placing('beside', [KIOSK, TV]);
    for (let i = 0; i < 3; i += 1) {
      hall.change('display-removed', [KIOSK]);
      // What Windows does with a window whose monitor has gone.
      hall.window.bounds = KIOSK.bounds;
      await hall.pass(SETTLED_MS);
      expect(hall.at()).toBe('hidden');
      hall.change('display-added', [KIOSK, TV]);
      await hall.pass(SETTLED_MS);
      expect(hall.at()).toEqual(TV.bounds);
    }
  });

  it('goes to the other monitor when its own becomes the main one', () => {
    const hall = placing('beside', [KIOSK, TV]);
    hall.main = TV;
    hall.change('display-metrics-changed', [TV, KIOSK]);
    expect(hall.at()).toEqual(KIOSK.bounds);
  });

  it('does not take the keyboard from the kiosk', () => {
    const hall = placing('beside', [KIOSK]);
    hall.change('display-added', [KIOSK, TV]);
    expect(hall.window.did).toContain('showInactive');
  });
});

describe('a window', () => {
  it('moves over to the monitor it belongs to when that one is switched on', () => {
    const hall = placing('tv', [KIOSK]);
    expect(hall.at()).toEqual(KIOSK.bounds);
    hall.change('display-added', [KIOSK, TV]);
    expect(hall.at()).toEqual(TV.bounds);
    hall.change('display-added', [KIOSK, OTHER, TV]);
    expect(hall.at()).toEqual(TV.bounds);
  });

  it('fills its monitor again when that one is turned or changes its resolution', () => {
    const hall = placing('kiosk', [KIOSK]);
    const turned = { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } };
    hall.main = turned;
    hall.change('display-metrics-changed', [turned]);
    expect(hall.at()).toEqual(turned.bounds);
    expect(hall.window.isKiosk).toBe(true);
  });

  it('is put back when the system moves it after it has told of a change', async () => {
    const hall = placing('tv', [KIOSK, TV]);
    hall.change('display-metrics-changed', [KIOSK, TV]);
    hall.window.bounds = { x: 300, y: 300, width: 640, height: 480 };
    await hall.pass(SETTLED_MS);
    expect(hall.at()).toEqual(TV.bounds);
  });

  it('is not touched by a change that does not concern it', () => {
    const hall = placing('kiosk', [KIOSK, TV]);
    hall.change('display-removed', [KIOSK]);
    hall.change('display-added', [KIOSK, OTHER]);
    expect(hall.window.did).toEqual([]);
  });

  it('is left alone when it has been closed, and listens no more', async () => {
    const hall = placing('tv', [KIOSK]);
    hall.change('display-metrics-changed', [KIOSK]);
    hall.window.isGone = true;
    hall.window.emit('closed');
    await hall.pass(SETTLED_MS);
    hall.change('display-added', [KIOSK, TV]);
    expect(hall.window.did).toEqual([]);
    expect(hall.listeners()).toBe(0);
  });
});

class PlacedWindow extends EventEmitter {
  did: string[] = [];
  isGone = false;
  isShown: boolean;
  isKiosk = true;
  bounds: Rectangle;
  constructor(bounds: Rectangle | null) {
    super();
    this.isShown = bounds !== null;
    this.bounds = bounds ?? { x: 0, y: 0, width: 800, height: 600 };
  }
  isDestroyed = () => this.isGone;
  isVisible = () => this.isShown;
  getBounds = () => this.bounds;
  setBounds = (bounds: Rectangle) => {
    this.did.push('setBounds');
    // As Electron: a full-screen window stays where it is.
    if (!this.isKiosk) this.bounds = bounds;
  };
  setKiosk = (isKiosk: boolean) => {
    this.did.push(`setKiosk ${isKiosk}`);
    this.isKiosk = isKiosk;
  };
  hide = () => {
    this.did.push('hide');
    this.isShown = false;
  };
  showInactive = () => {
    this.did.push('showInactive');
    this.isShown = true;
  };
}

function placing(place: Place, monitors: (typeof KIOSK)[]) {
  const clock = createClock();
  const events = new EventEmitter();
  const hall = { main: KIOSK, all: monitors };
  const screen = Object.assign(events, {
    getPrimaryDisplay: () => hall.main,
    getAllDisplays: () => hall.all,
    getDisplayMatching: ({ x, y }: Rectangle) =>
      hall.all.find(({ bounds }) => bounds.x === x && bounds.y === y) ?? hall.main,
  });
  // The fakes have all that is used.
  const needs = { screen, later: clock.later } as unknown as KeepPlaceNeeds;
  const window = new PlacedWindow(firstPlace(needs, place));
  keepPlace(window as unknown as BrowserWindow, place, needs);
  return Object.assign(hall, {
    window,
    pass: clock.pass,
    at: () => (window.isShown ? window.bounds : 'hidden'),
    change(name: string, all: (typeof KIOSK)[]) {
      hall.all = all;
      events.emit(name, {}, all[0], ['bounds']);
    },
    listeners: () => events.eventNames().reduce((sum, name) => sum + events.listenerCount(name), 0),
  });
}
