import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'vite';
import { launchBrowser } from '#tests/browser/browser.ts';
import { browserPath } from '#tests/browser/prepare.ts';
import { GUIDE_PICTURES } from './guide-scenes.ts';

// `npm run guide-pictures`: takes the pictures of docs/guides from the pages as they are now.

const folder = resolve(import.meta.dirname, '../../docs/guides/pictures');
await build({ logLevel: 'error' });
await mkdir(folder, { recursive: true });
const browser = await launchBrowser(await browserPath());
for (const [file, { room, scene, size }] of Object.entries(GUIDE_PICTURES)) {
  const open = room.scenes[scene];
  const viewport = room.sizes[size];
  if (!open || !viewport) throw new Error(`${file}: ${room.room} has no scene ${scene} at ${size}`);
  const opened = await open(browser, { viewport, colorScheme: 'light', speech: 'vi' });
  await opened.page.screenshot({ path: resolve(folder, file), animations: 'disabled' });
  await opened.close();
}
await browser.close();
