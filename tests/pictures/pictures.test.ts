import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#tests/browser/browser.ts';
import { complaintsAbout, complaintsOfSight } from './complaints.ts';
import { type Look, overSizes } from './over-sizes.ts';
import { ROOMS } from './rooms.ts';
import type { RoomScenes } from './scene.ts';
import { sideBySide } from './side-by-side.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/**
 * Two looks of every scene that have nothing in common: the first size, light and language of its room, and the last. `npm run pictures`
 * takes all; the sizes between are in the layout tests of each page.
 */
function isTelling({ sizes, schemes, speeches }: RoomScenes, { name, size, scheme, speech }: Look): boolean {
  if (STAFF_DOORS.test(name)) return false;
  const names = Object.keys(sizes);
  const isFirst = size === names[0] && scheme === schemes[0] && speech === speeches[0];
  const isLast = size === names.at(-1) && scheme === schemes.at(-1) && speech === speeches.at(-1);
  return isFirst || isLast;
}

/** Looked at in shared/page/door, each at every size. */
const STAFF_DOORS = /^(door-|sign-in|new-password)/;

const PATIENCE_MS = 240_000;

it.each(ROOMS.map((room) => [room.room, room] as const))(
  'nothing on any glass, in any light or language, is faulty, cut off, covered, faint or beyond a reader: %s',
  async (_, room) => {
    const found: Record<string, string[]> = {};
    await sideBySide(Object.keys(room.scenes), 4, (name) =>
      overSizes(
        browser,
        room,
        name,
        async (scene, { size, scheme, speech }, isFirst) => {
          const complaints = await (isFirst ? complaintsAbout(scene, room) : complaintsOfSight(scene.page, room));
          if (complaints.length > 0) found[`${name} ${size} ${scheme} ${speech}`] = complaints;
        },
        (look) => isTelling(room, look),
      ),
    );
    expect(found).toEqual({});
  },
  PATIENCE_MS,
);
