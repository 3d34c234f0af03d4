import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import { comingBack } from '#shared/page/coming-back.ts';

type Crowd = { sockets: Socket[]; close(): void };

/**
 * So many phones with the picture before them, joined a few hundred at a time.
 * @param comesBack after the server was away, as a phone's page does
 */
export async function joinPhones(url: string, count: number, comesBack = false): Promise<Crowd> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(200, count - sockets.length) }, () => openPhone(url, comesBack));
    await Promise.all(some.map((phone) => new Promise<void>((seen) => phone.once('view:phone', () => seen()))));
    sockets.push(...some);
  }
  return {
    sockets,
    close: () => {
      for (const socket of sockets) socket.close();
    },
  };
}

function openPhone(url: string, comesBack: boolean): Socket {
  return io(url, {
    auth: { protocol: PROTOCOL_VERSION, role: 'phone', counter: null },
    transports: ['websocket'],
    forceNew: true,
    reconnection: comesBack,
    ...comingBack('phone'),
  });
}
