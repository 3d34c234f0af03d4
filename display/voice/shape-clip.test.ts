import { describe, expect, it } from 'vitest';
import { levelDbfs, peakDbfs, type Samples } from '#shared/domain/samples.ts';
import { readWav, writeWav } from '#shared/domain/wav.ts';
import { chime } from './chime.ts';
import { shapeClip } from './shape-clip.ts';

const RATE = 22_050;

function tone(ms: number, amplitude: number, silenceMs = 0): Samples {
  const silence = Math.round((RATE * silenceMs) / 1000);
  const values = new Float64Array(Math.round((RATE * ms) / 1000) + 2 * silence);
  for (let index = silence; index < values.length - silence; index++) {
    values[index] = amplitude * Math.sin((2 * Math.PI * 200 * index) / RATE);
  }
  return { rate: RATE, values };
}

const durationMs = ({ rate, values }: Samples) => (values.length / rate) * 1000;

describe('shapeClip', () => {
  it('cuts the silence at both ends, up to a breath', () => {
    const shaped = shapeClip(tone(300, 0.3, 200));
    expect(durationMs(shaped)).toBeGreaterThanOrEqual(300);
    expect(durationMs(shaped)).toBeLessThanOrEqual(316);
  });

  it.each([0.01, 0.3, 0.9])('brings a tone of amplitude %d to the same loudness', (amplitude) => {
    expect(levelDbfs(shapeClip(tone(300, amplitude)))).toBeCloseTo(-23, 0);
  });

  it('begins and ends in silence, so that nothing clicks', () => {
    const { values } = shapeClip(tone(300, 0.3));
    expect(Math.abs(values[0] ?? 1) + Math.abs(values.at(-1) ?? 1)).toBe(0);
  });

  it('caps a peak that the level would lift over −1 dBFS', () => {
    const clip = tone(300, 0.01);
    clip.values[3000] = 0.9;
    expect(peakDbfs(shapeClip(clip))).toBeCloseTo(-1, 5);
  });

  it('refuses a clip under 0.15 s', () => {
    expect(() => shapeClip(tone(96, 0.3, 100))).toThrow(/Only \d+ ms/);
  });

  it('takes the chime', () => {
    expect(levelDbfs(shapeClip(chime(48_000)))).toBeCloseTo(-23, 0);
  });
});

describe('WAV', () => {
  it('reads back what it wrote', () => {
    const clip = tone(20, 0.5);
    const back = readWav(writeWav(clip));
    expect(back.rate).toBe(RATE);
    expect(back.values.every((value, index) => Math.abs(value - (clip.values[index] ?? 0)) < 1e-3)).toBe(true);
  });

  it('refuses two channels and what is no WAV file', () => {
    const stereo = writeWav(tone(20, 0.5));
    stereo[22] = 2;
    expect(() => readWav(stereo)).toThrow('one channel');
    expect(() => readWav(new Uint8Array(60))).toThrow('Not a WAV file');
  });
});
