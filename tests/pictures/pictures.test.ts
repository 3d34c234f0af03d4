import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#tests/browser/browser.ts';
import { complaintsAbout, complaintsOfSight } from './complaints.ts';
import { overSizes } from './over-sizes.ts';
import { ROOMS } from './rooms.ts';
import { sideBySide } from './side-by-side.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PATIENCE_MS = 240_000;

it.each(ROOMS.map((room) => [room.room, room] as const))(
  'nothing on any glass, in any light or language, is faulty, cut off, covered, faint or beyond a reader: %s',
  async (_, room) => {
    const found: Record<string, string[]> = {};
    await sideBySide(Object.keys(room.scenes), 4, (name) =>
      overSizes(browser, room, name, async (scene, { size, scheme, speech }, isFirst) => {
        const complaints = await (isFirst ? complaintsAbout(scene, room) : complaintsOfSight(scene.page, room));
        if (complaints.length > 0) found[`${name} ${size} ${scheme} ${speech}`] = complaints;
      }),
    );
    expect(found).toEqual({});
  },
  PATIENCE_MS,
);
