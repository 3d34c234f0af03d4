import { describe, expect, it } from 'vitest';
import { clipFacts } from '#shared/domain/recording.ts';
import { levelDbfs, peakDbfs, type Samples } from '#shared/domain/samples.ts';
import { writeWav } from '#shared/domain/wav.ts';
import { judgeRecording } from './judge-recording.ts';
import { onlyRoom, spokenWord } from './testing/spoken-sounds.ts';

const RATE = 24_000;
const word = (more: Parameters<typeof spokenWord>[0] = {}) => spokenWord({ rate: RATE, ...more });

function good(raw: Samples) {
  const judged = judgeRecording(raw);
  if (typeof judged === 'string') throw new Error(`Refused: ${judged}`);
  return judged;
}

describe('[B32] a recording', () => {
  it('is cut to its word, with a breath on either side', () => {
    const { durationMs } = good(word({ wordMs: 600, beforeMs: 1_500, afterMs: 2_000 }));
    expect(durationMs).toBeGreaterThan(600);
    expect(durationMs).toBeLessThan(760);
  });

  it.each([0.03, 0.1, 0.4, 0.8])('is as loud as every clip, however loud it was spoken: %f', (loud) => {
    const { clip } = good(word({ loud, room: loud / 400 }));
    expect(levelDbfs(clip)).toBeCloseTo(-23, 0);
    expect(peakDbfs(clip)).toBeLessThanOrEqual(-1);
  });

  it('that was found good is one that the server takes', () => {
    const { clip, durationMs } = good(word());
    expect(clipFacts(writeWav(clip))).toEqual({ durationMs, levelDbfs: expect.closeTo(-23, 0) });
  });

  it.each([
    ['nothing at all', 'silent', onlyRoom(0, 2_000, RATE)],
    ['a quiet room', 'silent', onlyRoom(0.002, 2_000, RATE)],
    ['a fan', 'noisy', onlyRoom(0.2, 2_000, RATE)],
    ['a word in front of a fan', 'noisy', word({ loud: 0.4, room: 0.05 })],
    ['a shout', 'clipped', word({ loud: 3 })],
    ['a knock', 'too-short', word({ wordMs: 60 })],
    ['a speech', 'too-long', word({ wordMs: 8_500 })],
    ['a press without a word', 'too-short', word({ wordMs: 1, beforeMs: 100, afterMs: 100 })],
  ])('of %s is refused: %s', (_what, fault, raw) => {
    expect(judgeRecording(raw)).toBe(fault);
  });

  it('stands 25 dB above its room, or is refused', () => {
    const rooms = [0.02, 0.01, 0.005, 0.002].map((room) => judgeRecording(word({ loud: 0.4, room })));
    const heard = rooms.map((one) => (typeof one === 'string' ? one : one.snrDb >= 25));
    expect(heard).toEqual(['noisy', true, true, true]);
  });

  it('from a card that gives nothing between the words is judged by its word', () => {
    expect(good(word({ room: 0 })).snrDb).toBeGreaterThan(50);
  });
});
