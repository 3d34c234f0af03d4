import type { MachineFile } from '#kiosk/main/setup/machine-file.ts';
import type { FindHall } from '#kiosk/main/setup/setup-calls.ts';
import { browse } from '#shared/finding/browse.ts';
import type { Where } from '#shared/finding/voices.ts';
import { shakeHands } from './call-server.ts';
import { type Follower, followHall } from './follow-hall.ts';
import { knock } from './knock.ts';
import { meetHalls } from './meet-halls.ts';

/** How long is listened when somebody looks at the list, and when a hall is looked for that has moved. */
const LISTEN_MS = 2_500;
const SEARCH_MS = 5_000;

export type InNetworkNeeds = {
  machineFile: Pick<MachineFile, 'read' | 'change'>;
  where: Where;
  /** The server on this very PC. */
  isAnswering(page: URL): Promise<boolean>;
  ticks(): number;
  now(): number;
};

export type InNetwork = Pick<Follower, 'isAnswering' | 'matter'> & {
  findHall: FindHall;
  /** Looks after the hall from now on, and tells when it has moved. That is kept already. */
  follow(later: (ms: number, run: () => void) => void, moved: () => void): void;
};

/** Finds halls in the real network, and stays with the one that this PC belongs to. */
export function findInNetwork({ machineFile, where, isAnswering, ticks, now }: InNetworkNeeds): InNetwork {
  let tell = () => {};
  const follower = followHall({
    home() {
      const { server, pin } = machineFile.read() ?? {};
      return server && pin ? { server, fingerprint: pin.fingerprint } : null;
    },
    knock: (page, fingerprint) => knock(page, { fingerprint, now }),
    listen: (fingerprint) => browse(where, { forMs: SEARCH_MS, only: fingerprint, until: (heard) => heard.length > 0 }),
    isAnsweringHere: isAnswering,
    moved(server) {
      machineFile.change({ server });
      tell();
    },
    ticks,
  });
  return {
    isAnswering: follower.isAnswering,
    matter: follower.matter,
    findHall: meetHalls({
      listen: () => browse(where, { forMs: LISTEN_MS }),
      async chainOf(server) {
        const { line, chain } = await shakeHands(server);
        line.destroy();
        return chain;
      },
      isAnswering,
      now,
    }),
    follow(later, moved) {
      tell = moved;
      follower.watch(later);
    },
  };
}
