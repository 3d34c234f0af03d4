/** The part of a page that paints. */
export type Glass = {
  requestAnimationFrame(work: () => void): unknown;
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener'>;
};

export type PaintedCalls = {
  /** Whoever was told has gone: every row that stands is told again. */
  tellAgain(): void;
};

/**
 * Tells of each call once, by its number in the journal, when its row stands on the glass: after the frame in which it was painted, and
 * only while the page can be seen at all. It reads the rows themselves, so that nothing is told that is not there.
 */
export function watchPaintedCalls(root: Element, tell: (callSeq: number) => void, glass: Glass = window): PaintedCalls {
  let told = new Set<number>();
  let isLooking = false;

  function look(): void {
    if (isLooking) return;
    isLooking = true;
    // The first frame paints the row, the second comes when that one has been shown.
    glass.requestAnimationFrame(() => glass.requestAnimationFrame(read));
  }

  function read(): void {
    isLooking = false;
    if (glass.document.visibilityState !== 'visible') return;
    const before = told;
    // Only of rows that stand it is remembered that they were told: a display runs for weeks.
    told = new Set(callsOnGlass(root));
    for (const callSeq of told) if (!before.has(callSeq)) tell(callSeq);
  }

  new MutationObserver(look).observe(root, { childList: true, subtree: true, attributeFilter: ['data-call'] });
  glass.document.addEventListener('visibilitychange', look);
  look();
  return {
    tellAgain() {
      told = new Set();
      look();
    },
  };
}

function callsOnGlass(root: Element): number[] {
  const rows = [...root.querySelectorAll<HTMLElement>('.call-row[data-call]')];
  return rows.filter((row) => row.checkVisibility()).map((row) => Number(row.dataset.call));
}
