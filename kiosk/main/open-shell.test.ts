import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShell } from './open-shell.ts';
import { createFakeElectron, MAIN_SCREEN, stoppable, TV_SCREEN } from './testing/fake-electron.ts';
import { fakeParts } from './testing/fake-parts.ts';

describe('openShell', () => {
  it('opens one window over the whole screen, with sound and without Node', async () => {
    const { window } = await opened('kiosk');
    expect(window.options).toEqual({
      ...MAIN_SCREEN.bounds,
      show: true,
      fullscreen: true,
      kiosk: true,
      autoHideMenuBar: true,
      backgroundColor: '#073c44',
      webPreferences: {
        preload: join('/app/dist-electron', 'hall-preload.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: false,
        autoplayPolicy: 'no-user-gesture-required',
        backgroundThrottling: false,
        spellcheck: false,
      },
    });
    expect(window.webContents.loaded.at(-1)).toBe('http://may-chu:8080/kiosk/');
  });

  it('has the developer tools only where it is developed', async () => {
    const { window } = await opened('kiosk', (electron) => {
      electron.app.isPackaged = false;
    });
    expect(window.options.webPreferences).toMatchObject({ devTools: true });
  });

  it('has no menu, no pinch, a sandbox, and keeps the screen on', async () => {
    const { electron } = await opened('kiosk');
    expect(electron.seen).toMatchObject({ menus: [null], blockers: ['prevent-display-sleep'] });
    expect(electron.app.switches).toEqual(['disable-pinch', 'overscroll-history-navigation=0']);
    expect(electron.app.isSandboxed).toBe(true);
  });

  it('leaves the screen to the one that is already open; kiosk and TV do not count as one', async () => {
    const electron = createFakeElectron();
    electron.app.isFirst = false;
    await open(electron, 'tv');
    expect(electron.app.hasQuit).toBe(true);
    expect(electron.seen.windows).toEqual([]);
    expect(electron.app.paths.userData).toMatch(/Luot.tv$/);
  });

  it('comes to the front when it is started again', async () => {
    const { electron, window } = await opened('kiosk');
    electron.app.emit('second-instance', {}, ['luot']);
    expect(window.focused).toBe(1);
  });

  it('puts the TV on the second monitor, also one that is switched on later', async () => {
    const { electron, window } = await opened('tv');
    expect(window.bounds).toMatchObject(MAIN_SCREEN.bounds);
    electron.seen.screens.all = [MAIN_SCREEN, TV_SCREEN];
    electron.screen.emit('display-added');
    expect(window.bounds).toEqual(TV_SCREEN.bounds);
    expect(window.kiosk).toEqual([false, true]);
    electron.screen.emit('display-removed');
    expect(window.kiosk).toEqual([false, true]);
  });
});

describe('the guards', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
    '%s goes nowhere but to the server',
    async (name) => {
      const { window } = await opened('kiosk');
      const [home, away] = [stoppable('http://may-chu:8080/kiosk/?lang=en'), stoppable('http://evil.example/')];
      window.webContents.emit(name, home);
      window.webContents.emit(name, away);
      expect([home.isStopped, away.isStopped]).toEqual([false, true]);
    },
  );

  it('stops webviews, menus and downloads', async () => {
    const { electron, window } = await opened('kiosk');
    const events = [stoppable(), stoppable(), stoppable(), stoppable()] as const;
    window.webContents.emit('will-attach-webview', events[0]);
    window.webContents.emit('context-menu', events[1]);
    window.emit('system-context-menu', events[2]);
    electron.session.defaultSession.emit('will-download', events[3]);
    expect(events.map(({ isStopped }) => isStopped)).toEqual([true, true, true, true]);
  });

  it('opens no second window, not even to the server', async () => {
    const { window } = await opened('kiosk');
    expect(window.webContents.opener?.({ url: 'http://may-chu:8080/manager/' })).toEqual({ action: 'deny' });
  });

  it('gives no permission and no device', async () => {
    const { electron } = await opened('kiosk');
    const { request, check, device } = electron.session.defaultSession.handlers;
    const answers: unknown[] = [];
    request?.({}, 'media', (answer: unknown) => answers.push(answer));
    expect([...answers, check?.({}, 'media'), device?.({})]).toEqual([false, false, false]);
  });

  it('sets the zoom back at every load', async () => {
    const { window } = await opened('kiosk');
    window.webContents.emit('did-finish-load');
    expect(window.webContents).toMatchObject({ zoom: 1, pinch: [1, 1] });
  });

  it('sets the zoom back when the wheel asks for another', async () => {
    const { window } = await opened('kiosk');
    window.webContents.zoom = 1.2;
    window.webContents.emit('zoom-changed', {}, 'in');
    expect(window.webContents.zoom).toBe(1);
  });

  it('lets a page see what writes, and no chord', async () => {
    const { window } = await opened('kiosk');
    const [letter, chord] = [stoppable(), stoppable()];
    const pressed = { type: 'keyDown', key: 'p', code: 'KeyP', control: false, alt: false, meta: false, shift: false };
    window.webContents.emit('before-input-event', letter, pressed);
    window.webContents.emit('before-input-event', chord, { ...pressed, control: true });
    expect([letter.isStopped, chord.isStopped]).toEqual([false, true]);
  });

  it('shows whoever asks no certificate of this PC', async () => {
    const { electron } = await opened('kiosk');
    const event = stoppable();
    const chosen: unknown[][] = [];
    const choose = (...certificate: unknown[]) => void chosen.push(certificate);
    electron.app.emit('select-client-certificate', event, null, 'https://evil.example/', [{}], choose);
    expect({ isStopped: event.isStopped, chosen }).toEqual({ isStopped: true, chosen: [[]] });
  });
});

async function opened(room: 'kiosk' | 'tv', prepare = (_electron: ReturnType<typeof createFakeElectron>) => {}) {
  const electron = createFakeElectron();
  prepare(electron);
  electron.app.becomeReady();
  await open(electron, room);
  await new Promise<void>((done) => setImmediate(done));
  const [window] = electron.seen.windows;
  if (!window) throw new Error('no window was opened');
  return { electron, window };
}

function open(electron: ReturnType<typeof createFakeElectron>, room: 'kiosk' | 'tv') {
  return openShell(fakeParts(electron), { room: { room, server: new URL('http://may-chu:8080/') }, setup: false });
}
