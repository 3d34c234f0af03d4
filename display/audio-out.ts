/** The part of a Web Audio `AudioContext` that the announcer uses: narrow, so that a test can hand in one of its own. */
export type AudioOut = {
  readonly currentTime: number;
  readonly sampleRate: number;
  readonly state: string;
  readonly destination: object;
  decodeAudioData(data: ArrayBuffer): Promise<Sound>;
  createBuffer(channels: number, length: number, sampleRate: number): FilledSound;
  createBufferSource(): SoundSource;
  createGain(): Loudness;
  resume(): Promise<void>;
  addEventListener(type: 'statechange', listener: () => void): void;
};

/** A decoded clip; `length` in samples at the context's rate. */
export type Sound = { readonly length: number };

export type FilledSound = Sound & { getChannelData(channel: number): Float32Array };

export type SoundSource = {
  buffer: Sound | null;
  loop: boolean;
  onended: ((event: Event) => unknown) | null;
  connect(destination: object): unknown;
  start(when?: number): void;
  stop(): void;
};

/** Stands between sources and loudspeaker and makes them fainter. */
export type Loudness = { readonly gain: { value: number }; connect(destination: object): unknown };

const KEEP_AWAKE_AMPLITUDE = 1e-4; // −80 dBFS: three steps of a 16-bit sample, far below any hall's noise

/**
 * Plays a murmur nobody can hear. A browser closes the sound card after half a minute of silence, and a TV its
 * loudspeaker; the first half second of the next chime would be lost while they wake.
 */
export function keepAwake(audio: AudioOut): void {
  const sound = audio.createBuffer(1, audio.sampleRate, audio.sampleRate);
  const values = sound.getChannelData(0);
  for (let index = 0; index < values.length; index++) {
    values[index] = KEEP_AWAKE_AMPLITUDE * Math.sin((2 * Math.PI * 50 * index) / audio.sampleRate);
  }
  const source = audio.createBufferSource();
  source.buffer = sound;
  source.loop = true;
  source.connect(audio.destination);
  source.start();
}
