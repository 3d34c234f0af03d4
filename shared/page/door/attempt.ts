import { type ReadonlySignal, signal } from '@preact/signals';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Reply } from '#shared/contract/socket-events.ts';

/** A way to be let in, tried again and again: one try at a time, its "no" stays until the next. */
export type Attempt = {
  isUnderWay: ReadonlySignal<boolean>;
  refusal: ReadonlySignal<Refusal | null>;
  /** @param ask sends what was typed; not called while a try is under way */
  make(ask: () => Promise<Reply<'manager:sign-in'>>): Promise<void>;
  forget(): void;
};

/** @param enter comes in with the session that a sign-in gave */
export function createAttempt(enter: (session: string) => void): Attempt {
  const isUnderWay = signal(false);
  const refusal = signal<Refusal | null>(null);
  return {
    isUnderWay,
    refusal,
    async make(ask) {
      if (isUnderWay.value) return;
      isUnderWay.value = true;
      refusal.value = null;
      const reply = await ask();
      isUnderWay.value = false;
      if (reply.ok) enter(reply.answer.session);
      else refusal.value = reply.refusal;
    },
    forget() {
      refusal.value = null;
    },
  };
}
