import type { App } from 'electron';

/** A moment, so that windows that cannot stay do not spin. */
export const BARE_MS = 500;

export type WhenBareNeeds = {
  app: Pick<App, 'on' | 'quit'>;
  /** May this PC be without a window of ours? Then the app ends with its last one. */
  mayEnd(): boolean;
  open(): void;
  later(ms: number, run: () => void): void;
};

/** The last window went though nobody ended the app: a page closed it, or Chromium did. What the PC is for opens again. */
export function neverBare({ app, mayEnd, open, later }: WhenBareNeeds): void {
  let isLeaving = false;
  app.on('before-quit', () => {
    isLeaving = true;
  });
  app.on('window-all-closed', () => {
    if (mayEnd()) app.quit();
    else if (!isLeaving) later(BARE_MS, open);
  });
}
