import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { networkInterfaces } from 'node:os';
import { io } from 'socket.io-client';
import { type Hello, PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';

/** An answer as it came over the wire; where it leads to is not followed. */
export type Got = { status: number; headers: Record<string, unknown>; body: string };

/** Asks for a page as no browser would: with any headers, method and authority. */
export function get(url: string | URL, options: Record<string, unknown> = {}): Promise<Got> {
  const request = String(url).startsWith('https') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

type Knock = Parameters<typeof io>[1];

function ring(url: string, options: Knock) {
  return io(url, {
    reconnection: false,
    forceNew: true,
    transports: ['websocket'],
    // Whether the authority is checked where it must be is a test of its own.
    rejectUnauthorized: false,
    ...options,
  });
}

/** What the door says to a handshake: null when it lets it in. */
export function knock(url: string, options: Knock): Promise<string | null> {
  const socket = ring(url, options);
  return new Promise((resolve) => {
    const settle = (word: string | null) => {
      socket.close();
      resolve(word);
    };
    socket.on('connect', () => settle(null));
    socket.on('connect_error', (error) => settle(error.message));
  });
}

/**
 * Replays a handshake word for word.
 * @returns the first picture that it is shown; at the door, what is asked of it there
 */
export function replay(url: string, auth: object, transport: 'websocket' | 'polling' = 'websocket'): Promise<string> {
  const socket = ring(url, { auth: { ...auth }, transports: [transport] });
  return new Promise((resolve) => {
    const settle = (word: string) => {
      socket.close();
      resolve(word);
    };
    socket.onAny((name: string, view: { needs?: string }) => {
      settle(name === 'view:door' ? `at the door: ${view.needs}` : name);
    });
    socket.on('connect_error', (error) => settle(error.message));
  });
}

/** What a page says of itself that has nothing to show. */
export function hello(role: Hello['role'] | 'house', counter: number | null = null) {
  return { protocol: PROTOCOL_VERSION, role, counter };
}

/** An address of this machine that is not loopback: from there it is another machine. Null where there is no network card. */
export function ownAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((cards) => cards ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
