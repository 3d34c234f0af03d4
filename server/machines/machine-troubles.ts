import type { HealthReport, MachineTrouble } from '#shared/contract/health.ts';
import type { DeviceRole } from '#shared/contract/roles.ts';

/** Beyond this a countdown, and the moment on a slip's photo, begin to look wrong. */
export const CLOCK_TOLERANCE_MS = 5_000;
/** A page of ours needs a tenth of this after a month. */
export const PAGE_MEMORY_MB = 400;
export const APP_MEMORY_MB = 1_500;
/** With less the system begins to move programs out to the disk. */
export const FREE_MEMORY_MB = 200;

/** A kiosk and a display report every five seconds and stand where nobody looks after them. */
const SILENT_AFTER_MS = 15_000;
/** A counter's page may lie behind another window, where a browser wakes it once a minute. */
const COUNTER_SILENT_AFTER_MS = 90_000;

/** Whether a machine that was heard so long ago still counts as here. */
export function isHeard(role: DeviceRole, ageMs: number): boolean {
  return ageMs < (role === 'counter' ? COUNTER_SILENT_AFTER_MS : SILENT_AFTER_MS);
}

/**
 * What somebody should see to, by the latest report; of a machine that is not here nothing but that. A counter is not missed: its clerk
 * has gone home.
 * @param version of the server
 */
export function machineTroubles(
  role: DeviceRole,
  report: HealthReport | null,
  isHere: boolean,
  version: string,
): MachineTrouble[] {
  if (!isHere || report === null) return role === 'kiosk' || role === 'display' ? ['silent'] : [];
  const { sound, clockOffMs, shell, memory } = report;
  const { pageMb, appMb, freeMb } = memory;
  const troubles: MachineTrouble[] = [];
  if (role === 'display' && sound === 'no-clips') troubles.push('no-sound');
  if (role === 'display' && sound === 'blocked') troubles.push('sound-blocked');
  if (clockOffMs !== null && Math.abs(clockOffMs) > CLOCK_TOLERANCE_MS) troubles.push('clock-off');
  if (isOlder(report.version, version)) troubles.push('old-page');
  if (shell !== null && isOlder(shell.version, version)) troubles.push('old-shell');
  const isFull =
    (pageMb ?? 0) > PAGE_MEMORY_MB || (appMb ?? 0) > APP_MEMORY_MB || (freeMb ?? FREE_MEMORY_MB) < FREE_MEMORY_MB;
  if (isFull) troubles.push('memory');
  // One that waits for a quiet hour needs nobody.
  if (shell && shell.update !== null && shell.update !== 'ready') troubles.push(`update-${shell.update}`);
  return troubles;
}

/** A newer one is no trouble: the office updates one machine after another. What stands behind a hyphen is not compared. */
function isOlder(one: string, other: string): boolean {
  const [mine, theirs] = [one, other].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  for (let place = 0; place < 3; place += 1) {
    const difference = (mine?.[place] ?? 0) - (theirs?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
