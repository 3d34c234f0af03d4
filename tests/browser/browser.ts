import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/**
 * A real Chromium, headless. Close it in `afterAll`.
 * @param executablePath where it is; the tests are told by `prepare.ts`
 * @param more switches beside the usual
 */
export function launchBrowser(executablePath = inject('browserPath'), more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      ...more,
    ],
  });
}

/** The sizes that a page will meet. */
export const SCREENS = {
  kioskPortrait: { width: 1080, height: 1920 },
  kioskLandscape: { width: 1920, height: 1080 },
  tv: { width: 1920, height: 1080 },
  tv4k: { width: 3840, height: 2160 },
  clerkStrip: { width: 360, height: 720 },
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

/** Opens a page at a size; a fault in its script fails the test through `faults`. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // A refused connection is what some tests are about.
    const isRefusal = /ERR_CONNECTION_REFUSED|WebSocket handshake/.test(message.text());
    if (message.type() === 'error' && !isRefusal) faults.push(message.text());
  });
  await page.goto(url);
  return { page, context, faults };
}

export type Box = { name: string; left: number; top: number; right: number; bottom: number };

/** Pairs of visible elements that match the selector and cover one another by more than half a pixel (nested ones aside). */
export function intersecting(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const nodes = [...document.querySelectorAll<HTMLElement>(wanted)].filter((node) => node.checkVisibility());
    const found: string[] = [];
    nodes.forEach((a, i) => {
      for (const b of nodes.slice(i + 1)) {
        if (a.contains(b) || b.contains(a)) continue;
        const p = a.getBoundingClientRect();
        const q = b.getBoundingClientRect();
        const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
        const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
        if (across > 0.5 && down > 0.5) found.push(`${a.className || a.tagName} × ${b.className || b.tagName}`);
      }
    });
    return found;
  }, selector);
}

/** Visible elements whose text does not fit into them, or that stick out of the window. */
export function cutOff(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    return [...document.querySelectorAll<HTMLElement>(wanted)]
      .filter((node) => node.checkVisibility())
      .filter((node) => {
        const box = node.getBoundingClientRect();
        const sticksOut =
          box.left < -0.5 || box.top < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5;
        return sticksOut || node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1;
      })
      .map((node) => `${node.className || node.tagName}: ${node.textContent?.slice(0, 40)}`);
  }, selector);
}

/**
 * Text on the page whose contrast against its ground is below the wanted ratio (WCAG 2.2, relative luminance). Grounds are
 * solid colours in this house; a picture or gradient behind text would not be seen by this.
 */
export function tooFaint(page: Page, ratio: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const parse = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (rgb: number[]) => {
      const [r = 0, g = 0, b = 0] = rgb.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (node: Element | null): number[] => {
      for (let at = node; at; at = at.parentElement) {
        const color = parse(getComputedStyle(at).backgroundColor);
        if (color.length >= 3 && (color[3] ?? 1) > 0.99) return color;
      }
      return [255, 255, 255];
    };
    const found: string[] = [];
    for (const node of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim());
      if (!own || !node.checkVisibility({ opacityProperty: true }) || node.closest('[disabled], .sr-only, svg'))
        continue;
      const [a, b] = [luminance(parse(getComputedStyle(node).color)), luminance(ground(node))];
      const seen = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (seen < wanted) found.push(`${seen.toFixed(2)} ${node.className}: ${node.textContent?.slice(0, 30)}`);
    }
    return found;
  }, ratio);
}
