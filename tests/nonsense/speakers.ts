import { type ClientRequest, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { io, type Socket } from 'socket.io-client';
import { type Hello, PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import type { Frame } from './frames.ts';
import { isRight } from './frames.ts';
import type { Asked, Packet } from './packets.ts';
import { RawSocket } from './raw-socket.ts';

/** What became of nonsense. `wrong` names what must not be: an answer that is none, or a yes to what is not in order. */
export type Tally = { answered: number; cut: number; unheard: number; right: number; wrong: string[] };

export const noTally = (): Tally => ({ answered: 0, cut: 0, unheard: 0, right: 0, wrong: [] });

/** A page that talks nonsense: where, and as what. `role` is what it was let in as. */
export type Speaker = { socket: Socket; role: Hello['role'] | 'door' };

/** How many are under way at once, as from a page that does not wait. */
const AT_ONCE = 40;

/**
 * Comes in and waits to be let in.
 * @param options.as what the house makes of it, when not what it says
 * @param options.localAddress another address of this machine: to the house, another machine
 */
export async function comeIn(
  url: string,
  hello: Omit<Hello, 'protocol'>,
  { as = hello.role, localAddress }: { as?: Speaker['role']; localAddress?: string } = {},
): Promise<Speaker> {
  const socket = io(url, {
    // Known to Node's sockets below; the types are those of browsers.
    ...{ localAddress },
    auth: { ...hello, protocol: PROTOCOL_VERSION },
    transports: ['websocket'],
    rejectUnauthorized: false,
    forceNew: true,
    reconnectionDelay: 5,
    reconnectionDelayMax: 20,
  });
  await backIn(socket);
  return { socket, role: as };
}

/** Says every frame, and waits until each is answered or the socket is cut. A cut speaker comes in again and goes on. */
export async function speak({ socket, role }: Speaker, frames: readonly Frame[], tally: Tally) {
  for (let from = 0; from < frames.length; from += AT_ONCE) {
    if (!socket.connected) await backIn(socket);
    await Promise.all(frames.slice(from, from + AT_ONCE).map((frame) => sayOne(socket, role, frame, tally)));
  }
}

function backIn(socket: Socket): Promise<void> {
  if (socket.connected) return Promise.resolve();
  return new Promise((settle) => {
    socket.once('connect', settle);
    // Only a server that shows a page out on purpose leaves the coming back to it.
    if (!socket.active) socket.connect();
  });
}

function sayOne(socket: Socket, role: Speaker['role'], frame: Frame, tally: Tally): Promise<void> {
  if (!frame.wantsAnswer) {
    tally.unheard += 1;
    socket.emit(frame.name, ...frame.said);
    return Promise.resolve();
  }
  return new Promise((settle) => {
    const cut = () => {
      tally.cut += 1;
      settle();
    };
    socket.once('disconnect', cut);
    socket.emit(frame.name, ...frame.said, (...reply: unknown[]) => {
      socket.off('disconnect', cut);
      tally.answered += 1;
      judge(role, frame, reply, tally);
      settle();
    });
  });
}

function judge(role: Speaker['role'], frame: Frame, reply: unknown[], tally: Tally) {
  const [one] = reply as [{ ok?: unknown; refusal?: unknown }?];
  if (reply.length === 1 && one?.ok === false && typeof one.refusal === 'string' && one.refusal !== 'out-of-service')
    return;
  if (one?.ok === true && isRight(role, frame)) tally.right += 1;
  else tally.wrong.push(`${role} ${frame.name} ${JSON.stringify(frame.said)?.slice(0, 300)}: ${JSON.stringify(reply)}`);
}

/** A question with a known answer: whoever is still heard gets it. */
const CANARY = '42777777["no such message",{}]';

/**
 * Says packets below Socket.IO, some on each connection; at the end of each one a question that every living connection answers.
 * Settles when it was answered or the connection is over.
 */
export async function sayRaw(url: string, role: Hello['role'], packets: readonly Packet[], tally: Tally) {
  const socket = new RawSocket(url);
  await socket.until('0');
  socket.say(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, role, counter: role === 'counter' ? 6 : null })}`);
  const isIn = await socket.until('40');
  if (!isIn) tally.wrong.push(`${role} was not let in by hand: ${socket.heard.at(-1)}`);
  for (const { wire } of packets) socket.tcp.write(wire);
  socket.say(CANARY);
  if (await socket.until('43777777[')) {
    tally.answered += 1;
    const answer = socket.heard.find((text) => text.startsWith('43777777['));
    if (answer !== '43777777[{"ok":false,"refusal":"not-understood"}]') tally.wrong.push(String(answer));
  } else tally.cut += 1;
  socket.close();
}

/**
 * Asks something odd over HTTP. Any answer will do, and being cut off.
 * @param hanging takes those that the server holds open until it has something to say; they are asked, and not waited for
 */
export function poll(url: string, { method, path, body, headers }: Asked, sid: string, hanging: ClientRequest[]) {
  const request = url.startsWith('https') ? secure : plain;
  const { port, host } = new URL(url);
  return new Promise<void>((settle) => {
    const asked = request({
      ...{ host: '127.0.0.1', port, path: path.replace('SID', sid), method, rejectUnauthorized: false },
      headers: { host, ...headers },
    });
    asked.once('response', (answer) => {
      answer.resume();
      answer.once('close', settle);
    });
    asked.once('error', () => settle());
    if (method === 'GET' && path.includes('SID')) {
      hanging.push(asked);
      asked.once('finish', settle);
    }
    // As long as it says it is.
    asked.end(headers['content-length'] === undefined ? body : '12345');
  });
}

/** Begins a session by polling. */
export function beginPolling(url: string): Promise<string> {
  const request = url.startsWith('https') ? secure : plain;
  return new Promise((settle, fail) => {
    const asked = request(
      new URL('/socket.io/?EIO=4&transport=polling', url),
      // On a line of its own: one that was kept may be closed by the server just as this busy process uses it again.
      { rejectUnauthorized: false, agent: false },
      (answer) => {
        let said = '';
        answer.on('data', (chunk) => {
          said += chunk;
        });
        answer.on('end', () => settle(/"sid":"([^"]+)"/.exec(said)?.[1] ?? ''));
      },
    );
    asked.once('error', fail);
    asked.end();
  });
}
