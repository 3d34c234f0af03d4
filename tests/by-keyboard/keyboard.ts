import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CoreBeside, Row } from '#tests/honest-pages/core-beside.ts';

/** Far more than any page has controls. */
const TABS_AT_MOST = 80;
/** Longer than the page takes a second press of one key for the second half of a double one. */
const PACE_MS = 1_000;

/** What a press leaves behind in the journal: whose command, and what was said with it. */
export type Kept = readonly [command: string, input: object];

/** Hands on a keyboard before one page, eyes that read it, and the hall's journal beside. There is no mouse. */
export class Keyboard {
  readonly page: Page;
  private readonly core: CoreBeside;
  private seen = 0;

  constructor(page: Page, core: CoreBeside) {
    this.page = page;
    this.core = core;
  }

  /** Walks with Tab until the focus is on the control of this name. @throws when it never comes there */
  async tabTo(name: string | RegExp) {
    const wanted = this.page
      .getByRole('button', { name })
      .or(this.page.getByRole('link', { name }))
      .or(this.page.getByLabel(name));
    for (let tabs = 0; tabs < TABS_AT_MOST; tabs += 1) {
      if ((await wanted.and(this.page.locator(':focus')).count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}.`);
  }

  /** Keys, one after the other. */
  async press(...keys: readonly string[]) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The key that was pressed last once more, and meant. */
  async pressAgain(key: string) {
    await this.page.clock.runFor(PACE_MS);
    await this.page.keyboard.press(key);
  }

  /** Waits until this stands on the page. */
  async reads(selector: string, text: string | RegExp) {
    const pattern = typeof text === 'string' ? new RegExp(`^${text}$`) : text;
    // As it is read: a space that does not break is a space.
    const read = async () => (await this.page.locator(selector).first().textContent())?.replaceAll('\u00a0', ' ');
    await expect.poll(read, { message: selector }).toMatch(pattern);
  }

  /** Waits until this stands nowhere on the page. */
  async readsNo(selector: string) {
    await expect.poll(async () => await this.page.locator(selector).count(), { message: selector }).toBe(0);
  }

  /** Exactly this was kept since the last look: by this counter's page, and by the house in its stead. */
  async kept(...expected: readonly Kept[]): Promise<readonly Row[]> {
    const since = () => {
      this.core.read();
      return this.core.rows.slice(this.seen).filter(({ counter }) => counter !== null);
    };
    await expect.poll(() => since().map(({ command, input }) => [command, input])).toEqual(expected);
    const rows = since();
    this.seen = this.core.rows.length;
    return rows;
  }
}
