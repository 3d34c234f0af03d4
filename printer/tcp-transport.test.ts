import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHandTimers } from './hand-timers.ts';
import { createTcpTransport } from './tcp-transport.ts';
import { CLOSE_WITHIN_MS, CONNECT_WITHIN_MS, DRAIN_WITHIN_MS } from './transport-times.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A bare listener; half-open connections stay open until it ends them, as printers do. */
async function listen(onSocket: (socket: Socket) => void): Promise<{ host: string; port: number }> {
  const server = createServer({ allowHalfOpen: true }, onSocket);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { host: '127.0.0.1', port: typeof address === 'object' && address !== null ? address.port : 0 };
}

describe('bytes over TCP', () => {
  it('go both ways', async () => {
    const address = await listen((socket) => socket.pipe(socket));
    const transport = createTcpTransport(address);
    const echoed = new Promise<string>((resolve) =>
      transport.onData((chunk) => resolve(Buffer.from(chunk).toString())),
    );
    await transport.open();
    await transport.write(Buffer.from('A001'));
    expect(await echoed).toBe('A001');
    await transport.close();
  });

  it('reject when nobody listens, and when the address is nonsense', async () => {
    const { host, port } = await listen(() => {});
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    await expect(createTcpTransport({ host, port }).open()).rejects.toThrow('ECONNREFUSED');
    await expect(createTcpTransport({ host, port: 99_999 }).open()).rejects.toThrow(RangeError);
    await expect(createTcpTransport({ host, port }).write(Uint8Array.of(1))).rejects.toThrow('not connected');
  });

  it('give up connecting after a while', async () => {
    const timers = createHandTimers();
    const address = await listen(() => {});
    const opening = createTcpTransport(address, timers).open();
    // The listener has not been given the chance to answer yet.
    timers.pass(CONNECT_WITHIN_MS);
    await expect(opening).rejects.toThrow('connecting');
  });

  it('give up sending when the printer no longer reads', async () => {
    const timers = createHandTimers();
    const address = await listen((socket) => socket.pause());
    const transport = createTcpTransport(address, timers);
    await transport.open();
    const sending = transport.write(new Uint8Array(64 * 1024 * 1024));
    timers.pass(DRAIN_WITHIN_MS);
    await expect(sending).rejects.toThrow('sending');
    const closing = transport.close();
    timers.pass(CLOSE_WITHIN_MS);
    await closing;
  });

  it('are all read by the printer though it speaks after we said goodbye', async () => {
    let done: (result: { bytes: number; error: string | null }) => void = () => {};
    const received = new Promise((resolve) => {
      done = resolve;
    });
    const transport = createTcpTransport(await listen((socket) => talkBack(socket, done)));
    await transport.open();
    const bytes = new Uint8Array(300_000);
    void transport.write(bytes);
    await transport.close();
    expect(await received).toEqual({ bytes: bytes.length, error: null });
  });

  it('tell that the printer hung up, and can be opened again', async () => {
    let connections = 0;
    const address = await listen((socket) => {
      connections += 1;
      if (connections === 1) socket.end();
      socket.on('end', () => socket.end());
    });
    const transport = createTcpTransport(address);
    const hungUp = new Promise((resolve) => transport.onClose(resolve));
    await transport.open();
    expect(await hungUp).toBeNull();
    await transport.open();
    expect(connections).toBe(2);
    await transport.close();
  });
});

/** A printer that answers each piece it reads with a status byte, and closes when it has read all. */
function talkBack(socket: Socket, done: (result: { bytes: number; error: string | null }) => void): void {
  let bytes = 0;
  let error: string | null = null;
  socket.on('data', (chunk) => {
    bytes += chunk.length;
    socket.write(Uint8Array.of(0x12));
  });
  socket.on('error', (cause) => {
    error = cause.message;
  });
  socket.on('end', () => socket.end(Uint8Array.of(0x12)));
  socket.on('close', () => done({ bytes, error }));
}
