import { describe, expect, it } from 'vitest';
import { SETUP_CALLS, type SetupAnswers } from '#kiosk/bridge.ts';
import { openShell } from '#kiosk/main/open-shell.ts';
import { type Machine, type Role, usualMachine } from '#kiosk/main/setup/machine.ts';
import { createShell } from '#kiosk/main/shell.ts';
import { createFakeElectron, MAIN_SCREEN, TV_SCREEN } from '#kiosk/main/testing/fake-electron.ts';
import { fakeMachineFile, fakeParts } from '#kiosk/main/testing/fake-parts.ts';
import { openRole } from './open-role.ts';

const SERVER = 'https://may-chu:8443';
const SETUP = 'luot-setup://app/index.html';
const set = (role: Role): Machine => ({ ...usualMachine(role), server: SERVER, pin: { fingerprint: 'AB' } });

describe('the app on a PC that', () => {
  it('was never set up asks what it is, in a page of its own', async () => {
    const pc = await started(null);
    expect(pc.shown()).toEqual([SETUP]);
    expect(pc.electron.app.paths.userData).toMatch(/Luot.?$/);
    expect(pc.electron.seen.privileged).toEqual(['luot-setup']);
    expect(pc.electron.seen.windows[0]?.options).toMatchObject({
      ...MAIN_SCREEN.bounds,
      fullscreen: true,
      webPreferences: { preload: expect.stringContaining('setup-preload.cjs'), sandbox: true, nodeIntegration: false },
    });
  });

  it.each([
    ['kiosk', [`${SERVER}/kiosk/`]],
    ['tv', [`${SERVER}/display/`]],
    ['counter', [`${SERVER}/counter/`]],
    // The kiosk in front; the server is its own.
    ['all-in-one', ['http://localhost:8080/display/', 'http://localhost:8080/kiosk/']],
  ] as const)('is set up as %s opens %j', async (role, pages) => {
    const pc = await started(set(role));
    expect(pc.shown()).toEqual(pages);
  });

  it('is all in one has the kiosk on its main monitor and the TV on the other', async () => {
    const pc = await started(set('all-in-one'), { screens: [MAIN_SCREEN, TV_SCREEN] });
    expect(pc.electron.seen.windows.map(({ bounds }) => bounds)).toMatchObject([TV_SCREEN.bounds, MAIN_SCREEN.bounds]);
  });

  it('was set up asks again when it is told to, and opens as before when nothing is changed', async () => {
    const pc = await started(set('kiosk'), { setup: true });
    expect(pc.shown()).toEqual([SETUP]);
    await pc.ask(SETUP_CALLS.cancel);
    expect(pc.shown()).toEqual([`${SERVER}/kiosk/`]);
  });

  it.each([
    ['counter', SETUP],
    ['kiosk', `${SERVER}/kiosk/`],
    ['all-in-one', 'http://localhost:8080/kiosk/'],
  ] as const)('runs as %s and is started again with --setup shows %s', async (role, page) => {
    const pc = await started(set(role));
    pc.electron.app.emit('second-instance', {}, ['luot', '--setup']);
    expect(pc.shown().at(-1)).toBe(page);
  });

  it('is set up becomes what was answered at once, and stays it', async () => {
    const pc = await started(null);
    const answers: SetupAnswers = { role: 'tv', server: SERVER, fingerprint: 'AB', autostart: true, exitPin: '280419' };
    expect(await pc.ask(SETUP_CALLS.finish, answers)).toBe(true);
    expect(pc.shown()).toEqual([`${SERVER}/display/`]);
    expect(pc.file.kept).toMatchObject({ role: 'tv', server: SERVER, pin: { fingerprint: 'AB' } });
    // Never as it was typed.
    expect(JSON.stringify(pc.file.kept)).not.toContain('280419');
  });

  it('[A14] is set up for another hall begins anew: Chromium remembers whom it was told to refuse', async () => {
    const pc = await started(set('tv'), { setup: true });
    const answers = { role: 'tv', server: SERVER, autostart: true, exitPin: '280419' } as const;
    expect(await pc.ask(SETUP_CALLS.finish, { ...answers, fingerprint: 'CD' })).toBe(true);
    expect([pc.restarts(), pc.shown(), pc.file.kept?.pin]).toEqual([1, [SETUP], { fingerprint: 'CD' }]);
    const same = await started(set('tv'), { setup: true });
    await same.ask(SETUP_CALLS.finish, { ...answers, fingerprint: 'AB' });
    expect([same.restarts(), same.shown()]).toEqual([0, [`${SERVER}/display/`]]);
  });

  it('is set up has itself opened when it is switched on, as it was answered', async () => {
    const pc = await started(null);
    expect(pc.autostart).toEqual([]);
    const answers = { role: 'counter', server: SERVER, fingerprint: 'AB', exitPin: null } as const;
    await pc.ask(SETUP_CALLS.finish, { ...answers, autostart: false });
    expect(pc.autostart).toEqual([false]);
    expect((await started(set('kiosk'))).autostart).toEqual([true]);
  });

  it('is not set up stays on the question when answers are missing', async () => {
    const pc = await started(null);
    const answers: SetupAnswers = { role: 'tv', server: SERVER, fingerprint: 'AB', autostart: true, exitPin: null };
    expect(await pc.ask(SETUP_CALLS.finish, answers)).toBe(false);
    expect([pc.shown(), pc.file.kept]).toEqual([[SETUP], null]);
  });

  it('shows a page of a server answers nothing that only its own page may ask', async () => {
    const pc = await started(set('kiosk'));
    for (const call of Object.values(SETUP_CALLS)) {
      expect(() => pc.ask(call, `${SERVER}/kiosk/`)).toThrow('not for this page');
    }
  });
});

