import type { Samples } from './samples.ts';

const HEADER_BYTES = 44;

/**
 * Reads a WAV file of one channel, 16 bit.
 *
 * @throws Error if it is anything else
 */
export function readWav(bytes: Uint8Array): Samples {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || word(view, 0) !== 'RIFF' || word(view, 8) !== 'WAVE')
    throw new Error('Not a WAV file');
  let rate = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (word(view, at) === 'fmt ') rate = monoRate(view, at + 8);
    if (word(view, at) === 'data') return { rate, values: values(view, at + 8, Math.min(size, bytes.length - at - 8)) };
    at += 8 + size + (size % 2);
  }
  throw new Error('A WAV file without sound');
}

/** Writes one channel as a WAV file, 16 bit. */
export function writeWav({ rate, values: samples }: Samples): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2);
  const view = new DataView(bytes.buffer);
  put(view, 0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  put(view, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  put(view, 36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((value, index) => {
    view.setInt16(HEADER_BYTES + index * 2, Math.round(Math.max(-1, Math.min(1, value)) * 32767), true);
  });
  return bytes;
}

function monoRate(view: DataView, at: number): number {
  const [coding, channels, bits] = [
    view.getUint16(at, true),
    view.getUint16(at + 2, true),
    view.getUint16(at + 14, true),
  ];
  if (coding !== 1 || channels !== 1 || bits !== 16) throw new Error('Not a WAV file of one channel, 16 bit');
  return view.getUint32(at + 4, true);
}

function values(view: DataView, at: number, bytes: number): Float64Array {
  return Float64Array.from(
    { length: Math.floor(bytes / 2) },
    (_, index) => view.getInt16(at + index * 2, true) / 32768,
  );
}

function word(view: DataView, at: number): string {
  return String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));
}

function put(view: DataView, at: number, text: string): void {
  [...text].forEach((sign, index) => {
    view.setUint8(at + index, sign.charCodeAt(0));
  });
}
