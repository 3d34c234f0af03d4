import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { type Hall, openHall } from '#server/hall.ts';
import type { Lan } from '#server/network.ts';
import type { Limits } from '#server/socket/rates.ts';
import type { MessageInput, MessageName } from '#shared/contract/messages.ts';
import { type Hello, PROTOCOL_VERSION, type Reply } from '#shared/contract/socket-events.ts';
import type { ViewName, Views } from '#shared/contract/views.ts';
import type { Setup } from '#shared/domain/setup.ts';

const HOME = resolve(import.meta.dirname, '../..');
/** Monday 23 November 2026, 08:00 in Tân Châu. */
export const MONDAY_EIGHT = Date.UTC(2026, 10, 23, 1, 0);

export type TestHall = {
  hall: Hall;
  /** For whoever comes from another machine: over TLS even this one is a guest. */
  secureUrl: string;
  url: string;
  clock: { at: number };
  /** Closes it and takes its folder away. */
  close(): Promise<void>;
};

/**
 * The real hall on a free port and a folder of its own, its clock standing at Monday 08:00 unless the test moves it.
 * @param change what the office decides otherwise than the sample
 * @param options.isOpenHere whether the manager's page on this machine needs no password
 * @param options.isOnNetwork whether other machines and phones have a way in
 * @param options.lan how they come in otherwise, and where the hall announces itself
 * @param options.limits how fast machines may ask; without it, as fast as they like
 */
export async function openTestHall(
  change: Partial<Setup> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'luot-hall-')),
  clock = { at: MONDAY_EIGHT },
  {
    isOpenHere = true,
    isOnNetwork = true,
    limits,
    lan,
  }: { isOpenHere?: boolean; isOnNetwork?: boolean; limits?: Limits; lan?: Partial<Lan> } = {},
): Promise<TestHall> {
  writeOffice(dataDir, change);
  const dist = join(HOME, 'dist');
  mkdirSync(dist, { recursive: true });
  const hall = await openHall({
    dataDir,
    dist,
    port: 0,
    lan: isOnNetwork ? { httpsPort: 0, ...lan } : null,
    isOpenHere,
    ...(limits ? { limits } : {}),
    clock: { now: () => clock.at },
    log: () => undefined,
    giveUp: (cause) => {
      throw cause;
    },
  });
  return {
    hall,
    url: hall.url,
    secureUrl: (hall.addresses[0] ?? '').replace(/\/\/[^:]+/, '//127.0.0.1'),
    clock,
    async close() {
      await hall.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Writes the settings of an office that is the sample but for the change. */
export function writeOffice(dataDir: string, change: Partial<Setup>) {
  const sample = JSON.parse(readFileSync(join(HOME, 'server/settings/sample-office.json'), 'utf8'));
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'office.json'), JSON.stringify({ ...sample, ...change }));
}

let presses = 0;

/** A page without a screen: a socket in a role, with the newest view it got. */
export class Client<V extends ViewName> {
  readonly socket: Socket;
  private latest: Views[V] | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(url: string, view: V, hello: Omit<Hello, 'protocol'>) {
    this.socket = io(url, {
      auth: { ...hello, protocol: PROTOCOL_VERSION },
      transports: ['websocket'],
      // The office's authority is not among the roots of this process; that it is checked where it must be is a test of its own.
      rejectUnauthorized: false,
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 50,
    });
    this.socket.on(view as string, (picture: Views[V]) => {
      this.latest = picture;
      for (const look of this.waiting) look();
    });
  }

  /** Connects and waits for the first picture. */
  static async join<V extends ViewName>(
    url: string,
    view: V,
    role: Hello['role'],
    counter: number | null = null,
  ): Promise<Client<V>> {
    const client = new Client(url, view, { role, counter });
    await client.until(() => true);
    return client;
  }

  view(): Views[V] {
    if (!this.latest) throw new Error('No picture has come yet.');
    return this.latest;
  }

  /** Waits until a picture shows what is wanted. The test's own time limit ends a wait in vain. */
  until(isWanted: (view: Views[V]) => boolean): Promise<Views[V]> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.latest || !isWanted(this.latest)) return;
        this.waiting.delete(look);
        resolve(this.latest);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Sends a command once, and waits for the answer. */
  async send<N extends MessageName>(
    name: N,
    input: MessageInput<N>,
    commandId = `test-press-${++presses}-${process.pid}-0`,
  ): Promise<Reply<N>> {
    return await this.socket.emitWithAck(name, { commandId, input });
  }

  close() {
    this.socket.close();
  }
}

export const joinKiosk = (url: string) => Client.join(url, 'view:kiosk', 'kiosk');
export const joinDisplay = (url: string) => Client.join(url, 'view:board', 'display');
export const joinManager = (url: string) => Client.join(url, 'view:manager', 'manager');
export const joinCounter = (url: string, counter: number) => Client.join(url, 'view:counter', 'counter', counter);
