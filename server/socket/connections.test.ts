import { EventEmitter } from 'node:events';
import type { Server, Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { cutOffFlood, cutOffStalled, keepCrowdOut, MOST_UNREAD_BYTES } from './connections.ts';
import type { HallSocket } from './listen.ts';
import { USUAL_LIMITS } from './rates.ts';

/** As much of a TCP connection as is looked at. */
class Tcp extends EventEmitter {
  readonly remoteAddress: string;
  isOpen = true;

  constructor(remoteAddress: string) {
    super();
    this.remoteAddress = remoteAddress;
  }

  destroy() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.emit('close');
  }
}

function aDoor(limits = USUAL_LIMITS) {
  const clock = { at: 0 };
  const [http, https] = [new EventEmitter(), new EventEmitter()];
  keepCrowdOut([http, https] as unknown as Server[], limits, () => clock.at);
  const come = (address: string, server = http) => {
    const tcp = new Tcp(address);
    server.emit('connection', tcp as unknown as Socket);
    return tcp;
  };
  return { clock, come, http, https };
}

describe('[A11] a crowd of connections from one address', () => {
  it('is let in up to its number, over both ports together, and again when some have gone', () => {
    const door = aDoor({ ...USUAL_LIMITS, arrivals: { perSecond: 0, burst: 10_000 } });
    const all = Array.from({ length: 1_000 }, (_, nth) => door.come('10.0.0.9', nth % 2 ? door.http : door.https));
    expect(all.filter(({ isOpen }) => isOpen)).toHaveLength(256);
    expect(door.come('10.0.0.9').isOpen).toBe(false);
    all[0]?.destroy();
    expect([door.come('10.0.0.9').isOpen, door.come('10.0.0.9').isOpen]).toEqual([true, false]);
  });

  it('is let in no faster than its rate, however quickly each goes again', () => {
    const door = aDoor();
    let letIn = 0;
    for (let nth = 0; nth < 10_000; nth += 1) {
      const tcp = door.come('10.0.0.9');
      if (tcp.isOpen) letIn += 1;
      tcp.destroy();
      door.clock.at += 1;
    }
    expect(letIn).toBe(120 + 99);
  });

  it('takes nothing from another address', () => {
    const door = aDoor();
    for (let nth = 0; nth < 1_000; nth += 1) door.come('10.0.0.9');
    expect(door.come('10.0.0.8').isOpen).toBe(true);
  });
});

/** As much of a page's connection as is looked at. */
function aConnection() {
  const cut = { off: false };
  const transport = { writable: false, socket: { terminate: () => undefined } };
  const close = () => {
    cut.off = true;
  };
  const events = Object.assign(new EventEmitter(), { transport, close });
  return { cut, transport, events, connection: events as unknown as HallSocket['conn'] };
}

describe('[A11] a connection', () => {
  it('that does not read is cut off before it holds more than its share', () => {
    const { cut, events, connection } = aConnection();
    cutOffStalled(connection);
    // The first was handed to the system, which does not get rid of it.
    events.emit('packetCreate', { data: 'x'.repeat(10_000) });
    events.emit('flush');
    let held = 10_000;
    while (!cut.off && held < 100 * MOST_UNREAD_BYTES) {
      events.emit('packetCreate', { data: 'x'.repeat(10_000) });
      held += 10_000;
    }
    expect([cut.off, held <= MOST_UNREAD_BYTES + 10_000]).toEqual([true, true]);
  });

  it('is cut off for empty packets, too, when there are enough of them', () => {
    const { cut, events, connection } = aConnection();
    cutOffStalled(connection);
    for (let nth = 0; nth < 10_000; nth += 1) events.emit('packetCreate', {});
    expect(cut.off).toBe(true);
  });

  it('that reads stays, however much it reads', () => {
    const { cut, transport, events, connection } = aConnection();
    cutOffStalled(connection);
    transport.writable = true;
    for (let nth = 0; nth < 10_000; nth += 1) {
      events.emit('packetCreate', { data: 'x'.repeat(10_000) });
      events.emit('flush');
    }
    expect(cut.off).toBe(false);
  });

  it('that sends on and on is cut off; one that sends what a page does is not', () => {
    const clock = { at: 0 };
    const [flood, page] = [aConnection(), aConnection()];
    for (const { connection } of [flood, page]) cutOffFlood(connection, USUAL_LIMITS, () => clock.at);
    for (let second = 0; second < 600; second += 1) {
      for (let nth = 0; nth < 20; nth += 1) page.events.emit('packet');
      clock.at += 1_000;
    }
    for (let nth = 0; nth < 151; nth += 1) flood.events.emit('packet');
    expect([flood.cut.off, page.cut.off]).toEqual([true, false]);
  });
});
