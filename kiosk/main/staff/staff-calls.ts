import type { IpcMain, WebContents } from 'electron';
import { STAFF_CALLS, STAFF_WAYS, type StaffWay } from '#kiosk/bridge.ts';
import { answerPage } from '#kiosk/main/guard/answer-page.ts';
import type { Machine } from '#kiosk/main/setup/machine.ts';
import { isExitPin, isPin } from './exit-pin.ts';
import type { StaffTries } from './staff-tries.ts';

/** What is written down of the way out. Never a PIN. */
export type StaffNote = 'asked' | 'wrong' | 'waits' | 'right' | `goes: ${StaffWay}`;

export type StaffNeeds = {
  ipcMain: Pick<IpcMain, 'handle'>;
  /** Is this window the pad, and at home? */
  mayAsk(address: string, window: WebContents): boolean;
  /** What was kept of the PIN; null: none was set. */
  kept(): Machine['exit'];
  tries: StaffTries;
  note(what: StaffNote): void;
  go(way: StaffWay): void;
};

/** What the pad may ask. Only the window in which the right PIN was typed goes any way but back. */
export function answerStaff({ ipcMain, mayAsk, kept, tries, note, go }: StaffNeeds): void {
  const open = new WeakSet<WebContents>();
  answerPage(ipcMain, {
    channel: STAFF_CALLS.picture,
    mayAsk,
    read: (said) => (said === undefined ? true : null),
    answer: () => ({ hasPin: kept() !== null, waitMs: tries.waitMs() }),
  });
  answerPage(ipcMain, {
    channel: STAFF_CALLS.tryPin,
    mayAsk,
    read: (said) => (typeof said === 'string' && isPin(said) ? said : null),
    answer: (pin, window) => {
      const secret = kept();
      const isRight = tryPin(pin, secret);
      if (isRight) open.add(window);
      return { isOpen: isRight, waitMs: tries.waitMs() };
    },
  });
  answerPage(ipcMain, {
    channel: STAFF_CALLS.go,
    mayAsk,
    read: (said) => STAFF_WAYS.find((way) => way === said) ?? null,
    answer: (way, window) => {
      if (way !== 'back' && !open.has(window)) return false;
      note(`goes: ${way}`);
      go(way);
      return true;
    },
  });

  function tryPin(pin: string, secret: Machine['exit']): boolean {
    if (!tries.begin()) {
      note('waits');
      return false;
    }
    const isRight = secret !== null && isExitPin(pin, secret);
    if (isRight) tries.succeed();
    note(isRight ? 'right' : 'wrong');
    return isRight;
  }
}
