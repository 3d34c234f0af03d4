import type { Mutant } from './mutant.ts';

const KEEP = 'kiosk/main/healing/keep-page.ts';
const WATCH = 'kiosk/main/healing/page-watch.ts';
const WELL = 'kiosk/main/healing/keep-well.ts';
const HEALER = 'kiosk/main/healing/healer.ts';
const PLACE = 'kiosk/main/windows/keep-place.ts';
const REST = 'kiosk/main/healing/last-resort.ts';
const KEPT = ['kiosk/main/healing/keep-page.test.ts'];
const WATCHED = ['kiosk/main/healing/page-watch.test.ts', 'kiosk/main/healing/keep-well.test.ts'];
const HEALED = ['kiosk/main/healing/healer.test.ts', 'kiosk/main/healing/heal.test.ts'];
const PLACED = ['kiosk/main/windows/keep-place.test.ts', 'kiosk/main/windows/choose-screen.test.ts'];

/** Bugs with which a screen would stay dead, dark or in somebody's way. */
export const HEALING_MUTANTS: readonly Mutant[] = [
  {
    name: 'healing: a crashed page stays away',
    file: KEEP,
    find: '    later(CRASH_PAUSE_MS, tryToOpen);\n',
    replace: '',
    tests: KEPT,
  },
  {
    name: 'healing: a crashed page is loaded within its own end',
    file: KEEP,
    find: 'later(0, () => showCalm());',
    replace: 'showCalm();',
    tests: KEPT,
  },
  {
    name: 'healing: a page that Chromium calls hung is left so',
    file: KEEP,
    find: "  contents.on('unresponsive', () => contents.forcefullyCrashRenderer());\n",
    replace: '',
    tests: KEPT,
  },
  {
    name: 'healing: an error page of somebody stands there',
    file: KEEP,
    find: 'status >= 400 ||',
    replace: '',
    tests: KEPT,
  },
  {
    name: 'healing: a page that never comes to its end is waited for',
    file: KEEP,
    find: 'if (!isLoaded && isPageShown && mine === loads) wait();',
    replace: '',
    tests: KEPT,
  },
  {
    name: 'healing: nobody counts what breaks',
    file: HEALER,
    find: 'if (isOnceTooOften()) lastResort.begin(name);',
    replace: 'isOnceTooOften();',
    tests: HEALED,
  },
  {
    name: 'healing: a window goes on while the app starts anew',
    file: KEEP,
    find: 'if (broke(reason)) isResting = true;',
    replace: 'broke(reason);',
    tests: KEPT,
  },
  {
    name: 'healing: the app starts anew without ever resting longer',
    file: REST,
    find: '2 ** before',
    replace: '2 ** 0',
    tests: ['kiosk/main/healing/last-resort.test.ts'],
  },
  {
    name: 'healing: a page whose beats stop is left so',
    file: WATCH,
    find: "      if (ticks.silent >= SILENT_TICKS) return 'hung';\n",
    replace: '',
    tests: WATCHED,
  },
  {
    name: 'healing: an empty page is left so',
    file: WATCH,
    find: "      if (ticks.blank >= BLANK_TICKS) return 'blank';\n",
    replace: '',
    tests: WATCHED,
  },
  {
    name: 'healing: the calm page is taken for one that hangs',
    file: WELL,
    find: 'if (isCalmPage(address)) return watch.closed();',
    replace: '',
    tests: WATCHED,
  },
  {
    name: 'healing: a clerk’s page is loaded anew in the night',
    file: WELL,
    find: "beat.isQuiet && room !== 'counter'",
    replace: 'beat.isQuiet',
    tests: WATCHED,
  },
  {
    name: 'healing: a page is loaded anew at lunch',
    file: 'kiosk/main/healing/night.ts',
    find: 'QUIET_MS = 3 *',
    replace: 'QUIET_MS = 1 *',
    tests: ['kiosk/main/healing/night.test.ts'],
  },
  {
    name: 'healing: black glass after the graphics process has gone',
    file: HEALER,
    find: 'window.webContents.invalidate()',
    replace: 'void window',
    tests: HEALED,
  },
  {
    name: 'healing: what was before sleep stands after it',
    file: HEALER,
    find: 'page?.reopen()',
    replace: 'void page',
    tests: HEALED,
  },
  {
    name: 'healing: the TV covers the kiosk when its monitor goes',
    file: 'kiosk/main/windows/choose-screen.ts',
    find: "place === 'beside' ? null : main",
    replace: 'main',
    tests: PLACED,
  },
  {
    name: 'healing: a monitor that changes its resolution is half covered',
    file: PLACE,
    find: ", 'display-metrics-changed'] as const",
    replace: '] as const',
    tests: PLACED,
  },
  {
    name: 'healing: somebody else’s page is taken for the hall’s',
    file: 'kiosk/main/healing/is-answering.ts',
    find: 'OUR_TITLE.test(await beginning(answer))',
    replace: '(await beginning(answer)) !== null',
    tests: ['kiosk/main/healing/is-answering.test.ts'],
  },
  {
    name: 'healing: the launcher leaves an app alone that asks to be started',
    file: 'kiosk/launch/keep-running.ts',
    find: 'if (isStopping || code === 0) return end(0);',
    replace: 'if (isStopping || code === 0 || code === RESTART_CODE) return end(0);',
    tests: ['kiosk/launch/keep-running.test.ts'],
  },
];
