import { expect, it } from 'vitest';
import { createUpdateWatch, QUIET_FOR_MS, WELL_FOR_MS } from './update-watch.ts';

const WELL = { isShowing: true, isOnline: true, isQuiet: true };

/** Two windows that give a sign every second, each as told. */
function twoWindows() {
  let now = 0;
  const [kiosk, tv] = [{ name: 'kiosk' }, { name: 'tv' }];
  let open: object[] = [kiosk, tv];
  const watch = createUpdateWatch(
    () => now,
    () => open,
  );
  const signs = { kiosk: WELL, tv: WELL };
  return {
    watch,
    signs,
    pass(ms: number, silent = false) {
      for (const end = now + ms; now < end; ) {
        now += 1_000;
        if (silent) continue;
        watch.heard(kiosk, signs.kiosk);
        watch.heard(tv, signs.tv);
      }
    },
    show: (next: object[]) => {
      open = next;
    },
  };
}

it('is quiet when every page has been for three quarters of an hour, and not again at once after somebody came', () => {
  const { watch, signs, pass } = twoWindows();
  pass(QUIET_FOR_MS);
  expect(watch.isQuiet()).toBe(false);
  pass(1_000);
  expect(watch.isQuiet()).toBe(true);
  signs.kiosk = { ...WELL, isQuiet: false };
  pass(1_000);
  expect(watch.isQuiet()).toBe(false);
  signs.kiosk = WELL;
  pass(QUIET_FOR_MS - 1_000);
  expect(watch.isQuiet()).toBe(false);
  pass(2_000);
  expect(watch.isQuiet()).toBe(true);
});

it('is well when every page shows something and hears the server for half a minute', () => {
  const { watch, signs, pass } = twoWindows();
  signs.tv = { ...WELL, isOnline: false };
  pass(10 * WELL_FOR_MS);
  expect(watch.isWell()).toBe(false);
  signs.tv = { ...WELL, isShowing: false };
  pass(10 * WELL_FOR_MS);
  expect(watch.isWell()).toBe(false);
  signs.tv = WELL;
  pass(WELL_FOR_MS);
  expect(watch.isWell()).toBe(false);
  pass(1_000);
  expect(watch.isWell()).toBe(true);
});

it('is neither when a page has fallen silent, another stands there, or none', () => {
  const { watch, pass, show } = twoWindows();
  const both = () => [watch.isQuiet(), watch.isWell()];
  pass(2 * QUIET_FOR_MS);
  expect(both()).toEqual([true, true]);
  show([{ name: 'setup' }]);
  expect(both()).toEqual([false, false]);
  show([]);
  expect(both()).toEqual([false, false]);
  const silent = twoWindows();
  silent.pass(2 * QUIET_FOR_MS);
  silent.pass(15_000, true);
  expect([silent.watch.isQuiet(), silent.watch.isWell()]).toEqual([false, false]);
  // What was before the silence does not count.
  silent.pass(5_000);
  expect([silent.watch.isQuiet(), silent.watch.isWell()]).toEqual([false, false]);
});
