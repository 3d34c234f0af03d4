import { type Identity, ownNames } from './identity.ts';

/** The server's identity while addresses come and go. */
export type KeptIdentity = {
  now(): Identity;
  /** The names under which the pages may be opened now: one set that lives on. */
  names: ReadonlySet<string>;
  /**
   * Looks whether this machine has a name or an address that it had not before: a network that came after the start, another address
   * from the router. True: the certificate is another one now.
   */
  look(): Promise<boolean>;
};

/** @param open makes or reads the identity for these names */
export async function keepIdentity(
  open: (names: readonly string[]) => Promise<Identity>,
  namesNow: () => readonly string[] = ownNames,
): Promise<KeptIdentity> {
  let identity = await open(namesNow());
  let isLooking = false;
  const names = new Set(identity.names);
  return {
    now: () => identity,
    names,
    async look() {
      const wanted = namesNow();
      if (isLooking || isSame(wanted, identity.names)) return false;
      isLooking = true;
      try {
        const before = identity.server.certificate;
        identity = await open(wanted);
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
