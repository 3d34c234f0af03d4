import type { Browser, Page } from 'playwright-core';
import type { OpenedScene, RoomScenes, SceneOptions } from './scene.ts';

/** One scene as it stands on one glass, in one light and language. */
export type Look = { name: string; size: string; scheme: SceneOptions['colorScheme']; speech: SceneOptions['speech'] };

/**
 * Opens a scene once, or once a language where its page cannot turn to another, and looks at it on every glass and in every light that
 * is wanted: a page follows both by itself.
 * @param see is told which look is the first one of all: what is dear is asked there only
 * @param isWanted leaves looks out; a scene none of whose looks is wanted is not opened
 */
export async function overSizes(
  browser: Browser,
  room: RoomScenes,
  name: string,
  see: (scene: OpenedScene, look: Look, isFirst: boolean) => Promise<void>,
  isWanted: (look: Look) => boolean = () => true,
): Promise<void> {
  const open = room.scenes[name];
  const [first, ...rest] = room.speeches.flatMap((speech) => looksOf(room, name, speech)).filter(isWanted);
  if (!first || !open) return;
  let scene: OpenedScene | null = null;
  let spoken = first.speech;
  for (const look of [first, ...rest]) {
    if (scene && look.speech !== spoken) {
      if (room.turnTo) await room.turnTo(scene.page, look.speech);
      else scene = await scene.close().then(() => null);
    }
    spoken = look.speech;
    scene ??= await open(browser, { viewport: sizeOf(room, look), colorScheme: look.scheme, speech: look.speech });
    await scene.page.setViewportSize(sizeOf(room, look));
    await scene.page.emulateMedia({ colorScheme: look.scheme });
    await settled(scene.page);
    await see(scene, look, look === first);
  }
  await scene?.close();
}

/** Every look of a scene. */
function looksOf({ sizes, schemes }: RoomScenes, name: string, speech: SceneOptions['speech']): Look[] {
  return schemes.flatMap((scheme) => Object.keys(sizes).map((size) => ({ name, size, scheme, speech })));
}

function sizeOf({ room, sizes }: RoomScenes, { size }: Look): SceneOptions['viewport'] {
  const viewport = sizes[size];
  if (!viewport) throw new Error(`The scenes of ${room} know no size ${size}.`);
  return viewport;
}

/** Fonts of a weight that the new size or state needs are there, and everything is laid out. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => document.body.getBoundingClientRect().height));
}
