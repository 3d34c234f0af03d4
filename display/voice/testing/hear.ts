import { createClipPlayer, type SpokenCall } from '#display/clip-player.ts';
import type { ScheduledClip } from '#display/schedule-log.ts';
import { soundPrint } from '#display/voice/sound-print.ts';
import { levelDbfs } from '#shared/domain/samples.ts';

// For tests: runs in a page of the browser. Announcements are put on the audio clock by the display's own player, rendered
// as fast as the machine can, and looked at sample by sample.

/** How many clips are on the clock at once: each is asked for its sound all the time. */
const CLIPS_AT_ONCE = 40;

export type Heard = {
  /** The clips that were scheduled, in order. */
  readonly schedule: readonly ScheduledClip[];
  /** The loudest sample of all, 1: as loud as can be. */
  readonly peak: number;
  /** The farthest that a sample lies from the clip that should sound there, or from silence. */
  readonly worstSample: number;
  /** By clip: how loud it was where it was heard first. */
  readonly levels: Readonly<Record<string, number>>;
};

export type Ear = {
  /** Clips by key, each its file in Base64, at so many samples a second. @returns by key what each sounds like, in Base64 */
  learn(files: Readonly<Record<string, string>>, rate: number): Promise<Record<string, string>>;
  /** Everything that the display would play for these calls, one behind the other. */
  hear(calls: readonly SpokenCall[], rate: number): Promise<Heard>;
};

declare global {
  var ear: Ear;
}

/** By rate, then by key. */
const known = new Map<number, Map<string, AudioBuffer>>();

globalThis.ear = {
  async learn(files, rate) {
    const sounds = known.get(rate) ?? new Map<string, AudioBuffer>();
    known.set(rate, sounds);
    const prints: Record<string, string> = {};
    for (const [key, file] of Object.entries(files)) {
      const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0));
      const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes.buffer);
      sounds.set(key, sound);
      const print = soundPrint({ rate, values: Float64Array.from(sound.getChannelData(0)) });
      prints[key] = btoa(String.fromCharCode(...print));
    }
    return prints;
  },
  async hear(calls, rate) {
    const all: Heard[] = [];
    for (const part of inParts(calls)) all.push(await hearPart(part, rate));
    return {
      schedule: all.flatMap(({ schedule }) => schedule),
      peak: Math.max(...all.map(({ peak }) => peak)),
      worstSample: Math.max(...all.map(({ worstSample }) => worstSample)),
      levels: Object.assign({}, ...all.map(({ levels }) => levels).reverse()),
    };
  },
};

function inParts(calls: readonly SpokenCall[]): SpokenCall[][] {
  const parts: SpokenCall[][] = [];
  let clips = CLIPS_AT_ONCE;
  for (const call of calls) {
    if (clips >= CLIPS_AT_ONCE) clips = parts.push([]) * 0;
    parts.at(-1)?.push(call);
    clips += call.readings.flat().length;
  }
  return parts;
}

async function hearPart(calls: readonly SpokenCall[], rate: number): Promise<Heard> {
  const sounds = known.get(rate) ?? new Map<string, AudioBuffer>();
  const rehearsal = createClipPlayer(new OfflineAudioContext(1, 1, rate), sounds);
  for (const call of calls) rehearsal.play(call, () => undefined);
  // Half a second more than is needed: nothing may sound there.
  const length = Math.round(((rehearsal.schedule().at(-1)?.endAt ?? 0) + 0.5) * rate);
  const audio = new OfflineAudioContext(1, length, rate);
  const player = createClipPlayer(audio, sounds);
  for (const call of calls) player.play(call, () => undefined);
  const rendered = (await audio.startRendering()).getChannelData(0);
  const gains = new Map(calls.map((call) => [call.callSeq, call.gains]));
  const placed = player.schedule().map((at) => ({
    at,
    start: Math.round(at.startAt * rate),
    gain: gains.get(at.callSeq)?.[at.clip === 'chime' ? 'chime' : 'voice'] ?? 0,
    values: sounds.get(at.clip)?.getChannelData(0) ?? new Float32Array(),
  }));
  return { schedule: player.schedule(), ...farthest(rendered, placed), levels: levels(rendered, placed, rate) };
}

type Placed = { at: ScheduledClip; start: number; gain: number; values: Float32Array };

/** Against each clip laid where the schedule says, by itself, and silence between. */
function farthest(rendered: Float32Array, placed: readonly Placed[]): { peak: number; worstSample: number } {
  const expected = new Float32Array(rendered.length);
  for (const { start, gain, values } of placed) {
    for (let index = 0; index < values.length; index++) {
      expected[start + index] = (expected[start + index] ?? 0) + (values[index] ?? 0) * gain;
    }
  }
  let peak = 0;
  let worstSample = 0;
  for (let index = 0; index < rendered.length; index++) {
    const value = rendered[index] ?? 0;
    peak = Math.max(peak, Math.abs(value));
    worstSample = Math.max(worstSample, Math.abs(value - (expected[index] ?? 0)));
  }
  return { peak, worstSample };
}

/** As if every clip had been played at full gain. */
function levels(rendered: Float32Array, placed: readonly Placed[], rate: number): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { at, start, gain, values } of placed) {
    if (found[at.clip] !== undefined) continue;
    const heard = Float64Array.from(rendered.subarray(start, start + values.length));
    found[at.clip] = levelDbfs({ rate, values: heard }) - 20 * Math.log10(gain);
  }
  return found;
}
