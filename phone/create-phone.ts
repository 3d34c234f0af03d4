import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Bilingual } from '#shared/contract/bilingual.ts';
import type { MessageAnswer } from '#shared/contract/messages.ts';
import type { PhoneView } from '#shared/contract/phone-views.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { Connection } from '#shared/page/connection.ts';
import { type Place, placeOf } from './place.ts';

/** `asking`: not answered yet. `unknown`: no slip of today, or one that has been done with for an hour. */
export type Slip = { state: 'asking' } | { state: 'unknown' } | ({ state: 'known' } & MessageAnswer<'ticket:follow'>);

export type Phone = {
  slip: ReadonlySignal<Slip>;
  view: ReadonlySignal<PhoneView | null>;
  /** Null until both the slip and the picture are there. */
  place: ReadonlySignal<Place | null>;
  /** What it waits for, or waited for last. */
  service: ReadonlySignal<Bilingual | null>;
  connection: Connection<'view:phone'>;
};

type Needs = {
  token: string | null;
  connection: Connection<'view:phone'>;
  follow: (token: string) => Promise<Reply<'ticket:follow'>>;
  later: (work: () => void, ms: number) => () => void;
};

/** The office's limit lets a try through every two seconds. */
const ASK_AGAIN_AFTER_MS = 5_000;
/** As long as the office itself still knows the slip. */
const FORGET_AFTER_MS = 3_600_000;

/** Joins the page to the house: asks once whose slip this is, then looks for it in every picture. */
export function createPhone({ token, connection, follow, later }: Needs): Phone {
  const slip = signal<Slip>({ state: token === null ? 'unknown' : 'asking' });
  const lastService = signal<Bilingual | null>(null);
  const ask = async (ofSlip: string) => {
    const reply = await follow(ofSlip);
    if (reply.ok) slip.value = { state: 'known', ...reply.answer };
    else if (isFinal(reply.refusal)) forget();
    else later(() => void ask(ofSlip), ASK_AGAIN_AFTER_MS);
  };
  const forget = () => {
    slip.value = { state: 'unknown' };
    connection.close();
  };
  const place = computed(() => {
    const [{ value: picture }, { value: known }] = [connection.view, slip];
    return picture && known.state === 'known' ? placeOf(picture, known.handle) : null;
  });
  effect(() => {
    if (place.value?.state === 'waiting') lastService.value = place.value.service;
  });
  const isDone = computed(() => place.value?.state === 'done');
  effect(() => (isDone.value ? later(forget, FORGET_AFTER_MS) : undefined));
  if (token === null) connection.close();
  else void ask(token);

  return {
    slip,
    view: connection.view,
    place,
    service: computed(() => lastService.value ?? nameIn(connection.view.value, slip.value)),
    connection,
  };
}

function isFinal(refusal: Refusal): boolean {
  return refusal === 'no-such-slip' || refusal === 'not-understood' || refusal === 'not-allowed';
}

function nameIn(view: PhoneView | null, slip: Slip): Bilingual | null {
  if (!view || slip.state !== 'known') return null;
  return view.waiting.find(({ service }) => service === slip.service)?.name ?? null;
}
