/**
 * Whoever works by keys and by ear must never find himself nowhere. When the control that has the focus is taken away or switched off,
 * the browser leaves the focus at the page itself; here it goes on to a place that is always there.
 * @param root all that may come and go
 * @param haven finds that place; it must be able to take the focus (`tabindex="-1"` is enough)
 */
export function keepFocus(root: HTMLElement, haven: () => HTMLElement | null) {
  let last: Element | null = null;
  root.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
  });
  new MutationObserver(() => {
    if (last === null || (last.isConnected && !last.matches(':disabled'))) return;
    const { activeElement } = document;
    // A control that was just switched off may still be called the active one.
    if (activeElement !== document.body && activeElement !== last) return;
    last = null;
    haven()?.focus({ preventScroll: true });
  }).observe(root, { subtree: true, childList: true, attributeFilter: ['disabled'] });
}
