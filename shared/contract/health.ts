import * as v from 'valibot';
import type { CounterId } from '#shared/domain/ids.ts';
import type { PrinterState } from '#shared/domain/printer.ts';
import type { DeviceRole } from './roles.ts';

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
/** Ten years. */
const Span = whole(3.2e11);
const Megabytes = v.nullable(whole(1e7));
const Version = v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,6}(-[0-9a-z.]{1,16})?$/));

/** `blocked`: the browser lets none out. `no-clips`: nothing to speak with could be read. */
export const SOUND_STATES = ['starting', 'ready', 'blocked', 'no-clips'] as const;
export type SoundHealth = (typeof SOUND_STATES)[number];

/** `ready`: a new version waits for a quiet hour. `refused`: what was offered was not in order. `given-back`: it did not do well. */
export const UPDATE_NEWS = ['ready', 'needs-administrator', 'refused', 'given-back'] as const;
export type UpdateNews = (typeof UPDATE_NEWS)[number];

/** What a machine tells of itself: of the machine alone, nothing of any person. */
export const HealthReport = v.strictObject({
  /** Of the page. */
  version: Version,
  /** `Chrome 153`; null: it does not say. */
  browser: v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9 ._-]{1,40}$/))),
  /** The app around the page; null: a plain browser. */
  shell: v.nullable(v.strictObject({ version: Version, upMs: Span, update: v.nullable(v.picklist(UPDATE_NEWS)) })),
  /** Since the page was loaded. */
  upMs: Span,
  /** Of the page's script, of the whole app, and what the PC has left. */
  memory: v.strictObject({ pageMb: Megabytes, appMb: Megabytes, freeMb: Megabytes }),
  screen: v.strictObject({
    width: whole(100_000),
    height: whole(100_000),
    scale: v.pipe(v.number(), v.minValue(0.1), v.maxValue(20)),
    monitors: v.nullable(whole(64)),
  }),
  /** Null: this page makes no sound. */
  sound: v.nullable(v.picklist(SOUND_STATES)),
  /** This machine's clock minus the server's, as the latest exchange has shown; null: none has yet. */
  clockOffMs: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-1e13), v.maxValue(1e13))),
});
export type HealthReport = v.InferOutput<typeof HealthReport>;

/** `page`: the page loads itself anew. `shell`: the whole app ends and starts. */
export const RESTARTS = ['page', 'shell'] as const;
export type Restart = (typeof RESTARTS)[number];

/** What somebody should see to, in the order in which it is told. */
export const MACHINE_TROUBLES = [
  'silent',
  'no-sound',
  'sound-blocked',
  'clock-off',
  'old-page',
  'old-shell',
  'memory',
  'update-refused',
  'update-given-back',
  'update-needs-administrator',
] as const;
export type MachineTrouble = (typeof MACHINE_TROUBLES)[number];

/** One machine as the manager sees it. Moments are ms UTC of the server's clock. */
export type MachinePicture = {
  id: string;
  /** As it was paired; null: the server's own PC. */
  name: string | null;
  role: DeviceRole;
  counter: CounterId | null;
  isHere: boolean;
  /** When it was heard last; null while it is here, and for one that has not been heard since the server started. */
  lastHeardAt: number | null;
  /** The latest report, its figures rounded so that the picture stands still while nothing happens. */
  health:
    | (Omit<HealthReport, 'upMs' | 'shell'> & {
        since: number;
        shell: { version: string; since: number; update: UpdateNews | null } | null;
      })
    | null;
  /** What a visitor at this kiosk can expect of the printer; null where there is no kiosk. */
  printer: PrinterState | null;
  troubles: readonly MachineTrouble[];
  mayRestart: readonly Restart[];
  /** The latest that the manager asked for; `backAt` null: the machine has not come back since. */
  restart: { what: Restart; askedAt: number; backAt: number | null } | null;
};

export type MachinesView = {
  at: number;
  /** The server's program. */
  version: string;
  machines: readonly MachinePicture[];
};
