import { signal } from '@preact/signals';

/** A rising fourth, twice: no other sound of a phone, and none of the hall's. */
const NOTES = [
  { hertz: 659.25, atSeconds: 0 },
  { hertz: 880, atSeconds: 0.22 },
  { hertz: 659.25, atSeconds: 0.8 },
  { hertz: 880, atSeconds: 1.02 },
];
const NOTE_SECONDS = 0.7;
const SHAKE_MS = [400, 200, 400, 200, 800];

/**
 * The phone's voice. A browser lets a page sound and shake only after its user has touched it, so it is silent until `allow`.
 */
export function createSound() {
  const isOn = signal(false);
  let audio: AudioContext | null = null;
  const play = (loudness: number) => {
    if (!audio) return;
    for (const { hertz, atSeconds } of NOTES) strike(audio, hertz, audio.currentTime + 0.05 + atSeconds, loudness);
  };
  // After a call or a locked screen the phone has silenced the page.
  const wake = async () => {
    if (audio && audio.state !== 'running') await audio.resume();
  };
  return {
    isOn,
    /** To be called from a touch: lets the visitor hear what a call will sound like. */
    async allow() {
      isOn.value = true;
      audio ??= new AudioContext();
      navigator.vibrate?.(120);
      await wake();
      play(0.3);
    },
    silence() {
      isOn.value = false;
    },
    async ring() {
      if (!isOn.value) return;
      navigator.vibrate?.(SHAKE_MS);
      await wake();
      play(0.9);
    },
    wake,
  };
}

export type Sound = ReturnType<typeof createSound>;

/** One struck note: at once there, slowly gone, with a little of its octave. */
function strike(audio: AudioContext, hertz: number, at: number, loudness: number) {
  for (const [ratio, weight] of [
    [1, 1],
    [2, 0.25],
  ] as const) {
    const tone = new OscillatorNode(audio, { frequency: hertz * ratio });
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loudness * weight * 0.5, at + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + NOTE_SECONDS);
  }
}
