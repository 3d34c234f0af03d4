import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { launchBrowser } from '#tests/browser/browser.ts';
import { browserPath } from '#tests/browser/prepare.ts';
import { complaintsAbout, complaintsOfSight } from './complaints.ts';
import { type Look, overSizes } from './over-sizes.ts';
import { type Picture, writePage } from './picture-page.ts';
import { ROOMS } from './rooms.ts';
import type { OpenedScene, RoomScenes } from './scene.ts';
import { sideBySide } from './side-by-side.ts';

// `npm run pictures -- --only kiosk --scene home --out folder`: every scene of every room, on every glass, in every light and
// language, as a PNG, with everything that is wrong with it.

const { values: wanted } = parseArgs({
  options: { only: { type: 'string' }, scene: { type: 'string' }, out: { type: 'string', default: 'pictures' } },
});
const out = resolve(wanted.out);
const rooms = ROOMS.filter(({ room }) => !wanted.only || room === wanted.only);
const isChosen = (name: string) => !wanted.scene || name.includes(wanted.scene);
const pictures: Picture[] = [];

await build({ logLevel: 'error' });
const browser = await launchBrowser(await browserPath());
for (const { room } of rooms) {
  // Only a whole room is begun anew: one scene again must not throw the others away.
  if (!wanted.scene) await rm(join(out, room), { recursive: true, force: true });
  await mkdir(join(out, room), { recursive: true });
}
await sideBySide(
  rooms
    .flatMap((room) => Object.keys(room.scenes).map((name) => ({ room, name })))
    .filter(({ name }) => isChosen(name)),
  Math.max(2, availableParallelism()),
  photograph,
);
await browser.close();
await writePage(out, pictures);
tell();

async function photograph({ room, name }: { room: RoomScenes; name: string }): Promise<void> {
  try {
    await overSizes(browser, room, name, async (scene, look, isFirst) => {
      pictures.push(await take(room, scene, look, isFirst));
    });
  } catch (cause) {
    // One scene that does not come about must not cost the pictures of all others.
    const complaint = `does not open: ${cause instanceof Error ? cause.message.split('\n').slice(0, 3).join(' ') : cause}`;
    pictures.push({ room: room.room, file: null, name, complaints: [complaint] });
  }
}

async function take(room: RoomScenes, scene: OpenedScene, look: Look, isFirst: boolean): Promise<Picture> {
  const file = `${room.room}/${look.name}.${look.size}.${look.scheme}.${look.speech}.png`;
  await scene.page.screenshot({ path: join(out, file), animations: 'disabled', fullPage: room.mayScroll });
  const complaints = await (isFirst ? complaintsAbout(scene, room) : complaintsOfSight(scene.page, room));
  return { room: room.room, file, name: look.name, complaints };
}

function tell(): void {
  const bad = pictures.filter(({ complaints }) => complaints.length > 0);
  for (const { room, name, file, complaints } of bad) {
    process.stdout.write(`${file ?? `${room}/${name}`}\n${complaints.map((one) => `  ${one}\n`).join('')}`);
  }
  const taken = pictures.filter(({ file }) => file !== null).length;
  process.stdout.write(`${taken} pictures in ${out}, ${bad.length} with complaints\n`);
  // What a scene that did not come about has left open must not keep this from ending.
  process.exit(bad.length > 0 ? 1 : 0);
}
