import { createAnnouncer, type SpeechOutcome } from '#display/announcer.ts';
import type { RecordedClip } from '#shared/domain/recording.ts';
import type { Gains } from '#shared/domain/voice-choice.ts';
import { fetchClip } from './fetch-clip.ts';
import { type CallToRead, readingsOf, type Wording } from './readings.ts';
import { withRecordings } from './recorded-voice.ts';
import { chimeAddress, SHIPPED_PACKS, type ShippedPack, shippedPack } from './shipped-packs.ts';

export type Trial = {
  /** How it ended; `stopped`: by {@link Trial.stop}. */
  readonly ended: Promise<SpeechOutcome | 'stopped' | 'no-clips'>;
  stop(): void;
};

type Wanted = {
  readonly pack: string;
  readonly readings: number;
  readonly wording: Wording;
  readonly gains: Gains;
  /** What the office has recorded itself. */
  readonly recorded: readonly RecordedClip[];
};

/**
 * Plays on this machine what a display would play for a call, with the same player from the same clips. To be called from a
 * touch, click or key, or the browser lets no sound out.
 */
export function tryVoice(call: CallToRead, { pack, readings, wording, gains, recorded }: Wanted): Trial {
  const shipped = shippedPack(pack) ?? shippedPack(SHIPPED_PACKS[0]);
  const own = shipped && withRecordings(shipped, recorded);
  if (!own) return { ended: Promise.resolve('no-clips'), stop: () => undefined };
  const english = shippedPack('en');
  const audio = new AudioContext();
  let stop = () => {};
  const ended = new Promise<SpeechOutcome | 'stopped' | 'no-clips'>((end) => {
    const announcer = createAnnouncer({
      ...{ audio, fetchClip, clips: clipsOf(own, call.language && english) },
      onEnded: (_, outcome) => end(announcer.hasVoice() ? outcome : 'no-clips'),
      onSound: () => undefined,
    });
    announcer.say({ callSeq: 1, readings: readingsOf(call, readings, wording, { own, english }), gains });
    stop = () => {
      announcer.cancel(1);
      end('stopped');
    };
  });
  // A browser opens only so many of these.
  void ended.then(() => audio.close());
  return { ended, stop: () => stop() };
}

function clipsOf(own: Pick<ShippedPack, 'addresses'>, english: ShippedPack | undefined): ReadonlyMap<string, string> {
  return new Map([...chimeAddress(), ...own.addresses, ...(english?.addresses ?? [])]);
}
