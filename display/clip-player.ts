import type { AudioOut, Sound, SoundSource } from './audio-out.ts';
import { createScheduleLog, type ScheduledClip } from './schedule-log.ts';
import { type PlacedClip, type Reading, soundTimeline } from './sound-timeline.ts';
import { CHIME } from './voice/voice-pack.ts';

/** A call to be spoken. `clips`: one reading, without the chime, as ids of the pack. */
export type SpokenCall = Reading & { readonly callSeq: number };

export type ClipPlayer = {
  /** Puts the whole announcement on the audio clock, behind what still plays. `onEnded` after its last sample. */
  play(call: SpokenCall, onEnded: () => void): void;
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
    const placed = soundTimeline(CHIME, call, (clip) => sounds.get(clip)?.length, freeSample(), audio.sampleRate);
    const sources = placed.map((at) => scheduled(audio, sounds, at));
    const last = sources.at(-1);
    if (!last) {
      // Not one clip could be decoded: the picture goes on, the voice queue must too.
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

  return { play, stop, playing: () => [...playing.keys()], schedule: log.entries };
}

function scheduled(audio: AudioOut, sounds: ReadonlyMap<string, Sound>, at: PlacedClip): SoundSource {
  const source = audio.createBufferSource();
  source.buffer = sounds.get(at.clip) ?? null;
  source.connect(audio.destination);
  source.start(at.start / audio.sampleRate);
  return source;
}

function silence(source: SoundSource): void {
  // A stopped source also reports its end; that report would be taken for the end of the announcement.
  source.onended = null;
  source.stop();
}
