import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Server } from 'socket.io';
import { frameOf } from './frame-of.ts';

// Socket.IO and nothing else: whoever says `go` makes it tell everybody what it was given, whoever says `go-framed` the same by one
// WebSocket frame that is made once; whoever comes is told what `FIRST` says. What a broadcast, and a crowd that comes back, cost at least.
const { PORT = '0', FIRST = '' } = process.env;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
/** What is under a WebSocket transport; its types keep quiet about it. */
type OverTcp = { socket: { _socket: { write(bytes: Buffer): void } } };

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  if (FIRST) socket.emit('view:phone', JSON.parse(FIRST));
  socket.on('go', (round: number, view: unknown) => io.emit('picture', { round, view }));
  socket.on('go-framed', (round: number, view: unknown) => {
    const frame = frameOf(`42${JSON.stringify(['picture', { round, view }])}`);
    for (const { conn } of io.sockets.sockets.values())
      (conn.transport as unknown as OverTcp).socket._socket.write(frame);
  });
});
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  const stallMs = delay.max / 1e6;
  globalThis.gc?.();
  process.send?.({ stallMs, rss: process.memoryUsage.rss() });
});
http.listen(Number(PORT), '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo; // listening on TCP
  process.stdout.write(`http://127.0.0.1:${port}/\n`);
});
