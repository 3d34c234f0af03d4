import type { DeviceRole, PageRole } from '#shared/contract/roles.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { ZoneId } from '#shared/domain/zones.ts';
import type { Device } from './ports.ts';

type Place = { counter: CounterId | null; zone: ZoneId | null; pairedFor: CounterId | null };

/** Where a paired machine's page belongs. @param wished what its address says */
export function placeOf({ role, counter, zone }: Device, wished: Place): Place {
  if (role !== 'display') return { ...only(wished), pairedFor: counter };
  // A display for which the manager has said nothing more may be opened for one zone, or for one counter.
  return counter === null && zone === null ? only(wished) : { counter, zone, pairedFor: null };
}

/** Whether the machine may come in with this page. */
export function isItsPage(device: Device, role: PageRole, counter: CounterId | null): boolean {
  if (device.role !== role) return false;
  // Where a display hangs, the manager has said; its page need not know.
  if (role === 'display') return true;
  // A counter's machine belongs to its counter; before it has chosen, it is shown only that one.
  return counter === null || device.counter === null || device.counter === counter;
}

/** A counter's page has a counter; a display may have a zone or, a small one, a counter; nothing else has either. */
export function isPlace(role: DeviceRole, counter: CounterId | null, zone: ZoneId | null): boolean {
  if (role === 'counter') return counter !== null && zone === null;
  if (role === 'display') return counter === null || zone === null;
  return counter === null && zone === null;
}

function only({ counter, zone, pairedFor }: Place): Place {
  return { counter, zone, pairedFor };
}
