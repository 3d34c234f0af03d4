import type { X509Certificate } from 'node:crypto';
import type { FoundHall, NoHall } from '#kiosk/bridge.ts';
import { isKeyOf, readHallText, USUAL_HTTPS_PORT } from '#shared/domain/hall-link.ts';
import type { HeardHall } from '#shared/finding/browse.ts';
import { NoAnswer } from './call-server.ts';
import { judgeChain, officeAuthority } from './judge-chain.ts';

/** Where a hall's server is for its own PC, and how much further its other machines come in. */
const USUAL_HTTP_PORT = 8080;
const HTTPS_FURTHER = USUAL_HTTPS_PORT - USUAL_HTTP_PORT;

export type MeetNeeds = {
  /** The halls that announce themselves now. */
  listen(): Promise<readonly HeardHall[]>;
  /** What a server shows of itself. @throws NoAnswer */
  chainOf(server: URL): Promise<readonly X509Certificate[]>;
  /** Does the server on this very PC give out this page? */
  isAnswering(page: URL): Promise<boolean>;
  now(): number;
};

/** How the first-run page finds a hall: those that announce themselves, and whoever is at what was typed. */
export function meetHalls(needs: MeetNeeds) {
  // What an office calls itself with all its accents, as it was heard: a certificate has plain letters only.
  const names = new Map<string, string>();

  const meet = async (server: URL, key: string | null): Promise<FoundHall | NoHall> => {
    const chain = await needs.chainOf(server);
    const authority = officeAuthority(chain);
    if (!authority) return 'not-a-hall';
    const { fingerprint, office } = authority;
    if (key !== null && !isKeyOf(key, fingerprint)) return 'another-authority';
    const verdict = judgeChain({ chain, host: server.hostname, now: needs.now() }, fingerprint);
    if (verdict !== 'ours') return TROUBLES[verdict];
    const name = names.get(fingerprint) ?? office;
    return { name, server: server.origin, fingerprint, isProved: key !== null };
  };

  return {
    async halls(): Promise<FoundHall[]> {
      const heard = await needs.listen();
      for (const { fingerprint, office } of heard) names.set(fingerprint, office);
      const met = await Promise.all(heard.map((hall) => meetHeard(hall, meet)));
      return met.filter((hall) => hall !== null);
    },

    async look(text: string): Promise<FoundHall | NoHall> {
      const meant = readHallText(text);
      if (!meant) return 'not-an-address';
      // Whoever has a key wants to see it proved, also here.
      if (LOOPBACK.has(meant.host) && meant.key === null) return lookHere(meant.port ?? USUAL_HTTP_PORT, needs);
      let told: NoHall = 'nobody-there';
      for (const port of portsOf(meant)) {
        try {
          return await meet(new URL(`https://${meant.host}:${port}`), meant.key);
        } catch (cause) {
          if (!(cause instanceof NoAnswer)) throw cause;
          if (cause.why === 'no-tls') told = 'not-a-hall';
        }
      }
      return told;
    },
  };
}

const TROUBLES = { stranger: 'not-a-hall', 'other-name': 'other-name', 'out-of-date': 'wrong-clock' } as const;
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/** At the first of its addresses where it really is: what was announced is anybody's word. */
async function meetHeard(
  { fingerprint, httpsPort, addresses }: HeardHall,
  meet: (server: URL, key: null) => Promise<FoundHall | NoHall>,
): Promise<FoundHall | null> {
  for (const address of addresses) {
    const met = await meet(new URL(`https://${address}:${httpsPort}`), null).catch((cause) => {
      if (cause instanceof NoAnswer) return null;
      throw cause;
    });
    if (met && typeof met === 'object' && met.fingerprint === fingerprint) return met;
  }
  return null;
}

/** Somebody who reads the address of the start page types the port for that PC alone: the one for the others is not far. */
function portsOf({ port, isPlain }: { port: number | null; isPlain: boolean }): number[] {
  if (port === null) return [USUAL_HTTPS_PORT];
  const both = [port, port + HTTPS_FURTHER].filter((one) => one <= 65535);
  return isPlain ? both.reverse() : both;
}

async function lookHere(port: number, { isAnswering }: MeetNeeds): Promise<FoundHall | NoHall> {
  const server = `http://localhost:${port}`;
  if (!(await isAnswering(new URL('/kiosk/', server)))) return 'nobody-there';
  return { name: 'Lượt', server, fingerprint: null, isProved: true };
}
