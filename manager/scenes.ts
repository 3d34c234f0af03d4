import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { AccessView } from '#shared/contract/access-views.ts';
import type { MachinesView } from '#shared/contract/health.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { NO_DOSSIERS } from '#shared/domain/dossiers.ts';
import { EXAMPLE_DOORS, EXAMPLE_AT as MORNING } from '#shared/page/door/example-doors.ts';
import { openStaged, type StagedScene, turnStaffTo } from '#tests/pictures/open-staged.ts';
import type { OpenedScene, RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';
import { DISPLAYS } from './displays/scenes.ts';
import { EXAMPLE_ACCESS } from './example-access.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from './example-hall.ts';
import { EXAMPLE_MACHINES } from './example-machines.ts';
import { HELP_DESK } from './help-desk/scenes.ts';
import { RATINGS } from './ratings/scenes.ts';
import { SUPERVISE } from './supervise/scenes.ts';

const { busy, troubled, noon, closed } = EXAMPLE_HALLS;
const SLIP = readFileSync(resolve(import.meta.dirname, '../printer/golden/slip-80.png')).toString('base64');

type Opens = (browser: Browser, options: SceneOptions) => Promise<OpenedScene>;
type Play = (scene: StagedScene) => Promise<unknown>;
type Answer = () => unknown;
const no = (refusal: string) => () => ({ ok: false, refusal });

/** One of the two sheets, and what is done there before it is looked at. */
function sheet(
  path: string,
  hall: ManagerView,
  access: AccessView,
  play?: Play,
  answer?: Answer,
  machines: MachinesView = EXAMPLE_MACHINES.well,
): Opens {
  return async (browser, options) => {
    const scene = await openStaged(browser, options, {
      path,
      at: EXAMPLE_AT,
      views: { 'view:manager': hall, 'view:access': access, 'view:machines': machines },
      until: path.includes('#access') ? '.access-header' : '.totals',
      answerWith: answer,
    });
    await play?.(scene);
    await stopClock(scene.page);
    return scene;
  };
}

const hallSheet = (hall: ManagerView, play?: Play, answer?: Answer) =>
  sheet('/manager/', hall, EXAMPLE_ACCESS.quiet, play, answer);
const accessSheet = (access: AccessView, play?: Play, answer?: Answer) =>
  sheet('/manager/#access', busy, access, play, answer);

/** With machines that are not well. */
const troubledSheet = (path: string, play?: Play, answer?: Answer) =>
  sheet(path, busy, EXAMPLE_ACCESS.quiet, play, answer, EXAMPLE_MACHINES.troubled);

function press(button: string, until = '.dialog .confirm'): Play {
  return async ({ page }) => {
    await page.locator(button).click();
    await page.locator(until).first().waitFor();
  };
}

function atDoor(name: 'newPassword' | 'password', play?: Play, answer?: Answer): Opens {
  return async (browser, options) => {
    const scene = await openStaged(browser, options, {
      path: '/manager/',
      at: MORNING,
      views: { 'view:door': EXAMPLE_DOORS[name] },
      until: '.door',
      answerWith: answer,
    });
    await play?.(scene);
    await stopClock(scene.page);
    return scene;
  };
}

async function sayWord({ page }: StagedScene) {
  await page.locator('input[type=password]').first().fill('mùa nước nổi');
  await page.keyboard.press('Enter');
  await page.locator('.door-says.is-no').waitFor();
}

/** Before the first number of the first day. */
const EMPTY: ManagerView = {
  ...closed,
  dayState: 'open',
  open: true,
  nextFrom: null,
  totals: {
    issued: 0,
    waiting: 0,
    atCounters: 0,
    served: 0,
    noShow: 0,
    cancelled: 0,
    expired: 0,
    dossiers: NO_DOSSIERS,
  },
  services: closed.services.map((service) => ({ ...service, served: 0 })),
  counters: closed.counters.map((counter) => ({ ...counter, served: 0 })),
  cancellable: [],
  pages: { kiosk: 1, display: 1, counter: 0, manager: 1 },
  journal: { seq: 1, intact: true, trouble: null },
};

const HALL: Record<string, Opens> = {
  'hall-empty': hallSheet(EMPTY),
  'hall-busy': hallSheet(busy),
  'hall-troubled': hallSheet(troubled),
  'hall-noon': hallSheet(noon),
  'hall-closed': hallSheet(closed),
  'hall-knock': sheet('/manager/', busy, EXAMPLE_ACCESS.busy),
  'hall-machine-troubled': troubledSheet('/manager/'),
  'hall-no-connection': hallSheet(busy, async ({ page, stage }) => {
    stage.drop();
    await page.locator('.banner').waitFor();
  }),
  'hall-refused': hallSheet(noon, press('.day-buttons .secondary >> nth=0', '.notice p'), no('day-closed')),
  'hall-reprint-refused': hallSheet(busy, press('.slips button >> nth=0', '.notice p'), no('reprinted-enough')),
  'ask-end-day': hallSheet(busy, press('.day-buttons .secondary')),
  'ask-cancel-range': hallSheet(busy, async (scene) => {
    await press('[aria-labelledby=cancel-heading] .small')(scene);
    const fields = scene.page.locator('.dialog input');
    await fields.nth(0).fill('A012');
    await fields.nth(1).fill('A016');
    await scene.page.locator('.suggestions button').first().click();
  }),
};

const ACCESS: Record<string, Opens> = {
  access: accessSheet(EXAMPLE_ACCESS.busy),
  'access-empty': sheet('/manager/#access', busy, EXAMPLE_ACCESS.empty, undefined, undefined, EXAMPLE_MACHINES.none),
  'machines-troubled': troubledSheet('/manager/#access'),
  'ask-restart': troubledSheet('/manager/#access', press('.machines .small >> nth=0')),
  'ask-restart-refused': troubledSheet(
    '/manager/#access',
    async (scene) => {
      await press('.machines .small >> nth=2')(scene);
      await press('.dialog .primary', '.dialog .notice p')(scene);
    },
    no('machine-silent'),
  ),
  'printer-tried': accessSheet(
    EXAMPLE_ACCESS.busy,
    async (scene) => {
      await press('.printer-buttons button >> nth=0', '.printer-says p')(scene);
      await press('.printer-buttons button >> nth=1', '.slip-picture')(scene);
      await press('.printer-buttons button >> nth=2', '.printer-says li')(scene);
      await scene.page.waitForFunction(() => document.querySelector<HTMLCanvasElement>('.slip-picture')?.width === 576);
    },
    // Each press takes out of it what it asked for.
    () => ({ ok: true, answer: { outcome: 'printed', png: SLIP, found: ['192.168.1.50', '192.168.1.200'] } }),
  ),
  'printer-refused': accessSheet(
    EXAMPLE_ACCESS.empty,
    press('.printer-buttons button >> nth=0', '.printer-says p'),
    () => ({ ok: true, answer: { outcome: 'refused' } }),
  ),
  'ask-pair': accessSheet(EXAMPLE_ACCESS.busy, press('.knocking .secondary >> nth=0')),
  'ask-pair-display': accessSheet(EXAMPLE_ACCESS.busy, press('.knocking .secondary >> nth=1')),
  'ask-pair-refused': accessSheet(
    EXAMPLE_ACCESS.busy,
    async (scene) => {
      await press('.knocking .secondary >> nth=1')(scene);
      await press('.dialog .primary', '.dialog .notice p')(scene);
    },
    no('no-such-code'),
  ),
  'ask-revoke': accessSheet(EXAMPLE_ACCESS.busy, press('[aria-labelledby=paired-heading] .small >> nth=0')),
  'ask-add-clerk': accessSheet(EXAMPLE_ACCESS.busy, press('.add')),
  'ask-add-clerk-wrong': accessSheet(EXAMPLE_ACCESS.busy, async (scene) => {
    await press('.add')(scene);
    await press('.dialog .primary', '.form-fault:not(:empty)')(scene);
  }),
  'ask-new-pin': accessSheet(EXAMPLE_ACCESS.busy, press('[aria-labelledby=clerks-heading] .small >> nth=0')),
  'ask-remove-clerk': accessSheet(EXAMPLE_ACCESS.busy, press('[aria-labelledby=clerks-heading] .small >> nth=1')),
  'ask-change-password': accessSheet(EXAMPLE_ACCESS.busy, press('.access-header .secondary >> nth=0')),
};

const DOORS: Record<string, Opens> = {
  'new-password': atDoor('newPassword'),
  'new-password-weak': atDoor('newPassword', sayWord),
  'sign-in': atDoor('password'),
  'sign-in-wrong': atDoor('password', sayWord, no('wrong-password')),
  'sign-in-wait': atDoor('password', sayWord, no('wait-before-trying')),
};

/** Every state in which a manager can find the page. */
export const MANAGER_SCENES: RoomScenes = {
  room: 'manager',
  // The least last: there the tests read English, too.
  sizes: {
    '1920x1080': { width: 1920, height: 1080 },
    '1366x768': { width: 1366, height: 768 },
    '800x900': { width: 800, height: 900 },
    '390x844': { width: 390, height: 844 },
  },
  schemes: ['light', 'dark'],
  speeches: ['vi', 'en'],
  turnTo: turnStaffTo,
  contrast: 4.5,
  mayScroll: true,
  scenes: { ...DOORS, ...HALL, ...SUPERVISE, ...HELP_DESK, ...DISPLAYS, ...RATINGS, ...ACCESS },
};
