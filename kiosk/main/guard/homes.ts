import type { WebContents } from 'electron';
import { allowedAddress } from './allowed-address.ts';
import type { Keys } from './key-rules.ts';

/** Whose page a window shows: the hall's server, or the app itself (its first-run page, or the pad of the staff's PIN). */
export type Home = {
  kind: 'hall' | 'setup' | 'staff';
  page: URL;
  /** What the keyboard is for. Not said: a public screen. */
  keys?: Keys;
};

/** Which window is at home where. A window that nobody has given a home goes nowhere and may ask for nothing. */
export type Homes = {
  give(contents: WebContents, home: Home): void;
  /** May this window go to that address? With a kind: only a window of that kind. */
  allows(contents: WebContents, address: string, kind?: Home['kind']): boolean;
  keysOf(contents: WebContents): Keys;
};

export function createHomes(): Homes {
  const homes = new WeakMap<WebContents, Home>();
  return {
    give: (contents, home) => void homes.set(contents, home),
    keysOf: (contents) => homes.get(contents)?.keys ?? 'plain',
    allows(contents, address, kind) {
      const home = homes.get(contents);
      return home !== undefined && (kind ?? home.kind) === home.kind && allowedAddress(home.page, address);
    },
  };
}
