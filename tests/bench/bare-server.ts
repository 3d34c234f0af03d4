import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

// Socket.IO and nothing else: whoever says `go` makes it tell everybody what it was given. What a broadcast costs at least.
const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('go', (round: number, view: unknown) => io.emit('picture', { round, view }));
});
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo; // listening on TCP
  process.stdout.write(`http://127.0.0.1:${port}/\n`);
});
