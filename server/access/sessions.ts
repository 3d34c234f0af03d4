import { HOUR, MINUTE } from '#shared/domain/business-day.ts';
import type { AccessStore, Session } from './ports.ts';
import { hashToken, newToken } from './secrets.ts';

export const IDLE_MS = 30 * MINUTE;
export const LONGEST_MS = 12 * HOUR;

/** Who is signed in. Kept on disk by the hash of the token, so that a restart signs nobody out. */
export class Sessions {
  private readonly store: AccessStore;
  private readonly ticks: () => number;
  private readonly open: Map<string, Session & { usedAt: number; begunAt: number }>;

  /** @param ticks ms that only ever run forward; after a restart the twelve hours count from there */
  constructor(store: AccessStore, ticks: () => number) {
    this.store = store;
    this.ticks = ticks;
    const now = ticks();
    this.open = new Map(store.sessions().map((one) => [one.tokenHash, { ...one, usedAt: now, begunAt: now }]));
  }

  /** @returns the token for the page; only its hash stays here */
  begin(session: Omit<Session, 'tokenHash'>): string {
    const token = newToken();
    const kept = { ...session, tokenHash: hashToken(token) };
    this.store.keepSession(kept);
    this.open.set(kept.tokenHash, { ...kept, usedAt: this.ticks(), begunAt: this.ticks() });
    return token;
  }

  /** The session of a token, if it is good on this machine. */
  find(token: string | null, place: string): Session | null {
    if (token === null) return null;
    const session = this.open.get(hashToken(token));
    return session?.place === place && !this.isOver(session.tokenHash) ? session : null;
  }

  /** Somebody pressed something. */
  use(tokenHash: string) {
    const session = this.open.get(tokenHash);
    if (session) session.usedAt = this.ticks();
  }

  /** The clerk whose session it is; null: the manager's, or none. */
  clerkOf(tokenHash: string | null): string | null {
    return (tokenHash === null ? null : this.open.get(tokenHash)?.clerk) ?? null;
  }

  isOver(tokenHash: string): boolean {
    const session = this.open.get(tokenHash);
    if (!session) return true;
    const now = this.ticks();
    return now - session.usedAt > IDLE_MS || now - session.begunAt > LONGEST_MS;
  }

  all(): Session[] {
    return [...this.open.values()].filter(({ tokenHash }) => !this.isOver(tokenHash));
  }

  end(tokenHash: string) {
    this.store.dropSession(tokenHash);
    this.open.delete(tokenHash);
  }

  /** Ends all that match. @returns how many */
  endWhere(isMeant: (session: Session) => boolean): number {
    const meant = [...this.open.values()].filter(isMeant);
    for (const { tokenHash } of meant) this.end(tokenHash);
    return meant.length;
  }

  /** Takes away what has run out. */
  sweep() {
    this.endWhere(({ tokenHash }) => this.isOver(tokenHash));
  }
}
