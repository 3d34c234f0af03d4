import type { Page } from 'playwright-core';
import * as pieces from './pieces.ts';

const { piecesOf, misfits, collisions } = pieces;

/**
 * What is wrong with where things stand: pieces that cover one another, text that is cut off or leaves its box or the window, a page
 * that sticks out sideways or, where it may not, downwards. Behind an open question (a modal dialog) nothing is looked at.
 */
export async function misplaced(page: Page, { mayScroll }: { mayScroll: boolean }): Promise<string[]> {
  // The page knows none of this file; what the look needs goes along.
  const needed = Object.values(pieces).map(String).join('\n');
  const found: string[] = await page.evaluate(`(() => { ${needed}\n return (${look})(${mayScroll}); })()`);
  return [...new Set(found)];
}

function look(mayScroll: boolean): string[] {
  const seen = piecesOf(document.querySelector('dialog:modal') ?? document.body);
  const { scrollWidth, scrollHeight } = document.documentElement;
  return [
    ...(scrollWidth > innerWidth ? [`sideways: ${scrollWidth} px wide on ${innerWidth}`] : []),
    ...(!mayScroll && scrollHeight > innerHeight ? [`scrolls: ${scrollHeight} px high on ${innerHeight}`] : []),
    ...misfits(seen, mayScroll),
    ...collisions(seen, mayScroll),
  ];
}
