import type { CDPSession, Page } from 'playwright-core';

/** What a visitor touches, whichever of them he finds: the number’s button first, for it stands above a choice that has been made. */
const BUTTONS = ['.screen.number .control', '.take', '.service'];

/**
 * Touches what a visitor would touch now, once, if there is anything.
 * @param touching told what it is, before the touch: who crashes under the finger may have counted it
 */
export async function touchNext(page: Page, touching: (name: string) => void): Promise<void> {
  const found = await page.evaluate((buttons) => {
    // A screen that has just appeared takes no touches.
    if ('settling' in document.documentElement.dataset) return null;
    for (const name of buttons) {
      const box = document.querySelector(name)?.getBoundingClientRect();
      if (box && box.width > 0) return { name, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return null;
  }, BUTTONS);
  if (!found) return;
  const { x, y } = found;
  const glass = await glassOf(page);
  touching(found.name);
  await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

const glasses = new WeakMap<Page, Promise<CDPSession>>();

function glassOf(page: Page): Promise<CDPSession> {
  const glass = glasses.get(page) ?? page.context().newCDPSession(page);
  glasses.set(page, glass);
  return glass;
}
