import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { writeWhole } from '#server/settings/write-whole.ts';
import { StartTrouble } from '#server/trouble.ts';
import {
  fingerprint,
  type KeyAndCertificate,
  makeAuthority,
  makeServerCertificate,
  stillServes,
} from './certificates.ts';

/** How this server shows itself to the other machines of the hall. */
export type Identity = {
  /** Its certificate has the authority's behind it: a machine that knows only the authority's fingerprint finds it there. */
  server: KeyAndCertificate;
  /** To be put on the office's PCs. */
  authority: { certificate: string; fingerprint: string };
  /** Names and addresses under which the pages may be opened, in small letters. */
  names: readonly string[];
};

/**
 * Reads the office's authority and the server's certificate from the data folder, making them at the first start; the latter anew
 * when an address has changed or it is about to run out. The authority stays, so that no PC has to be visited again.
 * @throws StartTrouble when a file of them is damaged
 */
export async function openIdentity(
  dataDir: string,
  officeName: string,
  now: number,
  names: readonly string[] = ownNames(),
): Promise<Identity> {
  const folder = join(dataDir, 'tls');
  mkdirSync(folder, { recursive: true });
  try {
    const authority = read(folder, 'authority') ?? keep(folder, 'authority', await makeAuthority(officeName, now));
    const known = read(folder, 'server');
    const server =
      known && stillServes(known, authority, names, now)
        ? known
        : keep(folder, 'server', await makeServerCertificate(authority, names, now));
    const { certificate } = authority;
    return {
      server: { key: server.key, certificate: `${server.certificate}${certificate}` },
      authority: { certificate, fingerprint: fingerprint(certificate) },
      names,
    };
  } catch (cause) {
    throw new StartTrouble(
      `Chứng thư trong ${folder} bị hỏng.`,
      `The certificates in ${folder} are damaged; put them back from a backup, or move the folder away to make new ones.`,
      { cause },
    );
  }
}

/** Every name and IPv4 address of this machine, as a browser writes them. */
export function ownNames(): string[] {
  const own = hostname().toLowerCase();
  const addresses = Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address);
  const isPlain = /^[a-z0-9-]+$/.test(own);
  return [...new Set(['localhost', ...(isPlain ? [own, `${own}.local`] : []), '127.0.0.1', ...addresses])];
}

function read(folder: string, name: string): KeyAndCertificate | null {
  const files = [join(folder, `${name}.key`), join(folder, `${name}.crt`)] as const;
  if (!files.some((file) => existsSync(file))) return null;
  return { key: readFileSync(files[0], 'utf8'), certificate: readFileSync(files[1], 'utf8') };
}

function keep(folder: string, name: string, pair: KeyAndCertificate): KeyAndCertificate {
  writeWhole(join(folder, `${name}.key`), Buffer.from(pair.key));
  writeWhole(join(folder, `${name}.crt`), Buffer.from(pair.certificate));
  return pair;
}
