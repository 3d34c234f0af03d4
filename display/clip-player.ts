import type { Gains } from '#shared/domain/voice-choice.ts';
import type { AudioOut, Sound, SoundSource } from './audio-out.ts';
import { createScheduleLog, type ScheduledClip } from './schedule-log.ts';
import { type PlacedClip, type Reading, soundTimeline } from './sound-timeline.ts';
import { CHIME } from './voice/voice-pack.ts';

/** A call to be spoken: its readings, without the chime, as keys of clips. */
export type SpokenCall = Pick<Reading, 'readings'> & { readonly callSeq: number; readonly gains: Gains };

export type ClipPlayer = {
  /** Puts the whole announcement on the audio clock, behind what still plays. `onEnded` after its last sample. */
  play(call: SpokenCall, onEnded: () => void): void;
  /** How long that would take, in ms. */
  lastsMs(call: SpokenCall): number;
  /** Silences that call at once; its `onEnded` is not called. Answers whether there was anything to silence. */
  stop(callSeq: number): boolean;
  /** The calls on the audio clock now. */
  playing(): readonly number[];
  schedule(): readonly ScheduledClip[];
};

/** Time for the browser to hand over a whole announcement before its first sample is due. */
const LEAD_SECONDS = 0.05;

type Playing = { readonly sources: readonly SoundSource[]; readonly endSample: number };

/** Plays announcements one after another, to the sample, from decoded clips. */
export function createClipPlayer(audio: AudioOut, sounds: ReadonlyMap<string, Sound>): ClipPlayer {
  const playing = new Map<number, Playing>();
  const log = createScheduleLog(audio.sampleRate);

  function play(call: SpokenCall, onEnded: () => void): void {
    const { voice, chime } = call.gains;
    const placed = placedFrom(freeSample(), call);
    const [voiceOut, chimeOut] = [outAt(voice), outAt(chime)];
    const sources = placed.map((at) => scheduled(at, at.clip === CHIME ? chimeOut : voiceOut));
    const last = sources.at(-1);
    if (!last) {
      // Not one clip could be decoded, or none is wanted: the picture goes on, the voice queue must too.
      onEnded();
      return;
    }
    last.onended = () => {
      playing.delete(call.callSeq);
      onEnded();
    };
    playing.set(call.callSeq, { sources, endSample: placed.at(-1)?.end ?? 0 });
    log.add(call.callSeq, placed);
  }

  function placedFrom(sample: number, { gains, readings }: SpokenCall): PlacedClip[] {
    const heard = { chimes: gains.chime > 0, readings: gains.voice > 0 ? readings : [] };
    return soundTimeline(CHIME, heard, (clip) => sounds.get(clip)?.length, sample, audio.sampleRate);
  }

  function lastsMs(call: SpokenCall): number {
    return Math.round(((placedFrom(0, call).at(-1)?.end ?? 0) * 1_000) / audio.sampleRate);
  }

  /** A way out for one announcement; the browser drops it with its last clip. */
  function outAt(gain: number): object {
    const out = audio.createGain();
    out.gain.value = gain;
    out.connect(audio.destination);
    return out;
  }

  function scheduled(at: PlacedClip, out: object): SoundSource {
    const source = audio.createBufferSource();
    source.buffer = sounds.get(at.clip) ?? null;
    source.connect(out);
    source.start(at.start / audio.sampleRate);
    return source;
  }

  function freeSample(): number {
    const soonest = Math.ceil((audio.currentTime + LEAD_SECONDS) * audio.sampleRate);
    return Math.max(soonest, ...[...playing.values()].map(({ endSample }) => endSample));
  }

  function stop(callSeq: number): boolean {
    for (const source of playing.get(callSeq)?.sources ?? []) silence(source);
    if (!playing.delete(callSeq)) return false;
    log.cut(callSeq, audio.currentTime);
    return true;
  }

  return { play, lastsMs, stop, playing: () => [...playing.keys()], schedule: log.entries };
}

function silence(source: SoundSource): void {
  // A stopped source also reports its end; that report would be taken for the end of the announcement.
  source.onended = null;
  source.stop();
}
