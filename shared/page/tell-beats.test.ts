import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BEAT_EVERY_MS, tellBeats, UNTOUCHED_MS } from './tell-beats.ts';

// The page's side of a window, as much of it as is used.
let ears: Map<string, () => void>;
beforeEach(() => {
  vi.useFakeTimers();
  ears = new Map();
  vi.stubGlobal('addEventListener', (name: string, hear: () => void) => ears.set(name, hear));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function beating({ text = 'Lấy số', isOnline = true, isQuiet = false } = {}) {
  const told: object[] = [];
  const root = { textContent: text };
  tellBeats({
    root: root as unknown as Element, // only its text is looked at
    isOnline: () => isOnline,
    isQuiet: () => isQuiet,
    app: { beat: async (beat) => void told.push(beat) },
  });
  return { told, root };
}

it('tells at once and twice a second what is to be seen', () => {
  const { told, root } = beating();
  root.textContent = ' ';
  vi.advanceTimersByTime(BEAT_EVERY_MS);
  expect(told).toEqual([
    { isShowing: true, isOnline: true, isQuiet: false },
    { isShowing: false, isOnline: true, isQuiet: false },
  ]);
});

it('is not quiet for a minute after a touch or a key', () => {
  for (const touch of ['pointerdown', 'keydown']) {
    const { told } = beating({ isQuiet: true });
    ears.get(touch)?.();
    vi.advanceTimersByTime(UNTOUCHED_MS - BEAT_EVERY_MS);
    vi.advanceTimersByTime(BEAT_EVERY_MS);
    const quiet = told.map((beat) => (beat as { isQuiet: boolean }).isQuiet);
    expect([quiet[0], quiet.at(-2), quiet.at(-1)]).toEqual([true, false, true]);
    expect(new Set(quiet.slice(1, -1))).toEqual(new Set([false]));
  }
});

it('says that it does not hear the server', () => {
  const { told } = beating({ isOnline: false });
  expect(told).toEqual([{ isShowing: true, isOnline: false, isQuiet: false }]);
});

it.each([
  ['in a plain browser', undefined],
  ['in an app that hears none', {}],
])('does nothing %s', (_name, app) => {
  vi.stubGlobal('window', { luot: undefined });
  tellBeats({ root: {} as Element, isOnline: () => true, isQuiet: () => true, app });
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
});

it('goes on when the app does not answer', async () => {
  let asked = 0;
  const beat = () => {
    asked += 1;
    return Promise.reject(new Error('luot:beat: not for this page'));
  };
  tellBeats({ root: { textContent: 'x' } as Element, isOnline: () => true, isQuiet: () => true, app: { beat } });
  await vi.advanceTimersByTimeAsync(2 * BEAT_EVERY_MS);
  expect(asked).toBe(3);
});
