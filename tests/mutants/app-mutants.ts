import type { Mutant } from './mutant.ts';

const COUNTER = 'kiosk/main/windows/counter-window.ts';
const HERE = 'kiosk/main/server/server-here.ts';
const OWN = 'kiosk/main/server/own-server.ts';
const FILE = 'kiosk/main/setup/machine-file.ts';
const CALLS = 'kiosk/main/setup/setup-calls.ts';

const COUNTER_TEST = 'kiosk/main/windows/counter-window.test.ts';
const OWN_TEST = 'kiosk/main/server/own-server.test.ts';
const FILE_TEST = 'kiosk/main/setup/machine-file.test.ts';
const CALLS_TEST = 'kiosk/main/setup/setup-calls.test.ts';
const ROLES = 'kiosk/main/windows/roles.test.ts';

/** Bugs in what a PC is, in its windows and in the server beside it. */
export const APP_MUTANTS: readonly Mutant[] = [
  bug('app: a held key calls again and again', COUNTER_TEST, COUNTER, 'if (!isHeld && ', 'if ('),
  bug(
    'app: a closed window keeps its key',
    COUNTER_TEST,
    COUNTER,
    "window.on('closed', () =>",
    "window.on('hide', () =>",
  ),
  bug('app: the counter’s place is forgotten', COUNTER_TEST, COUNTER, "window.on('close', remember);", ''),
  bug('app: two windows stay on each other', ROLES, 'kiosk/main/shell.ts', 'window.destroy();', 'window.focus();'),
  bug(
    'app: every PC runs a server',
    ROLES,
    'kiosk/main/windows/open-role.ts',
    "want(machine.role === 'all-in-one')",
    'want(true)',
  ),
  bug('app: the server is cut off at the end', ROLES, HERE, '    event.preventDefault();\n', ''),
  bug('app: the trouble flickers', ROLES, HERE, ' || contents.getURL() === trouble', ''),
  bug('app: every end is a person’s matter', OWN_TEST, OWN, 'if (code === NEEDS_A_PERSON) ', ''),
  bug('app: waits for ever for a person', OWN_TEST, OWN, 'else supervisor = begin();', ''),
  bug(
    'app: a server that hangs keeps the app',
    OWN_TEST,
    OWN,
    'needs.later(CLOSING_PATIENCE_MS, () => child.kill());',
    '',
  ),
  bug('app: a torn file is the end', FILE_TEST, FILE, 'readRaw(file) ?? readRaw(before)', 'readRaw(file)'),
  bug('app: a torn file replaces the good one', FILE_TEST, FILE, 'if (readRaw(file) !== null) rename', 'rename'),
  bug('app: a server nobody compared', CALLS_TEST, CALLS, " === 'https:' && fingerprint)", " === 'https:')"),
  bug('app: a screen nobody can leave', CALLS_TEST, CALLS, 'if (needsExitPin(role) && !exit) return null;', ''),
  bug('app: any PIN', CALLS_TEST, CALLS, 'if (exitPin !== null && !isPin(exitPin)) return null;', ''),
  bug(
    'app: a way up',
    'kiosk/main/setup/setup-files.test.ts',
    'kiosk/main/setup/setup-files.ts',
    'parts.length > 2 ||',
    '',
  ),
  bug(
    'app: sources open by themselves',
    'kiosk/main/setup/autostart.test.ts',
    'kiosk/main/setup/autostart.ts',
    'if (!app.isPackaged) return;',
    '',
  ),
];

function bug(name: string, test: string, file: string, find: string, replace: string): Mutant {
  return { name, file, find, replace, tests: [test] };
}
