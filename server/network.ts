import { createServer, type Server as HttpServer } from 'node:http';
import { createServer as createSecureServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { HallParts } from './hall.ts';
import { DressedAnswer } from './http/dressed-answer.ts';
import type { Guide } from './http/guide.ts';
import { createPageHandler } from './http/hand-out-pages.ts';
import type { DataFolder } from './settings/data-folder.ts';
import { type Identity, openIdentity } from './tls/identity.ts';
import { StartTrouble } from './trouble.ts';

/** The ports on which the hall is reached. */
export type Network = {
  http: HttpServer;
  https: HttpsServer | null;
  /** Names under which the pages may be opened, beside the loopback ones. */
  names: ReadonlySet<string>;
  url: string;
  addresses: readonly string[];
  fingerprint: string | null;
  /** Where phones come in, over plain HTTP: they will not have the office's authority. Null: nowhere. */
  phoneBase: string | null;
  close(): void;
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

/**
 * Takes the ports. For this machine plain HTTP; for the others of the hall TLS, and over plain HTTP only the way to it.
 * @throws StartTrouble when a port is taken; none is held then
 */
export async function openNetwork(parts: HallParts, folder: DataFolder): Promise<Network> {
  const { port, lan = null, dist, clock, tray = null } = parts;
  const identity = lan && (await openIdentity(folder.path, folder.setup.office.name.vi, clock.now()));
  const names = new Set(identity?.names ?? []);
  const https =
    identity &&
    createSecureServer({
      key: identity.server.key,
      cert: identity.server.certificate,
      minVersion: 'TLSv1.2',
      ServerResponse: DressedAnswer,
      ...{ handshakeTimeout: 10_000, ...PATIENCE },
    });
  const httpsPort = https && lan ? await listenSecurely(https, lan.httpsPort, port) : 0;
  const guide: Guide | null = identity && { httpsPort, ...identity.authority };
  const answer = createPageHandler({ dist, names, guide, tray });
  https?.on('request', answer);
  const http = createServer({ ServerResponse: DressedAnswer, ...PATIENCE }, answer);
  try {
    const ownPort = await listenOn(http, port, lan ? EVERYWHERE : LOOPBACK, 'PORT');
    return {
      http,
      https,
      names,
      url: `http://localhost:${ownPort}/`,
      addresses: identity ? addressesOf(identity, httpsPort) : [],
      fingerprint: identity?.authority.fingerprint ?? null,
      phoneBase: phoneBase(identity, ownPort),
      close() {
        http.close();
        https?.close();
      },
    };
  } catch (cause) {
    https?.close();
    throw cause;
  }
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
