import type { DeviceRole } from '#shared/contract/roles.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { ZoneId } from '#shared/domain/zones.ts';

export type Device = {
  id: string;
  name: string;
  role: DeviceRole;
  /** Of a counter's page, and of the small display above a counter. */
  counter: CounterId | null;
  /** Of a display that is for a part of the hall. */
  zone: ZoneId | null;
  tokenHash: string;
  pairedAt: number;
};

export type Clerk = { id: string; name: string; pinHash: string };

/** `place`: the id of the machine it was begun on, or `local`. */
export type Session = {
  tokenHash: string;
  kind: 'manager' | 'clerk';
  clerk: string | null;
  counter: CounterId | null;
  place: string;
  beganAt: number;
};

/** What access keeps. Every change is on disk when the call returns. */
export type AccessStore = {
  devices(): Device[];
  keepDevice(device: Device): void;
  dropDevice(id: string): void;
  clerks(): Clerk[];
  keepClerk(clerk: Clerk): void;
  dropClerk(id: string): void;
  sessions(): Session[];
  keepSession(session: Session): void;
  dropSession(tokenHash: string): void;
  managerHash(): string | null;
  keepManagerHash(hash: string): void;
  /** Also ends every manager's session. */
  dropManagerHash(): void;
};
