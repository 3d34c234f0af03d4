import type { Mutant } from './mutant.ts';

const CONTENTS = 'kiosk/main/guard/guard-contents.ts';
const WINDOW = 'kiosk/main/guard/guard-window.ts';
const ANSWER = 'kiosk/main/guard/answer-page.ts';
const SHELL = 'kiosk/main/open-shell.ts';
const PREFERENCES = 'kiosk/main/windows/window-preferences.ts';
const STAFF = 'kiosk/main/staff/staff-calls.ts';

const FAKES = 'kiosk/main/open-shell.test.ts';
/** The built shell before a real Chromium (or in Electron where it is). */
const LEAVING = 'tests/shell/nobody-leaves.test.ts';
const STARTING = 'tests/shell/start.test.ts';
const STAFF_EXIT = 'tests/shell/staff-exit.test.ts';

/** Each handler that keeps a page, a key or a person where they belong, taken away. */
export const SHELL_MUTANTS: readonly Mutant[] = [
  gone('shell: navigation', CONTENTS, "contents.on('will-navigate', stay);", FAKES),
  gone('shell: redirects', CONTENTS, "contents.on('will-redirect', stay);", LEAVING),
  gone('shell: frames', CONTENTS, "contents.on('will-frame-navigate', stay);", LEAVING),
  gone('shell: windows', CONTENTS, "contents.setWindowOpenHandler(() => ({ action: 'deny' }));", LEAVING),
  gone('shell: webview', CONTENTS, "contents.on('will-attach-webview', (event) => event.preventDefault());", FAKES),
  gone('shell: context menu', CONTENTS, "contents.on('context-menu', (event) => event.preventDefault());", FAKES),
  gone('shell: chords', CONTENTS, 'if (!isKeyForPage(input, keys())) event.preventDefault();', LEAVING),
  gone(
    'shell: staff’s chord',
    CONTENTS,
    "if (isNew && keys() === 'plain' && isStaffChord(input)) staffAsks();",
    STAFF_EXIT,
  ),
  gone('shell: zoom', CONTENTS, 'contents.setZoomFactor(1);\n    void', FAKES, 'void'),
  gone('shell: zoom by the wheel', CONTENTS, "contents.on('zoom-changed', () => contents.setZoomFactor(1));", FAKES),
  gone('shell: pinch', CONTENTS, 'void contents.setVisualZoomLevelLimits(1, 1);', STARTING),
  gone(
    'shell: permission request',
    CONTENTS,
    'session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));',
    FAKES,
  ),
  gone('shell: permission check', CONTENTS, 'session.setPermissionCheckHandler(() => false);', FAKES),
  gone('shell: permission device', CONTENTS, 'session.setDevicePermissionHandler(() => false);', FAKES),
  gone('shell: all permissions', SHELL, 'guardSession(session.defaultSession);', LEAVING),
  gone('shell: downloads', CONTENTS, "session.on('will-download', (event) => event.preventDefault());", LEAVING),
  gone('shell: certificates of this PC', SHELL, 'guardCertificates(app);', FAKES),
  gone(
    'shell: a page that is elsewhere after all',
    'kiosk/main/healing/keep-page.ts',
    ' || !(allowedAddress(page, url) || isCalmPage(url))',
    LEAVING,
  ),
  gone('shell: close', WINDOW, 'if (!isLeaving) event.preventDefault();', STARTING),
  gone(
    'shell: minimize',
    WINDOW,
    "window.on('minimize', () => window.restore());",
    'kiosk/main/guard/guard-window.test.ts',
  ),
  gone('shell: full screen', WINDOW, 'window.setFullScreen(true);', 'kiosk/main/guard/guard-window.test.ts', 'void 0;'),
  gone(
    'shell: no window left',
    'kiosk/main/windows/when-bare.ts',
    'else if (!isLeaving) later(BARE_MS, open);',
    STARTING,
  ),
  gone('shell: switches', 'kiosk/main/main.ts', 'if (refused.length > 0) throw new RefusedStart(refused);', STARTING),
  gone('shell: single instance', SHELL, 'if (!app.requestSingleInstanceLock()) {', STARTING, 'if (false) {'),
  gone('shell: menu', SHELL, 'Menu.setApplicationMenu(null);', STARTING),
  gone('shell: sleep', SHELL, "powerSaveBlocker.start('prevent-display-sleep');", STARTING),
  gone('shell: sandbox of all', SHELL, 'app.enableSandbox();', STARTING),
  gone('shell: sandbox of a window', PREFERENCES, 'sandbox: true,', STARTING, 'sandbox: false,'),
  gone('shell: Node in pages', PREFERENCES, 'nodeIntegration: false,', STARTING, 'nodeIntegration: true,'),
  gone('shell: one world', PREFERENCES, 'contextIsolation: true,', STARTING, 'contextIsolation: false,'),
  gone('shell: developer tools', PREFERENCES, 'devTools: !app.isPackaged,', STARTING, 'devTools: true,'),
  gone('shell: IPC sender, frame', ANSWER, 'senderFrame.parent === null &&', 'kiosk/main/guard/answer-page.test.ts'),
  gone('shell: IPC sender, address', ANSWER, 'mayAsk(senderFrame.url, sender)', 'tests/shell/ipc.test.ts', 'true'),
  gone(
    'shell: IPC sender at all',
    ANSWER,
    'if (!isPageItself(event, mayAsk))',
    'tests/shell/ipc.test.ts',
    'if (!event)',
  ),
  gone('shell: IPC input', ANSWER, 'if (input === null)', 'tests/shell/ipc.test.ts', 'if (inputs.length > 1)'),
  gone('shell: staff’s PIN', STAFF, "if (way !== 'back' && !open.has(window)) return false;", STAFF_EXIT),
  gone('shell: staff’s tries', STAFF, 'if (!tries.begin()) {', STAFF_EXIT, 'if (false) {'),
  gone(
    'shell: staff’s tries kept',
    'kiosk/main/staff/staff-tries.ts',
    'let wrong = kept.read();',
    STAFF_EXIT,
    'let wrong = 0;',
  ),
  gone('shell: taps by a script', 'kiosk/preload/watch-corner.ts', 'isTrusted && ', STAFF_EXIT),
];

/** @param replace what stands in its place */
function gone(name: string, file: string, find: string, test: string, replace = ''): Mutant {
  return { name, file, find, replace, tests: [test] };
}
