import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { tooFaint } from '#tests/browser/browser.ts';
import { misplaced } from './geometry.ts';
import type { OpenedScene, RoomScenes } from './scene.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What is wrong with what stands on the glass now: places and contrast. Quick: ask at every size. */
export async function complaintsOfSight(page: Page, room: RoomScenes): Promise<string[]> {
  const faint = await tooFaint(page, room.contrast);
  const small = await tooSmall(page, room);
  return [...(await misplaced(page, room)), ...small, ...faint.map((one) => `faint: ${one}`)];
}

/** Buttons that a finger would miss. */
function tooSmall(page: Page, { touchPx }: RoomScenes): Promise<string[]> {
  const viewport = page.viewportSize();
  if (!touchPx || !viewport) return Promise.resolve([]);
  return page.locator('button:visible').evaluateAll(
    (buttons, least) =>
      buttons.flatMap((button) => {
        const { width, height } = button.getBoundingClientRect();
        const isSmall = Math.min(width, height) + 0.5 < least;
        return isSmall ? [`small: ${Math.round(width)} × ${Math.round(height)} ${button.textContent}`] : [];
      }),
    touchPx(viewport),
  );
}

/** What axe-core has to say by the rules of WCAG 2.0, 2.1 and 2.2, A and AA. Takes longest, and hardly depends on the size. */
export async function complaintsOfAxe(page: Page): Promise<string[]> {
  const line = await page.context().newCDPSession(page);
  const { frameTree } = await line.send('Page.getFrameTree');
  // A world of its own over the same document: there the time runs, even where the page's clock stands still.
  const world = { frameId: frameTree.frame.id, worldName: 'axe' };
  const { executionContextId: contextId } = await line.send('Page.createIsolatedWorld', world);
  await line.send('Runtime.evaluate', { contextId, expression: axe.source });
  // What is well is not told in full: that takes as long as the looking.
  const ask = `axe.run({ runOnly: ${JSON.stringify(WCAG)}, resultTypes: ['violations'] })`;
  const { result, exceptionDetails } = await line.send('Runtime.evaluate', {
    contextId,
    expression: `${ask}.then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await line.detach();
  if (exceptionDetails) throw new Error(`axe could not look: ${exceptionDetails.text}`);
  // returnByValue gives what the expression above builds
  const violations = result.value as { id: string; nodes: string[] }[];
  return violations.flatMap(({ id, nodes }) => nodes.map((html) => `axe ${id}: ${html.slice(0, 120)}`));
}

/** Everything that must hold for whatever page a person can meet. */
export async function complaintsAbout({ page, faults }: OpenedScene, room: RoomScenes): Promise<string[]> {
  return [
    ...faults.map((one) => `fault: ${one}`),
    ...(await complaintsOfSight(page, room)),
    ...(await complaintsOfAxe(page)),
  ];
}
