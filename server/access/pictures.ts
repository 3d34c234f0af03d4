import type { AccessView, DoorView } from '#shared/contract/access-views.ts';
import { isDeviceRole } from '#shared/contract/roles.ts';
import type { Known, Who } from './access.ts';

/** What a page at the door is shown: what it needs, and no more. */
export function doorView(who: Who, { clerks }: Known, frame: Pick<DoorView, 'at' | 'office' | 'timeZone'>): DoorView {
  const names = who.needs === 'clerk' ? clerks.map(({ id, name }) => ({ id, name })) : [];
  return { ...frame, needs: who.needs ?? 'pairing', code: who.code, clerks: names, counter: who.counter };
}

/** The manager's picture of who may come in. @param here every page that is connected; phones are nobody's machine */
export function accessView(
  here: readonly Who[],
  { devices, clerks, sessions }: Known,
  frame: Pick<AccessView, 'at' | 'counters' | 'zones' | 'addresses' | 'fingerprint'>,
): AccessView {
  return {
    ...frame,
    knocking: here.flatMap(({ code, address, wants, counter, zone, knockedAt }) =>
      code !== null && isDeviceRole(wants) ? [{ code, address, wants, counter, zone, since: knockedAt }] : [],
    ),
    devices: devices.map(({ id, name, role, counter, zone, pairedAt }) => {
      return { id, name, role, counter, zone, pairedAt, isConnected: here.some(({ place }) => place === id) };
    }),
    clerks: clerks.map(({ id, name }) => {
      return { id, name, counter: sessions.find(({ clerk }) => clerk === id)?.counter ?? null };
    }),
  };
}
