/** Whether a press that began at this moment was meant for the screen it landed on. */
export function isMeantFor(pressedAt: number, shownAt: number, settleMs: number): boolean {
  return pressedAt - shownAt >= settleMs;
}

type Needs = {
  /** When the present screen appeared, by the clock of `moment`. */
  shownAt: () => number;
  moment: () => number;
  settleMs: number;
};

/**
 * Keeps the second half of a double tap, and a held key, from undoing what the first half did or pressing a button of a
 * screen that was not there yet. Clicks by key or assistive technology carry no count of taps and pass.
 */
export function guardTouches(target: Document, { shownAt, moment, settleMs }: Needs) {
  let pressedAt = moment();
  target.addEventListener(
    'pointerdown',
    () => {
      pressedAt = moment();
    },
    true,
  );
  target.addEventListener(
    'click',
    (event) => {
      const taps = event.detail;
      const isSecondHalf = taps > 1;
      if (taps === 0 || (!isSecondHalf && isMeantFor(pressedAt, shownAt(), settleMs))) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
    },
    true,
  );
}

let settling: ReturnType<typeof setTimeout> | undefined;

/** A screen that has just appeared lets touches fall past its buttons; `kiosk.css` looks for the mark. */
export function letSettle(root: HTMLElement, settleMs: number) {
  clearTimeout(settling);
  root.dataset.settling = '';
  settling = setTimeout(() => {
    delete root.dataset.settling;
  }, settleMs);
}

/** A public touchscreen: no menus, no dragging, no marking of text by a long touch. */
export function holdStill(target: Document) {
  for (const name of ['contextmenu', 'dragstart', 'selectstart'] as const) {
    target.addEventListener(name, (event) => event.preventDefault());
  }
}
