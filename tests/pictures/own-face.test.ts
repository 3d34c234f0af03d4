import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KIOSK_SCENES } from '#kiosk/scenes.ts';
import { launchBrowser } from '#tests/browser/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DIST = resolve(import.meta.dirname, '../../dist');
const PAGES = ['kiosk/page', 'counter', 'display', 'manager', 'phone', 'start'];

it('gives every page a title and a sign of its own, and a language', async () => {
  const faces = await Promise.all(
    PAGES.map(async (page) => {
      const html = await readFile(resolve(DIST, page, 'index.html'), 'utf8');
      const [, title = ''] = /<title>(.+)<\/title>/.exec(html) ?? [];
      const [, icon = ''] = /<link rel="icon"[^>]* href="([^"]+)"/.exec(html) ?? [];
      const [, lang] = /<html lang="(..)"/.exec(html) ?? [];
      return { title, sign: await readFile(resolve(DIST, `.${icon}`), 'utf8'), lang };
    }),
  );
  expect(faces.map(({ lang }) => lang)).toEqual(PAGES.map(() => 'vi'));
  expect(new Set(faces.map(({ title }) => title)).size).toBe(PAGES.length);
  expect(new Set(faces.map(({ sign }) => sign)).size).toBe(PAGES.length);
});

it.each([
  ['vi', 'Máy lấy số · Lượt'],
  ['en', 'Ticket machine · Lượt'],
] as const)('names the kiosk and its language as it speaks: %s', async (speech, title) => {
  const viewport = { width: 1366, height: 768 };
  const scene = await KIOSK_SCENES.scenes.home?.(browser, { viewport, colorScheme: 'light', speech });
  expect(await scene?.page.title()).toBe(title);
  expect(await scene?.page.locator('html').getAttribute('lang')).toBe(speech);
  await scene?.close();
});
