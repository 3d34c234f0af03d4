import { type ReadonlySignal, signal } from '@preact/signals';

/** Long enough not to happen by itself, short enough for somebody in danger. The ring of the button fills in this time. */
export const HOLD_MS = 1_000;

/** Something that is done only when it is held for a second; letting go before does nothing. */
export type Hold = { isHeld: ReadonlySignal<boolean>; begin(): void; end(): void };

export function createHold(done: () => void): Hold {
  const isHeld = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    isHeld.value = false;
  };
  return {
    isHeld,
    end,
    begin() {
      // A key that is held says so again and again.
      if (isHeld.value) return;
      isHeld.value = true;
      timer = setTimeout(() => {
        end();
        done();
      }, HOLD_MS);
    },
  };
}
