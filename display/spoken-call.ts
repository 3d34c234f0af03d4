import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { gainsAt } from '#shared/domain/voice-choice.ts';
import type { SpokenCall } from './clip-player.ts';
import { type NamedPack, readingsOf } from './voice/readings.ts';

/** A pack whose clips can be read from somewhere. */
export type Voice = NamedPack & { readonly addresses: ReadonlyMap<string, string> };

/** What there is to speak with. */
export type Voices = {
  /** By the name that the manager chose; where there is none of that name, the one that every display speaks with. */
  readonly voiceNamed: (name: string) => Voice;
  /** For tickets that were taken in English. */
  readonly english: Voice | undefined;
};

/** A call as it is to be spoken now, by the picture: what, how often, how loud. */
export function spokenCall(
  call: BoardCall,
  readings: number,
  picture: BoardView,
  { voiceNamed, english }: Voices,
  now: number,
): SpokenCall {
  const { sound: chosen, waiting, timeZone } = picture;
  const service = waiting.find((line) => line.service === call.service)?.short ?? '';
  const packs = { own: voiceNamed(chosen.pack), english };
  return {
    callSeq: call.callSeq,
    readings: readingsOf({ ...call, service }, Math.min(readings, chosen.readings), picture, packs),
    gains: gainsAt(chosen, wallClock(now, timeZone).text),
  };
}

/** The clips that this picture's announcements are made of: decoded before anybody waits for them. */
export function clipsFor({ sound }: BoardView, { voiceNamed, english }: Voices): ReadonlyMap<string, string>[] {
  return [voiceNamed(sound.pack).addresses, ...(english ? [english.addresses] : [])];
}
