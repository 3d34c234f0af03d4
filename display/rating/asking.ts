import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SignView } from '#shared/contract/display-views.ts';
import type { RatingOffer } from '#shared/contract/rating-views.ts';
import { type Face, WORST_WITHOUT_WHY } from '#shared/domain/rating.ts';
import type { Connection } from '#shared/page/connection.ts';

/** Closes by itself, so long after it came or was last touched. */
export const ASKED_MS = 30_000;
/** The house takes no answer later than a minute after it asked. */
const LATEST_MS = 55_000;
const THANKS_MS = 5_000;
/** The second tap of a double tap on a face is no reason. */
const TAP_MS = 500;

export type Shown =
  | { stage: 'faces' }
  | { stage: 'reasons'; face: Face; reasons: RatingOffer['reasons']; ticked: readonly string[] }
  | { stage: 'thanks' };

/** What whoever was just served is asked, and what he touches. */
export type Asking = {
  /** Null: nothing. */
  shown: ReadonlySignal<Shown | null>;
  pick(face: Face): void;
  tick(reason: string): void;
  send(): void;
  /** No answer. */
  close(): void;
};

type Needs = {
  sign: ReadonlySignal<SignView | null>;
  send: Connection<'view:sign'>['send'];
  /** The server's clock, ms UTC, moving once a second. */
  now: ReadonlySignal<number>;
  /** ms that only run forward. */
  moment(): number;
};

type Picked = { token: string; face: Face; ticked: readonly string[]; touchedAt: number; since: number };

export function createAsking({ sign, send, now, moment }: Needs): Asking {
  const picked = signal<Picked | null>(null);
  const closed = signal<string | null>(null);
  const thanksUntil = signal(0);

  const open = computed<RatingOffer | null>(() => {
    const offer = sign.value?.rating ?? null;
    if (!offer || offer.token === closed.value) return null;
    const touchedAt = picked.value?.token === offer.token ? picked.value.touchedAt : offer.askedAt;
    return now.value < Math.min(touchedAt + ASKED_MS, offer.askedAt + LATEST_MS) ? offer : null;
  });
  const shown = computed<Shown | null>(() => {
    const offer = open.value;
    if (!offer) return now.value < thanksUntil.value && sign.value?.number === null ? { stage: 'thanks' } : null;
    if (picked.value?.token !== offer.token) return { stage: 'faces' };
    const { face, ticked } = picked.value;
    return { stage: 'reasons', face, ticked, reasons: offer.reasons };
  });

  async function give({ token, face, ticked }: Picked) {
    batch(() => {
      picked.value = null;
      closed.value = token;
    });
    const reply = await send('rating:give', { token, face, reasons: [...ticked] });
    // Nobody is thanked for what was not kept.
    if (reply.ok) thanksUntil.value = now.value + THANKS_MS;
  }

  // Whoever touches a face and goes has answered: else the content, who need one touch, would weigh more than the others.
  effect(() => {
    const left = picked.value;
    if (left && open.value?.token !== left.token) void give(left);
  });

  return {
    shown,
    pick(face) {
      const offer = open.peek();
      if (!offer || picked.peek()) return;
      const answer = { token: offer.token, face, ticked: [], touchedAt: now.peek(), since: moment() };
      if (face >= WORST_WITHOUT_WHY) void give(answer);
      else picked.value = answer;
    },
    tick(reason) {
      const at = picked.peek();
      if (!at || moment() - at.since < TAP_MS) return;
      const rest = at.ticked.filter((id) => id !== reason);
      const ticked = rest.length === at.ticked.length ? [...rest, reason] : rest;
      picked.value = { ...at, ticked, touchedAt: now.peek() };
    },
    send() {
      const at = picked.peek();
      if (at) void give(at);
    },
    close() {
      const offer = open.peek();
      batch(() => {
        picked.value = null;
        closed.value = offer?.token ?? closed.peek();
      });
    },
  };
}
