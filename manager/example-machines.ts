import type { MachinePicture, MachinesView } from '#shared/contract/health.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import { EXAMPLE_AT } from './example-hall.ts';

const WELL: MachinePicture = {
  id: 'local-kiosk',
  name: null,
  role: 'kiosk',
  counter: null,
  isHere: true,
  lastHeardAt: null,
  health: {
    version: '0.1.0',
    browser: 'Chrome 153',
    since: EXAMPLE_AT - 95 * MINUTE,
    shell: { version: '0.1.0', since: EXAMPLE_AT - 3 * 24 * 60 * MINUTE, update: 'ready' },
    memory: { pageMb: 20, appMb: 310, freeMb: 3_800 },
    screen: { width: 1080, height: 1920, scale: 1, monitors: 2 },
    sound: null,
    clockOffMs: 0,
  },
  printer: 'near-end',
  troubles: [],
  mayRestart: ['page', 'shell'],
  restart: null,
};
const [health] = [WELL.health];

const WELL_HALL: readonly MachinePicture[] = [
  WELL,
  {
    ...WELL,
    ...{ id: 'device-0001', name: 'Máy lấy số', printer: 'ready' },
    restart: { what: 'page', askedAt: EXAMPLE_AT - 2 * MINUTE, backAt: EXAMPLE_AT - MINUTE },
  },
];

const TROUBLED_HALL: readonly MachinePicture[] = [
  WELL,
  {
    ...WELL,
    ...{ id: 'device-0001', name: 'Máy lấy số', printer: 'ready' },
    health: health && {
      ...health,
      clockOffMs: -7_000,
      shell: { version: '0.0.9', since: EXAMPLE_AT - 40 * 24 * 60 * MINUTE, update: 'needs-administrator' },
      memory: { pageMb: 460, appMb: 1_730, freeMb: 100 },
    },
    troubles: ['clock-off', 'old-shell', 'memory', 'update-needs-administrator'],
    restart: { what: 'shell', askedAt: EXAMPLE_AT - MINUTE, backAt: null },
  },
  {
    ...WELL,
    ...{ id: 'device-0003', name: 'Màn hình gọi số tầng hai, phía cầu thang', role: 'display', printer: null },
    health: health && {
      ...health,
      ...{ shell: null, sound: 'blocked', screen: { width: 3840, height: 2160, scale: 1.5, monitors: null } },
      memory: { pageMb: 30, appMb: null, freeMb: null },
      clockOffMs: 3_900_000,
    },
    troubles: ['sound-blocked', 'clock-off'],
    mayRestart: ['page'],
  },
  {
    ...WELL,
    ...{ id: 'device-0004', name: 'Màn hình sân', role: 'display', printer: null, mayRestart: [] },
    ...{ isHere: false, lastHeardAt: EXAMPLE_AT - 12 * MINUTE, troubles: ['silent'] },
  },
  {
    ...WELL,
    ...{ id: 'device-0002', name: 'Quầy 3', role: 'counter', counter: 3, printer: null, mayRestart: [] },
    ...{ isHere: false, lastHeardAt: null, health: null },
  },
];

/** How the machines are: on a good day, on a bad one, and before any has spoken. */
export const EXAMPLE_MACHINES = {
  well: { at: EXAMPLE_AT, version: '0.1.0', machines: WELL_HALL },
  troubled: { at: EXAMPLE_AT, version: '0.1.0', machines: TROUBLED_HALL },
  none: { at: EXAMPLE_AT, version: '0.1.0', machines: [] },
} as const satisfies Record<string, MachinesView>;
