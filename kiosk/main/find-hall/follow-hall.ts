import type { HeardHall } from '#shared/finding/browse.ts';
import type { Knock } from './knock.ts';

/** How long nobody answers before the hall is looked for elsewhere: a server that starts anew is back by then. */
export const LOST_MS = 15_000;
/** So long between two searches: each asks everybody in the network. */
export const SEARCH_PAUSE_MS = 15_000;

/** How often is looked whether the hall is still there while its page stands: it may move while nobody presses anything. */
export const WATCH_MS = 20_000;

/** Which hall this PC belongs to, and where it was last. */
export type Home = { server: string; fingerprint: string };

/** More doors than a hall has in any network; whoever announces more is not asking to be found. */
const MOST_DOORS = 24;
/** Every hall gives it out to every machine. */
const ANY_PAGE = '/kiosk/';

export type FollowNeeds = {
  /** null: to none that has to be followed; its server is on this very PC. */
  home(): Home | null;
  knock(page: URL, fingerprint: string): Promise<Knock>;
  /** The halls that announce themselves; may end as soon as one of this authority is heard. */
  listen(fingerprint: string): Promise<readonly HeardHall[]>;
  /** The server on this very PC. */
  isAnsweringHere(page: URL): Promise<boolean>;
  /** The hall is at another address now: keep that, and go there. */
  moved(server: string): void;
  /** ms that only ever run forward. */
  ticks(): number;
};

/** What is the matter, where more than "nobody is there" can be said. */
export type Matter = Exclude<Knock, 'open' | 'away'>;

export type Follower = {
  /** Does our hall give out this page now? When it is gone for a while, it is looked for meanwhile. */
  isAnswering(page: URL): Promise<boolean>;
  /** What was found at the address the last time, if it was somebody. */
  matter(): Matter | null;
  /** Looks after the hall for as long as the app runs. */
  watch(later: (ms: number, run: () => void) => void): void;
};

/**
 * Stays with the hall: asks only its server for pages, and looks for it in the network when it is gone or somebody else sits at its
 * address. What is heard there is a hint; that it is our hall, its certificate has to say.
 */
export function followHall(needs: FollowNeeds): Follower {
  let found: Knock = 'away';
  let lostAt: number | null = null;
  let searchedAt = Number.NEGATIVE_INFINITY;
  let isSearching = false;

  async function isAnswering(page: URL): Promise<boolean> {
    const home = needs.home();
    if (page.protocol === 'http:') return isLoopback(page) && needs.isAnsweringHere(page);
    if (!home) return false;
    found = await needs.knock(page, home.fingerprint);
    if (found === 'open') lostAt = null;
    else lookElsewhere(page, home);
    return found === 'open';
  }

  /** Not waited for: a hall that comes back where it was must not wait for the end of a search. */
  function lookElsewhere(page: URL, home: Home) {
    const now = needs.ticks();
    lostAt ??= now;
    if (isSearching || now - lostAt < LOST_MS || now - searchedAt < SEARCH_PAUSE_MS) return;
    isSearching = true;
    searchedAt = now;
    // A search in vain says nothing; the next one may find more.
    void search(page, home)
      .catch(() => {})
      .finally(() => {
        isSearching = false;
      });
  }

  async function search(page: URL, { server, fingerprint }: Home) {
    const origins = originsOf(await needs.listen(fingerprint), fingerprint).filter((origin) => origin !== server);
    const elsewhere = origins.slice(0, MOST_DOORS).map((origin) => new URL(page.pathname, origin));
    // All at once: behind most of them, a card of a virtual machine or somebody's lie, nobody answers for seconds.
    const answers = await Promise.all(elsewhere.map((door) => needs.knock(door, fingerprint)));
    const there = elsewhere[answers.indexOf('open')];
    // The old place may have come back, or somebody may have set this PC up anew meanwhile.
    const home = needs.home();
    const isStillLost = found !== 'open' && home?.server === server && home.fingerprint === fingerprint;
    if (there && isStillLost) needs.moved(there.origin);
  }

  function watch(later: (ms: number, run: () => void) => void) {
    later(WATCH_MS, () => {
      const home = needs.home();
      if (home) void isAnswering(new URL(ANY_PAGE, home.server)).catch(() => false);
      watch(later);
    });
  }

  return {
    isAnswering,
    watch,
    matter: () => (found === 'open' || found === 'away' ? null : found),
  };
}

function originsOf(halls: readonly HeardHall[], fingerprint: string): string[] {
  const ours = halls.filter((hall) => hall.fingerprint === fingerprint);
  return ours.flatMap(({ addresses, httpsPort }) =>
    addresses.map((one) => new URL(`https://${one}:${httpsPort}`).origin),
  );
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1';
}
