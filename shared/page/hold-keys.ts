/** The keys of a public screen besides those that write: a person who cannot touch moves and chooses with these. */
const PLAIN = new Set([
  ...['Enter', 'Tab', 'Escape', 'Backspace', 'Delete', 'Shift', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** Is this key for the page, and not for the browser around it? Listed is what is: of the others nobody knows all. */
export function isPlainKey({ key, ctrlKey, altKey, metaKey, shiftKey }: Pressed): boolean {
  // Shift and Escape: Chromium's own task manager.
  if (ctrlKey || altKey || metaKey || (shiftKey && key === 'Escape')) return false;
  return [...key].length === 1 || PLAIN.has(key) || key === 'Process' || key === 'Dead';
}

/**
 * Keeps the browser's own keys, buttons and dialogs from a page that fills a screen by itself. In Electron the shell has swallowed them
 * already; an installed browser that shows the page as an app asks the page first. In a browser with tabs nothing is held: there sits
 * somebody who may leave.
 */
export function holdKeys(target: Window): void {
  if (target.matchMedia('(display-mode: browser)').matches) return;
  const stop = (event: Event) => event.preventDefault();
  for (const name of ['keydown', 'keyup'] as const) {
    target.addEventListener(name, (event) => isPlainKey(event) || stop(event), true);
  }
  target.addEventListener('wheel', (event) => event.ctrlKey && stop(event), { passive: false, capture: true });
  // The middle button, and those that a mouse has for back and forward.
  for (const name of ['mousedown', 'mouseup', 'auxclick'] as const) {
    target.addEventListener(name, (event) => event.button !== 0 && stop(event), true);
  }
  target.print = () => {};
}
