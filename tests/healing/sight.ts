import type { Page } from 'playwright-core';

/** What somebody before the glass sees. `dark`: nothing but the window's ground, while a page comes or has just gone. */
export type Sight =
  | { sees: 'kiosk' | 'calm' | 'dark'; number?: string | null; isMarked?: boolean }
  | { sees: 'wrong'; what: string };

const DARK: Sight = { sees: 'dark' };
/** A page that does not tell by then has stopped. */
const PATIENCE_MS = 2_000;

/** Looks at the glass once. Whatever is neither the kiosk nor the calm page is wrong. */
export async function lookAt(page: Page | null, server: string): Promise<Sight> {
  if (!page) return DARK;
  const told = await inTime(page.evaluate(describe).catch(() => null));
  if (!told) return DARK;
  const { address, title, text, isKiosk, number, isMarked } = told;
  if (address === `${server}kiosk/` && /Lượt/.test(title))
    return text === '' ? DARK : isKiosk ? { sees: 'kiosk', number, isMarked } : wrong(told);
  if (address.startsWith('data:text/html')) return /Xin chờ một chút…/.test(text) ? { sees: 'calm' } : wrong(told);
  // What Chromium begins with, before anything was loaded.
  return address === 'about:blank' && text === '' ? DARK : wrong(told);
}

const wrong = (told: object): Sight => ({ sees: 'wrong', what: JSON.stringify(told).slice(0, 500) });

function describe() {
  return {
    address: location.href,
    title: document.title,
    text: document.body?.innerText.trim() ?? '',
    isKiosk: document.querySelector('#kiosk > *') !== null,
    number: document.querySelector('.the-number')?.textContent ?? null,
    isMarked: 'marked' in document.documentElement.dataset,
  };
}

/** What it comes to, or null when that takes too long. */
export function inTime<T>(told: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  return Promise.race([told, late]).finally(() => clearTimeout(timer));
}
