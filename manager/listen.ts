import { fetchClip } from '#display/voice/fetch-clip.ts';
import type { Samples } from '#shared/domain/samples.ts';

/** Plays pieces one after another on this machine; a press must have asked for it. Fulfilled at their end. */
export async function listenTo(pieces: readonly (Samples | string)[]): Promise<void> {
  const audio = new AudioContext();
  try {
    const sounds = await Promise.all(pieces.map((piece) => soundOf(piece, audio)));
    let at = audio.currentTime + 0.05;
    const ends = sounds.map((sound) => {
      const source = audio.createBufferSource();
      source.buffer = sound;
      source.connect(audio.destination);
      source.start(at);
      at += sound.duration;
      return new Promise((end) => {
        source.onended = end;
      });
    });
    await Promise.all(ends);
  } finally {
    // A browser opens only so many of these.
    await audio.close();
  }
}

async function soundOf(piece: Samples | string, audio: AudioContext): Promise<AudioBuffer> {
  if (typeof piece === 'string') return audio.decodeAudioData(await fetchClip(piece));
  const sound = audio.createBuffer(1, piece.values.length, piece.rate);
  sound.copyToChannel(Float32Array.from(piece.values), 0);
  return sound;
}
