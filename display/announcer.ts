import { type AudioOut, keepAwake, type Sound } from './audio-out.ts';
import { createClipPlayer, type SpokenCall } from './clip-player.ts';
import type { ScheduledClip } from './schedule-log.ts';

/** `starting`: clips are being decoded. `blocked`: the browser lets no sound out until somebody touches the screen. */
export type SoundState = 'starting' | 'ready' | 'blocked';

/** How an announcement ended: played to its end, or not heard (to its end) because the sound is blocked. */
export type SpeechOutcome = 'spoken' | 'blocked';

export type AnnouncerParts = {
  readonly audio: AudioOut;
  /** Clip id → its address. */
  readonly clips: ReadonlyMap<string, string>;
  /** Reads one clip's bytes; a rejection leaves that clip out. */
  readonly fetchClip: (address: string) => Promise<ArrayBuffer>;
  /** Told once for every `say` that was not cancelled, never from within `say`. */
  readonly onEnded: (callSeq: number, outcome: SpeechOutcome) => void;
  /** Told whenever the sound state changes. */
  readonly onSound: (sound: SoundState) => void;
};

export type Announcer = {
  /** Fulfilled when every clip is decoded or given up. Never rejected. */
  readonly ready: Promise<void>;
  /** Chime and readings, scheduled as one; after whatever is still playing. Waits for `ready`. */
  say(call: SpokenCall): void;
  /** Stops that announcement at once, begun or not. Unknown numbers are nothing to stop. */
  cancel(callSeq: number): void;
  /** To be called from a touch, click or key: the only moments in which a browser lets a page turn its sound on. */
  unblock(): Promise<void>;
  sound(): SoundState;
  /** The last clips in order, times in seconds; what was cancelled is cut to what was really heard. */
  schedule(): readonly ScheduledClip[];
  /** Whether any clip could be read: without one even the chime is silent. */
  hasVoice(): boolean;
  /** Ids of the clips that could not be read or decoded. */
  missing(): readonly string[];
};

/** Makes the one voice of a display. Decoding starts at once; see {@link Announcer}. */
export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { audio } = parts;
  const sounds = new Map<string, Sound>();
  const missing: string[] = [];
  const player = createClipPlayer(audio, sounds);
  const waiting = new Set<number>();
  let sound: SoundState = 'starting';

  const ready = decodeAll(parts, sounds, missing).then(() => {
    keepAwake(audio);
    audio.addEventListener('statechange', followContext);
    // Where sound is blocked this stays pending until a touch, so nobody may wait for it. A refusal needs no answer:
    // the context's state tells whether there is sound.
    if (audio.state !== 'running') void audio.resume().catch(() => undefined);
    followContext();
  });

  function followContext(): void {
    const next = audio.state === 'running' ? 'ready' : 'blocked';
    if (next === sound) return;
    sound = next;
    parts.onSound(sound);
    if (sound === 'ready') return;
    // What is left of an announcement must not come out minutes later, when somebody touches the screen.
    for (const callSeq of player.playing()) if (player.stop(callSeq)) parts.onEnded(callSeq, 'blocked');
  }

  function say(call: SpokenCall): void {
    waiting.add(call.callSeq);
    void ready.then(() => {
      if (!waiting.delete(call.callSeq)) return;
      if (sound === 'blocked') parts.onEnded(call.callSeq, 'blocked');
      else player.play(call, () => parts.onEnded(call.callSeq, 'spoken'));
    });
  }

  function cancel(callSeq: number): void {
    waiting.delete(callSeq);
    player.stop(callSeq);
  }

  const { schedule } = player;
  return {
    ...{ ready, say, cancel, schedule, unblock: () => audio.resume(), sound: () => sound },
    ...{ hasVoice: () => sounds.size > 0, missing: () => missing },
  };
}

async function decodeAll(parts: AnnouncerParts, sounds: Map<string, Sound>, missing: string[]): Promise<void> {
  const decodeOne = async ([clip, address]: readonly [string, string]) => {
    try {
      sounds.set(clip, await parts.audio.decodeAudioData(await parts.fetchClip(address)));
    } catch {
      // One broken clip must not silence the other fifty; the page reports it from `missing`.
      missing.push(clip);
    }
  };
  await Promise.all([...parts.clips].map(decodeOne));
}
