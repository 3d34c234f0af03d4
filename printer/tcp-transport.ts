import { connect, type Socket } from 'node:net';
import { realTimers, type Timers } from './timers.ts';
import type { Transport } from './transport.ts';
import { CLOSE_WITHIN_MS, CONNECT_WITHIN_MS, DRAIN_WITHIN_MS, tookTooLong } from './transport-times.ts';

const KEEP_ALIVE_MS = 10_000;

export type TcpAddress = { host: string; port: number };

/** A printer on the network, raw bytes on a port (9100 as a rule). */
export function createTcpTransport(address: TcpAddress, timers: Timers = realTimers): Transport {
  let socket: Socket | null = null;
  let listener: (chunk: Uint8Array) => void = () => {};
  let closed: (cause: Error | null) => void = () => {};

  return {
    open: () =>
      new Promise((resolve, reject) => {
        const opening = connect({ ...address, noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS });
        socket = opening;
        let failure: Error | null = null;
        let isOpen = false;
        const timer = timers.set(
          () => opening.destroy(tookTooLong('connecting', CONNECT_WITHIN_MS)),
          CONNECT_WITHIN_MS,
        );
        opening.once('connect', () => {
          timers.clear(timer);
          isOpen = true;
          resolve();
        });
        opening.on('data', (chunk) => listener(chunk));
        opening.on('error', (error) => {
          failure = error;
        });
        opening.once('close', () => {
          timers.clear(timer);
          if (socket === opening) socket = null;
          if (isOpen) closed(failure);
          else reject(failure ?? new Error('The connection was given up before it opened'));
        });
      }),
    write: (bytes) => writeTo(socket, bytes, timers),
    onData: (next) => {
      listener = next;
    },
    onClose: (next) => {
      closed = next;
    },
    close: () => closeGently(socket, timers),
  };
}

function writeTo(socket: Socket | null, bytes: Uint8Array, timers: Timers): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!socket) {
      reject(new Error('The printer is not connected'));
      return;
    }
    const timer = timers.set(() => reject(tookTooLong('sending', DRAIN_WITHIN_MS)), DRAIN_WITHIN_MS);
    socket.write(bytes, (error) => {
      timers.clear(timer);
      if (error) reject(error);
      else resolve();
    });
  });
}

/**
 * Says goodbye and reads on until the printer has closed too. Destroying at once would answer the printer's last status byte
 * with a reset, and on a reset it throws away what it has not printed yet.
 */
function closeGently(socket: Socket | null, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    if (!socket) {
      resolve();
      return;
    }
    const timer = timers.set(() => socket.destroy(), CLOSE_WITHIN_MS);
    socket.once('close', () => {
      timers.clear(timer);
      resolve();
    });
    if (socket.connecting) socket.destroy();
    else socket.end();
  });
}