describe('the server of an all-in-one PC', () => {
  it('runs beside the app, on a folder in the app’s own, and no other role has one', async () => {
    const pc = await started(set('all-in-one'));
    expect(pc.electron.seen.children).toHaveLength(1);
    expect(pc.server().program).toMatch(/dist-server.main\.js$/);
    expect(pc.server().env.DATA_DIR).toMatch(/Luot.hall$/);
    expect((await started(set('kiosk'))).electron.seen.children).toEqual([]);
  });

  it('closes its books before the app ends', async () => {
    const pc = await started(set('all-in-one'));
    const event = { wasStopped: false, preventDefault: () => Object.assign(event, { wasStopped: true }) };
    pc.electron.app.emit('before-quit', event);
    expect([event.wasStopped, pc.server().words, pc.electron.app.hasQuit]).toEqual([true, ['end'], false]);
    pc.server().emit('exit', 0);
    await pc.settle();
    expect(pc.electron.app.hasQuit).toBe(true);
    const again = { wasStopped: false, preventDefault: () => Object.assign(again, { wasStopped: true }) };
    pc.electron.app.emit('before-quit', again);
    expect(again.wasStopped).toBe(false);
  });

  it('goes when the PC becomes something else', () => {
    const electron = createFakeElectron();
    const shell = createShell(fakeParts(electron));
    openRole(shell, set('all-in-one'));
    openRole(shell, set('kiosk'));
    expect(electron.seen.children.map(({ words }) => words)).toEqual([['end']]);
    expect(electron.seen.windows.map(({ isGone }) => isGone)).toEqual([true, true, false]);
  });

  it('says on kiosk and TV, in its own words, that it waits for a person; once', async () => {
    const pc = await started(set('all-in-one'), { isAnswering: false });
    pc.server().stderr.emit('data', 'Cổng 8080 đang được dùng. / Port 8080 is taken.\n');
    pc.server().emit('exit', 78);
    const texts = pc.shown().map((page) => decodeURIComponent(page));
    expect(texts).toEqual([
      expect.stringContaining('Port 8080 is taken.'),
      expect.stringContaining('Port 8080 is taken.'),
    ]);
    const loads = () => pc.electron.seen.windows.map(({ webContents }) => webContents.loaded.length);
    const before = loads();
    pc.pass(15_000);
    pc.server().stderr.emit('data', 'Cổng 8080 đang được dùng. / Port 8080 is taken.\n');
    pc.server().emit('exit', 78);
    expect(loads()).toEqual(before);
  });
});

type Options = { setup?: boolean; screens?: (typeof MAIN_SCREEN)[]; isAnswering?: boolean };

async function started(machine: Machine | null, { setup = false, screens, isAnswering = true }: Options = {}) {
  const electron = createFakeElectron();
  if (screens) electron.seen.screens.all = screens;
  const file = fakeMachineFile(machine);
  const timers: { ms: number; run(): void }[] = [];
  const later = (ms: number, run: () => void) => void timers.push({ ms, run });
  const autostart: boolean[] = [];
  const setAutostart = (isWanted: boolean) => void autostart.push(isWanted);
  let restarts = 0;
  const restart = () => {
    restarts += 1;
  };
  const outside = { isAnswering: async () => isAnswering, later, setAutostart, restart };
  electron.app.becomeReady();
  await openShell(fakeParts(electron, { machineFile: file, outside }), { room: null, setup });
  const settle = () => new Promise<void>((done) => setImmediate(done));
  await settle();
  const open = () => electron.seen.windows.filter((window) => !window.isGone);
  return {
    ...{ electron, file, autostart, settle },
    restarts: () => restarts,
    /** The address that each open window shows, in the order in which they were opened. */
    shown: () => open().map(({ webContents }) => webContents.getURL()),
    server() {
      const child = electron.seen.children.at(-1);
      if (!child) throw new Error('no server was started');
      return child;
    },
    pass(ms: number) {
      const timer = timers.find((one) => one.ms === ms);
      timer?.run();
    },
    /** Asks as the page of the window that was opened last. */
    ask(call: string, ...said: unknown[]) {
      const contents = open().at(-1)?.webContents;
      if (!contents) throw new Error('no window is open');
      contents.mainFrame.url = contents.getURL();
      const answer = electron.seen.asked.get(call)?.({ sender: contents, senderFrame: contents.mainFrame }, ...said);
      return Promise.resolve(answer).then(async (value) => {
        await settle();
        return value;
      });
    },
  };
}
