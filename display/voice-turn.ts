import type { ZoneVoice } from '#shared/contract/display-views.ts';

/**
 * Who speaks in this display's zone, as the latest picture said. One display speaks for all; the others keep the same queue, and go on
 * with what has not been begun when it goes.
 */
export type VoiceTurn = {
  /** This display speaks. */
  readonly isMine: boolean;
  /** Nobody can, this one neither: what is to be spoken now never will be. */
  readonly isHopeless: boolean;
  /** The call that is being spoken by one of them. */
  readonly speaking: number | null;
  readonly begun: readonly number[];
  /** The call that this display last asked to speak. */
  readonly lastAsked: number | null;
};

/** A display alone in its hall. */
export const OURS: VoiceTurn = { isMine: true, isHopeless: false, speaking: null, begun: [], lastAsked: null };
/** Before the first picture, and while the line is cut: nothing is begun, nothing forgotten. */
export const NO_TURN: VoiceTurn = { ...OURS, isMine: false };

/** @param name the name under which the server knows this display's connection */
export function turnOf({ speaker, speaking, begun }: ZoneVoice, name: string | null, canSpeak: boolean): VoiceTurn {
  const isMine = speaker !== null && speaker === name;
  return { isMine, isHopeless: speaker === null && !canSpeak, speaking, begun, lastAsked: null };
}

/** What it last asked for itself may be over before the picture says so. */
export function mayBegin({ isMine, speaking, lastAsked }: VoiceTurn): boolean {
  return isMine && (speaking === null || speaking === lastAsked);
}

/** Whether a call waits for its voice: nobody has begun it, and somebody may. */
export function isToBeSpoken({ isHopeless, begun }: VoiceTurn, callSeq: number): boolean {
  return !isHopeless && !begun.includes(callSeq);
}
