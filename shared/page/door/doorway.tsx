import type { ComponentChildren } from 'preact';
import type { DeviceRole } from '#shared/contract/roles.ts';
import type { ViewName } from '#shared/contract/views.ts';
import type { Connection } from '#shared/page/connection.ts';
import { Door } from './door.tsx';

/** The part of a connection that the door needs. */
export type DoorLine = Pick<Connection<ViewName>, 'door' | 'online' | 'send' | 'enter'>;

type Props = {
  connection: DoorLine;
  room: DeviceRole;
  /** `dark` for the lobby. */
  tone?: 'light' | 'dark';
  /** The page itself. */
  children: ComponentChildren;
};

/** The page, or, until it is let in, what it has to do for that. */
export function Doorway({ connection, room, tone = 'light', children }: Props) {
  const view = connection.door.value;
  if (!view) return <>{children}</>;
  return <Door connection={connection} view={view} room={room} tone={tone} />;
}
