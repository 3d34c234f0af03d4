import type { IpcMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { HALL_CALLS } from '#kiosk/bridge.ts';
import { type Machine, readMachine, usualMachine } from '#kiosk/main/setup/machine.ts';
import { fakeMachineFile } from '#kiosk/main/testing/fake-parts.ts';
import { answerToken } from './answer-token.ts';

const SERVER = 'https://192.168.1.10:8443';
const TOKEN = 'kJ3xW0q_Zt5Yb7-NfRu2Lw';
const OURS: Machine = { ...usualMachine('tv'), server: SERVER, pin: { fingerprint: 'AA:BB' } };

/** A page of the hall on this machine, and what it may ask. */
function aPage(machine: Machine | null) {
  const file = fakeMachineFile(machine);
  const handlers = new Map<string, (event: unknown, said?: unknown) => unknown>();
  const ipcMain = { handle: (name: string, hear: never) => void handlers.set(name, hear) };
  // As much of Electron as is used.
  answerToken({
    ipcMain: ipcMain as Pick<IpcMain, 'handle'>,
    machineFile: file,
    mayAsk: (address) => address.startsWith(SERVER),
  });
  const ask = (name: string, said?: unknown, url = `${SERVER}/display/`) => {
    const frame = { url, parent: null };
    return handlers.get(name)?.({ senderFrame: frame, sender: { mainFrame: frame } }, said);
  };
  return {
    file,
    token: (url?: string) => ask(HALL_CALLS.deviceToken, undefined, url),
    keep: (said: unknown, url?: string) => ask(HALL_CALLS.keepDeviceToken, said, url),
  };
}

describe('[A14] the token by which the hall knows this machine', () => {
  it('is kept for that hall, at whatever address it is', () => {
    const page = aPage(OURS);
    expect(page.token()).toBe(null);
    page.keep(TOKEN);
    expect(page.token()).toBe(TOKEN);
    page.file.change({ server: 'https://192.168.1.77:8443' });
    expect(page.token()).toBe(TOKEN);
    expect(readMachine(JSON.parse(JSON.stringify(page.file.kept)))).toEqual(page.file.kept);
  });

  it('is another hall’s business no more than another page’s', () => {
    const page = aPage({ ...OURS, paired: { fingerprint: 'CC:DD', token: TOKEN } });
    expect(page.token()).toBe(null);
    const here = aPage({ ...OURS, paired: { fingerprint: 'AA:BB', token: TOKEN } });
    expect(here.token()).toBe(TOKEN);
    expect(() => here.token('https://192.168.1.66:8443/display/')).toThrow('not for this page');
    expect(() => here.keep('other', 'https://192.168.1.66:8443/display/')).toThrow('not for this page');
    expect(here.token()).toBe(TOKEN);
  });

  it('is not kept where this PC belongs to no hall that has to prove itself', () => {
    const page = aPage({ ...OURS, pin: null });
    page.keep(TOKEN);
    expect(page.file.kept?.paired).toBe(null);
  });

  it.each([undefined, null, 7, '', 'a b', '\n', 'x'.repeat(201), { token: TOKEN }])('is not %j', (said) => {
    expect(() => aPage(OURS).keep(said)).toThrow('not understood');
  });
});
