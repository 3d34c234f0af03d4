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
 * The looks of a scene that can each go wrong by themselves; `npm run pictures` takes all. Colours are the same at every size, so one
 * is enough for the other light; English stands on the least glass, which is the last of a room.
 */
function isTelling({ sizes, schemes, speeches }: RoomScenes, { size, scheme, speech }: Look): boolean {
  const names = Object.keys(sizes);
  if (speech !== speeches[0]) return scheme === schemes[0] && size === names.at(-1);
  return scheme === schemes[0] || size === names[0];
}

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
