import type { CounterId, TicketNumber } from '#shared/domain/ids.ts';
import type { Bilingual } from './bilingual.ts';
import type { RatingOffer } from './rating-views.ts';

/** Who speaks in a zone, so that nobody hears two voices, or a call twice. */
export type ZoneVoice = {
  /** The connection of the display that speaks for all of its zone; null: none can. */
  speaker: string | null;
  /** The call that is being spoken now. */
  speaking: number | null;
  /** Calls of this picture whose speaking has begun, here or on another display. They are not begun again. */
  begun: readonly number[];
};

/**
 * How the speaking of a call ended. `quiet`: the office wants no voice at this hour. `blocked`: the display had no sound. `hushed`: it was
 * withdrawn, or hung.
 */
export const VOICE_OUTCOMES = ['spoken', 'quiet', 'blocked', 'hushed'] as const;
export type VoiceOutcome = (typeof VOICE_OUTCOMES)[number];

/** What the displays have made of a call, for its clerk. */
export type CallSeen = {
  shown: boolean;
  spoken: boolean;
  /** No display showed it in time; or none spoke it, and none will. */
  trouble: 'not-shown' | 'not-spoken' | null;
};

/** The small display above one counter. */
export type SignView = {
  at: number;
  office: Bilingual;
  timeZone: string;
  counter: CounterId;
  /** `free`: open, and nobody is there. */
  state: 'calling' | 'serving' | 'free' | 'paused' | 'closed';
  /** Who is there. */
  number: TicketNumber | null;
  /** What he came for. */
  service: { name: Bilingual; short: string } | null;
  /** What the counter is for: the short names of its own services. */
  services: readonly string[];
  /** Of the latest call of who is there; null: nobody is. A recall has a new one. */
  callSeq: number | null;
  /** To whom was just served; null: nobody is asked. */
  rating: RatingOffer | null;
};
