import type { CounterId } from '#shared/domain/ids.ts';
import type { ZoneId } from '#shared/domain/zones.ts';
import type { Bilingual } from './bilingual.ts';
import type { DeviceRole } from './roles.ts';

/** What a page is shown that has not been let in yet. Moments are ms UTC. */
export type DoorView = {
  at: number;
  office: Bilingual;
  timeZone: string;
  /**
   * `pairing`: show the code and wait; the manager lets the machine in. `new-password`: nobody has set the manager's password yet.
   * `password`, `clerk`: sign in.
   */
  needs: 'pairing' | 'new-password' | 'password' | 'clerk';
  /** To be read out to the manager, or typed by him; only for `pairing`. */
  code: string | null;
  /** Who may sign in; only for `clerk`. */
  clerks: readonly { id: string; name: string }[];
  counter: CounterId | null;
};

export type DevicePicture = {
  id: string;
  name: string;
  role: DeviceRole;
  counter: CounterId | null;
  /** Of a display for a part of the hall. */
  zone: ZoneId | null;
  pairedAt: number;
  isConnected: boolean;
};

/** The manager's picture of who may come in. */
export type AccessView = {
  at: number;
  /** Machines that show a code and wait. */
  knocking: readonly {
    code: string;
    address: string;
    wants: DeviceRole;
    counter: CounterId | null;
    zone: ZoneId | null;
    since: number;
  }[];
  devices: readonly DevicePicture[];
  /** `counter`: where the clerk is signed in now. */
  clerks: readonly { id: string; name: string; counter: CounterId | null }[];
  counters: readonly CounterId[];
  /** The parts of the hall; none: it is one. */
  zones: readonly { id: ZoneId; name: Bilingual }[];
  /** Addresses under which other machines of the hall find this server; the certificate's fingerprint to compare. */
  addresses: readonly string[];
  fingerprint: string | null;
};
