import type { IpcMain, WebContents } from 'electron';
import { HALL_CALLS } from '#kiosk/bridge.ts';
import { answerPage } from '#kiosk/main/guard/answer-page.ts';
import type { MachineFile } from '#kiosk/main/setup/machine-file.ts';

export type TokenNeeds = {
  ipcMain: Pick<IpcMain, 'handle'>;
  machineFile: Pick<MachineFile, 'read' | 'change'>;
  mayAsk(address: string, window: WebContents): boolean;
};

/**
 * Keeps the token by which the hall knows this machine, beside the hall's pin. A browser keeps it per address: without this, a machine
 * that follows its hall to another address would have to be paired anew. It is given to pages of that very hall alone.
 */
export function answerToken({ ipcMain, machineFile, mayAsk }: TokenNeeds): void {
  answerPage(ipcMain, {
    channel: HALL_CALLS.deviceToken,
    mayAsk,
    read: (said) => (said === undefined ? true : null),
    answer: () => {
      const { pin, paired } = machineFile.read() ?? {};
      return pin && paired?.fingerprint === pin.fingerprint ? paired.token : null;
    },
  });
  answerPage(ipcMain, {
    channel: HALL_CALLS.keepDeviceToken,
    mayAsk,
    read: (said) => (typeof said === 'string' && /^[\w-]{1,200}$/.test(said) ? said : null),
    answer: (token) => {
      const { fingerprint } = machineFile.read()?.pin ?? {};
      if (fingerprint) machineFile.change({ paired: { fingerprint, token } });
    },
  });
}
