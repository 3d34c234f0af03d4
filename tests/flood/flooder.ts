import { connect } from 'node:net';
import { PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import { frame, RawSocket } from '#tests/nonsense/raw-socket.ts';

// One machine that floods the hall in every way at once, as fast as it can, until it is told to stop. In a process of its own, so
// that it takes nothing of the time in which others are measured.
const { URL: url = '', SECURE_URL: secureUrl = '', FROM: localAddress = '' } = process.env;

/** How often each thing happened; the answers under the word of the refusal. */
const count = { said: 0, cut: 0, turnedAway: 0, answers: {} as Record<string, number> };
let isOn = true;
let told = false;

const SHOUT = Buffer.concat(
  Array.from({ length: 300 }, (_, nth) =>
    frame(0x81, Buffer.from(`42${nth}["counter:open",{"commandId":"flood-flood-flood-${nth}","input":{}}]`)),
  ),
);
/** As large as a message may be. */
const HUGE = frame(0x81, Buffer.from(`421["ticket:take",{"commandId":"${'x'.repeat(15_000)}","input":{}}]`));

/** Comes in, shouts until it is cut off, and comes again. */
async function shout(base: string, role: string, loud: Buffer) {
  while (isOn) {
    const socket = new RawSocket(base, { localAddress });
    if (!(await socket.until('0'))) {
      count.turnedAway += 1;
      continue;
    }
    socket.say(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, role, counter: null })}`);
    await socket.until('40');
    while (!socket.isOver && isOn) {
      count.said += 1;
      if (!socket.tcp.write(loud)) await Promise.race([new Promise((go) => socket.tcp.once('drain', go)), socket.gone]);
    }
    socket.close();
    await socket.gone;
    count.cut += 1;
    note(socket.heard);
  }
}

function note(heard: readonly string[]) {
  for (const text of heard) {
    const word = /^43\d+\[\{"ok":false,"refusal":"([a-z-]+)"/.exec(text)?.[1];
    if (word) count.answers[word] = (count.answers[word] ?? 0) + 1;
  }
  if (told || !('too-many-requests' in count.answers)) return;
  told = true;
  process.send?.('refused');
}

/** Opens connections that say nothing, or half a request, and keeps what it gets. */
async function crowd(beginning: string) {
  while (isOn) {
    const { port } = new URL(url);
    const tcp = connect({ host: '127.0.0.1', port: Number(port), localAddress });
    // That it was turned away is counted; how does not matter.
    tcp.on('error', () => undefined);
    await new Promise((settled) => tcp.once('connect', settled).once('close', settled));
    if (beginning) tcp.write(beginning);
    tcp.resume();
    tcp.once('close', () => {
      count.turnedAway += 1;
    });
    await new Promise((next) => setImmediate(next));
    if (count.turnedAway > 0) await new Promise((gone) => tcp.once('close', gone));
  }
}

// A flood that nobody watches ends.
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  isOn = false;
  process.send?.(count);
});
for (let nth = 0; nth < 8; nth += 1) void shout(url, 'phone', SHOUT);
for (let nth = 0; nth < 8; nth += 1) void shout(secureUrl, 'kiosk', SHOUT);
for (let nth = 0; nth < 4; nth += 1) void shout(url, 'kiosk', HUGE);
for (const beginning of ['', 'GET / HTTP/1.1\r\nHost: loc', 'POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n'])
  void crowd(beginning);
