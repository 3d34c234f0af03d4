import { DAY } from '#shared/domain/business-day.ts';
import { type Identity, ownNames } from './identity.ts';

/** The server's identity while addresses come and go. */
export type KeptIdentity = {
  now(): Identity;
  /** The names under which the pages may be opened now: one set that lives on. */
  names: ReadonlySet<string>;
  /**
   * Looks whether this machine has a name or an address that it had not before: a network that came after the start, another address
   * from the router; and once a day whether the certificate is about to run out. True: it is another one now.
   */
  look(): Promise<boolean>;
};

export type IdentityNeeds = {
  /** Makes or reads the identity for these names. */
  open(names: readonly string[]): Promise<Identity>;
  now(): number;
  /** What this machine is called in the network now. */
  names?: () => readonly string[];
};

export async function keepIdentity({ open, now, names: namesNow = ownNames }: IdentityNeeds): Promise<KeptIdentity> {
  let identity = await open(namesNow());
  let openedAt = now();
  let isLooking = false;
  const names = new Set(identity.names);
  return {
    now: () => identity,
    names,
    async look() {
      const wanted = namesNow();
      const isDue = Math.abs(now() - openedAt) >= DAY;
      if (isLooking || (isSame(wanted, identity.names) && !isDue)) return false;
      isLooking = true;
      try {
        const before = identity.server.certificate;
        identity = await open(wanted);
        openedAt = now();
        names.clear();
        for (const name of identity.names) names.add(name);
        return identity.server.certificate !== before;
      } finally {
        isLooking = false;
      }
    },
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name) => other.includes(name));
}
