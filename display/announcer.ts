import type { VoiceOutcome } from '#shared/contract/display-views.ts';
import { type AudioOut, keepAwake, type Sound } from './audio-out.ts';
import { createClipPlayer, type SpokenCall } from './clip-player.ts';
import type { ScheduledClip } from './schedule-log.ts';
import { CHIME } from './voice/voice-pack.ts';

/** `starting`: clips are being decoded. `blocked`: the browser lets no sound out until somebody touches the screen. */
export type SoundState = 'starting' | 'ready' | 'blocked';

/**
 * How an announcement ended: played to its end, not heard (to its end) because the sound is blocked, or not spoken because
 * the office wants no voice at this hour (the chime may have rung).
 */
export type SpeechOutcome = Exclude<VoiceOutcome, 'hushed'>;

export type AnnouncerParts = {
  readonly audio: AudioOut;
  /** What to decode at the start: a clip's key → its address. */
  readonly clips: ReadonlyMap<string, string>;
  /** Reads one clip's bytes; a rejection leaves that clip out. */
  readonly fetchClip: (address: string) => Promise<ArrayBuffer>;
  /** Told once for every `say` that was not cancelled, never from within `say`. */
  readonly onEnded: (callSeq: number, outcome: SpeechOutcome) => void;
  /** Told whenever the sound state changes. */
  readonly onSound: (sound: SoundState) => void;
};

export type Announcer = {
  /** Fulfilled when every clip of the start is decoded or given up. Never rejected. */
  readonly ready: Promise<void>;
  /** Decodes further clips; what is said from now on waits for them. Those that are there are not read again. */
  load(clips: ReadonlyMap<string, string>): void;
  /** Chime and readings, scheduled as one; after whatever is still playing. Waits for the clips. */
  say(call: SpokenCall): void;
  /** How long that would take, by the clips that are there, in ms. */
  lastsMs(call: SpokenCall): number;
  /** Stops that announcement at once, begun or not. Unknown numbers are nothing to stop. */
  cancel(callSeq: number): void;
  /** To be called from a touch, click or key: the only moments in which a browser lets a page turn its sound on. */
  unblock(): Promise<void>;
  sound(): SoundState;
  /** The last clips in order, times in seconds; what was cancelled is cut to what was really heard. */
  schedule(): readonly ScheduledClip[];
  /** Whether any word could be read; the chime alone is no voice. */
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

  const decode = (clips: ReadonlyMap<string, string>) => decodeAll(parts, clips, sounds, missing);
  const ready = decode(parts.clips).then(() => {
    keepAwake(audio);
    audio.addEventListener('statechange', followContext);
    // Where sound is blocked this stays pending until a touch, so nobody may wait for it. A refusal needs no answer:
    // the context's state tells whether there is sound.
    if (audio.state !== 'running') void audio.resume().catch(() => undefined);
    followContext();
  });

  const asked = new Set(parts.clips.keys());
  const underWay = new Map<string, Promise<void>>();

  function load(clips: ReadonlyMap<string, string>): void {
    const fresh = new Map([...clips].filter(([clip]) => !asked.has(clip)));
    if (fresh.size === 0) return;
    // One pack after another, so that none takes the line from the one that is needed first.
    const done = Promise.all([ready, ...underWay.values()]).then(() => decode(fresh));
    for (const clip of fresh.keys()) {
      asked.add(clip);
      underWay.set(clip, done);
    }
    void done.then(() => {
      for (const clip of fresh.keys()) underWay.delete(clip);
    });
  }

  /** Nobody waits for a pack that he is not spoken from. */
  function isReadyFor({ readings }: SpokenCall): Promise<unknown> {
    const packs = new Set(readings.flat().flatMap((clip) => underWay.get(clip) ?? []));
    return packs.size === 0 ? ready : Promise.all(packs);
  }

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
    void isReadyFor(call).then(() => {
      if (!waiting.delete(call.callSeq)) return;
      if (sound === 'blocked') parts.onEnded(call.callSeq, 'blocked');
      else player.play(call, () => parts.onEnded(call.callSeq, call.gains.voice > 0 ? 'spoken' : 'quiet'));
    });
  }

  function cancel(callSeq: number): void {
    waiting.delete(callSeq);
    player.stop(callSeq);
  }

  const { schedule, lastsMs } = player;
  return {
    ...{ ready, load, say, cancel, schedule, lastsMs, unblock: () => audio.resume(), sound: () => sound },
    ...{ hasVoice: () => [...sounds.keys()].some((clip) => clip !== CHIME), missing: () => missing },
  };
}

async function decodeAll(
  parts: AnnouncerParts,
  clips: ReadonlyMap<string, string>,
  sounds: Map<string, Sound>,
  missing: string[],
): Promise<void> {
  const decodeOne = async ([clip, address]: readonly [string, string]) => {
    try {
      sounds.set(clip, await parts.audio.decodeAudioData(await parts.fetchClip(address)));
    } catch {
      // One broken clip must not silence the other fifty; the page reports it from `missing`.
      missing.push(clip);
    }
  };
  await Promise.all([...clips].map(decodeOne));
}
