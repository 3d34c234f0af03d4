/** How often; the app around the page opens it anew after six that did not come. */
export const BEAT_EVERY_MS = 500;
/** Whoever touched the page just now may still stand before it. */
export const UNTOUCHED_MS = 60_000;

type Beat = { isShowing: boolean; isOnline: boolean; isQuiet: boolean };

type Needs = {
  /** Where the page is drawn. */
  root: Element;
  /** Does the page hear the server? */
  isOnline(): boolean;
  /** Would nobody mind if the page were loaded anew? Touches are seen to here. */
  isQuiet(): boolean;
  /** The app; undefined in a plain browser. */
  app?: { beat?(beat: Beat): Promise<void> } | undefined;
};

/** Lets the app around this page know that it is alive. In a plain browser there is nobody to tell. */
export function tellBeats({ root, isOnline, isQuiet, app = window.luot }: Needs): void {
  // An app of an older version hears none.
  if (!app?.beat) return;
  const tell = app.beat;
  let touchedAt = Number.NEGATIVE_INFINITY;
  const touched = () => {
    touchedAt = performance.now();
  };
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, touched, { capture: true, passive: true });
  const beat = () => {
    const isUntouched = performance.now() - touchedAt >= UNTOUCHED_MS;
    const isShowing = root.textContent?.trim() !== '';
    // An app that does not answer, or no longer lets this page speak, is no matter of the page's.
    tell({ isShowing, isOnline: isOnline(), isQuiet: isUntouched && isQuiet() }).catch(() => {});
  };
  // The first at once: from then on the app expects them.
  beat();
  setInterval(beat, BEAT_EVERY_MS);
}
