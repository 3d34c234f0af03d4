import { type ReadonlySignal, signal } from '@preact/signals';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { StartView } from '#shared/contract/views.ts';
import type { Connection, Online } from '#shared/page/connection.ts';

/** What the start page reads, and its one press. */
export type Start = {
  view: ReadonlySignal<StartView | null>;
  online: ReadonlySignal<Online>;
  isAsking: ReadonlySignal<boolean>;
  refusal: ReadonlySignal<Refusal | null>;
  /** Holds the office open outside its hours until the end of this day. */
  extendHours(): Promise<void>;
};

/** Joins the page to the hall. The press is locked until it is answered. */
export function createStart({ view, online, send }: Connection<'view:start'>): Start {
  const isAsking = signal(false);
  const refusal = signal<Refusal | null>(null);
  return {
    view,
    online,
    isAsking,
    refusal,
    async extendHours() {
      if (isAsking.value) return;
      isAsking.value = true;
      const reply = await send('hours:extend', {});
      refusal.value = reply.ok ? null : reply.refusal;
      isAsking.value = false;
    },
  };
}
