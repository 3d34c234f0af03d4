import { createServer, type Server as HttpServer } from 'node:http';
import { createServer as createSecureServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { Setup } from '#shared/domain/setup.ts';
import { announce } from '#shared/finding/announce.ts';
import type { Where } from '#shared/finding/voices.ts';
import type { HallParts } from './hall.ts';
import { DressedAnswer } from './http/dressed-answer.ts';
import type { Guide } from './http/guide.ts';
import { createPageHandler, type PageParts } from './http/hand-out-pages.ts';
import type { DataFolder } from './settings/data-folder.ts';
import { type Identity, openIdentity } from './tls/identity.ts';
import { keepIdentity } from './tls/keep-identity.ts';
import { StartTrouble } from './trouble.ts';

/** The ports on which the hall is reached. */
export type Network = {
  http: HttpServer;
  https: HttpsServer | null;
  /** Names under which the pages may be opened, beside the loopback ones. */
  names: ReadonlySet<string>;
  url: string;
  /** As this machine has them now. */
  addresses(): readonly string[];
  fingerprint: string | null;
  /** Where phones come in now, over plain HTTP: they will not have the office's authority. Null: nowhere. */
  phoneBase(): string | null;
  /** Looks whether this machine has other addresses than before. The house does so by itself, every few seconds. */
  look(): Promise<void>;
  close(): Promise<void>;
};

/** How other machines come in. */
export type Lan = {
  /** null: the usual one, or any free one. */
  httpsPort: number | null;
  /** Where the hall announces itself; without it, nowhere. */
  where?: Where;
  /** What this machine is called in the network, as it is now; handed in, so that a test can give it another address. */
  names?: () => readonly string[];
};

const LOOPBACK = '127.0.0.1';
const EVERYWHERE = '0.0.0.0';
/** How long somebody may take to say what he wants: whoever dawdles on purpose holds nothing for long. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 8 * 1024,
};

/** Of the door for the other machines. */
const SECURE = { ServerResponse: DressedAnswer, handshakeTimeout: 10_000, ...PATIENCE };
/** How soon after a new address machines may come in by it. */
const LOOK_MS = 5_000;

function secureContext({ server }: Identity) {
  return { key: server.key, cert: server.certificate, minVersion: 'TLSv1.2' as const };
}

/**
 * Takes the ports. For this machine plain HTTP; for the others of the hall TLS, and over plain HTTP only the way to it.
 * @throws StartTrouble when a port is taken; none is held then
 */
export async function openNetwork(
  parts: HallParts,
  folder: DataFolder,
  beside: Pick<PageParts, 'information' | 'voice'>,
): Promise<Network> {
  const { port, lan = null, dist, clock, log, tray = null } = parts;
  const { setup } = folder;
  const identity =
    lan &&
    (await keepIdentity({
      open: (known) => openIdentity(folder.path, setup.office.name.vi, clock.now(), known),
      now: clock.now,
      ...(lan.names ? { names: lan.names } : {}),
    }));
  const names = identity?.names ?? new Set<string>();
  const https = identity && createSecureServer({ ...secureContext(identity.now()), ...SECURE });
  const httpsPort = https && lan ? await listenSecurely(https, lan.httpsPort, port) : 0;
  const guide: Guide | null = identity && { httpsPort, ...identity.now().authority };
  const answer = createPageHandler({ dist, names, guide, tray, ...beside });
  https?.on('request', answer);
  const http = createServer({ ServerResponse: DressedAnswer, ...PATIENCE }, answer);
  let ownPort: number;
  try {
    ownPort = await listenOn(http, port, lan ? EVERYWHERE : LOOPBACK, 'PORT');
  } catch (cause) {
    https?.close();
    throw cause;
  }
  const fingerprint = identity?.now().authority.fingerprint ?? null;
  const announcer = announceHall(parts, setup, fingerprint, httpsPort);
  let addresses = identity ? addressesOf(identity.now(), httpsPort) : [];
  const look = async () => {
    try {
      if (identity && (await identity.look())) https?.setSecureContext(secureContext(identity.now()));
      if (identity) addresses = addressesOf(identity.now(), httpsPort);
      announcer?.look();
    } catch (cause) {
      log('warning', 'The certificate could not be renewed for a new address.', cause);
    }
  };
  const looking = setInterval(() => void look(), LOOK_MS).unref();
  return {
    ...{ http, https, names, fingerprint, look },
    url: `http://localhost:${ownPort}/`,
    addresses: () => addresses,
    phoneBase: () => phoneBase(identity?.now() ?? null, ownPort),
    async close() {
      clearInterval(looking);
      http.close();
      https?.close();
      await announcer?.close();
    },
  };
}

/** Unless the office wants otherwise: then a machine that is told the address still finds it. */
function announceHall({ lan, log }: HallParts, setup: Setup, fingerprint: string | null, httpsPort: number) {
  if (!lan?.where || fingerprint === null || setup.announced === false) return null;
  return announce({ office: setup.office.name.vi, fingerprint, httpsPort }, lan.where, (cause) =>
    log('info', 'Being found by name does not work on a network card.', cause),
  );
}

/** Those by number first: they work without any name service. */
function addressesOf({ names }: Identity, port: number): string[] {
  const others = names.filter((name) => name !== 'localhost' && name !== LOOPBACK);
  const isNumber = (name: string) => /^[\d.]+$/.test(name);
  return [...others.filter(isNumber), ...others.filter((name) => !isNumber(name))].map(
    (name) => `https://${name}:${port}/`,
  );
}

/** 8443 beside 8080. When nobody asked for it by number, another program there is no reason not to open. */
async function listenSecurely(https: HttpsServer, wanted: number | null, port: number): Promise<number> {
  if (wanted !== null) return listenOn(https, wanted, EVERYWHERE, 'HTTPS_PORT');
  const usual = port === 0 ? 0 : port + 363;
  return listenOn(https, usual, EVERYWHERE, 'HTTPS_PORT').catch(() => listenOn(https, 0, EVERYWHERE, 'HTTPS_PORT'));
}

function phoneBase(identity: Identity | null, port: number): string | null {
  const address = identity?.names.find((name) => /^[\d.]+$/.test(name) && name !== LOOPBACK);
  return address === undefined ? null : `http://${address}:${port}`;
}

function listenOn(server: Server, port: number, address: string, setting: 'PORT' | 'HTTPS_PORT'): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') return reject(cause);
      reject(
        new StartTrouble(
          `Cổng ${port} đang được chương trình khác dùng.`,
          `Port ${port} cannot be used (${cause.code}); set ${setting} to another one.`,
          { cause },
        ),
      );
    });
    // A server that listens on TCP has an address with a port.
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port));
  });
}
