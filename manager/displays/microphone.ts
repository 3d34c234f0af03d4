import { RECORDING_RATE } from '#shared/domain/recording.ts';
import type { Samples } from '#shared/domain/samples.ts';

/** Why this page cannot record. */
export type NoMicrophone = 'insecure' | 'no-microphone' | 'forbidden';

/** A recording that is going on. */
export type Take = {
  /** Ends it and gives what was heard. */
  end(): Promise<Samples>;
  /** Ends it for nobody. */
  drop(): void;
};

const BITS_PER_SECOND = 128_000;

/** A browser gives its microphone only to pages from this very PC or over TLS. */
export function whyNoMicrophone(): NoMicrophone | null {
  if (!isSecureContext) return 'insecure';
  return navigator.mediaDevices && typeof MediaRecorder === 'function' ? null : 'no-microphone';
}

/** Begins to record, as the microphone hears it: what would make a telephone call pleasant takes the ends off words. */
export async function openMicrophone(): Promise<Take | NoMicrophone> {
  const why = whyNoMicrophone();
  if (why) return why;
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };
  try {
    return await recordFrom(await navigator.mediaDevices.getUserMedia({ audio: plain }));
  } catch (cause) {
    return cause instanceof DOMException && cause.name === 'NotAllowedError' ? 'forbidden' : 'no-microphone';
  }
}

async function recordFrom(stream: MediaStream): Promise<Take> {
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_PER_SECOND });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  const ended = new Promise<void>((end) => {
    recorder.onstop = () => end();
  });
  const release = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  recorder.start();
  return {
    async end() {
      // A microphone that was pulled out has ended it by itself.
      if (recorder.state !== 'inactive') recorder.stop();
      await ended;
      release();
      return decoded(await new Blob(pieces).arrayBuffer());
    },
    drop() {
      if (recorder.state !== 'inactive') recorder.stop();
      release();
    },
  };
}

/** At the rate at which recordings are kept; of several channels the first. */
async function decoded(bytes: ArrayBuffer): Promise<Samples> {
  const sound = await new OfflineAudioContext(1, 1, RECORDING_RATE).decodeAudioData(bytes);
  return { rate: RECORDING_RATE, values: Float64Array.from(sound.getChannelData(0)) };
}
