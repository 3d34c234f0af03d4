import { describe, expect, it } from 'vitest';
import { sampleView } from './sample-view.ts';
import type { Screen } from './screen.ts';
import { shownScreen } from './shown-screen.ts';

const home: Screen = { at: 'home', until: null };
const view = sampleView();
const number: Screen = {
  at: 'number',
  wish: { services: ['dat-dai'], priority: 'regular' },
  answer: { ticket: 'ticket-0001', number: 'A024', ahead: 3 },
  paper: 'printing',
  until: 0,
};

describe('shownScreen', () => {
  it('[K6] shows the visit while the line holds, and through a gap too short to notice', () => {
    expect(shownScreen({ screen: home, view, online: 'online', offlineForMs: 0 })).toEqual(home);
    expect(shownScreen({ screen: home, view, online: 'offline', offlineForMs: 999 })).toEqual(home);
  });

  it('[K6] says that it reconnects when the line is down, and before the first picture', () => {
    expect(shownScreen({ screen: home, view, online: 'offline', offlineForMs: 1000 })).toEqual({ at: 'connecting' });
    expect(shownScreen({ screen: home, view: null, online: 'connecting', offlineForMs: 0 })).toEqual({
      at: 'connecting',
    });
  });

  it('[K6] keeps a number in sight whatever happens to the line or the hours', () => {
    const closed = sampleView({ open: false });
    expect(shownScreen({ screen: number, view: closed, online: 'offline', offlineForMs: 60_000 })).toEqual(number);
  });

  it('[K7] says when numbers are given again outside the hours', () => {
    const closed = sampleView({ open: false, nextFrom: 5 });
    expect(shownScreen({ screen: home, view: closed, online: 'online', offlineForMs: 0 })).toEqual({
      at: 'closed',
      nextFrom: 5,
    });
  });

  it('[R7] takes no wishes while the house can keep none, and leaves a number in sight', () => {
    const out = sampleView({ outOfService: true });
    expect(shownScreen({ screen: home, view: out, online: 'online', offlineForMs: 0 })).toEqual({
      at: 'out-of-service',
    });
    expect(shownScreen({ screen: number, view: out, online: 'online', offlineForMs: 0 })).toEqual(number);
  });

  it('[K6] calls a person when the page is too old to be understood', () => {
    expect(shownScreen({ screen: home, view: null, online: 'old-page', offlineForMs: 0 })).toEqual({ at: 'old-page' });
  });
});
