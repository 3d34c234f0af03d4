import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { gainsAt, USUAL_VOICE, VoiceChoice } from './voice-choice.ts';

const SCHOOL_HOURS: VoiceChoice = {
  ...USUAL_VOICE,
  volume: 80,
  volumes: [{ from: '07:00', until: '08:30', volume: 100 }],
  quiet: [
    { from: '08:00', until: '08:15', chime: 'soft' },
    { from: '21:00', until: '06:00', chime: 'none' },
  ],
};

describe('gainsAt', () => {
  it('[B20] is the usual volume where nothing else is said', () => {
    expect(gainsAt(USUAL_VOICE, '12:00')).toEqual({ voice: 1, chime: 1 });
    expect(gainsAt(SCHOOL_HOURS, '12:00').voice).toBeCloseTo(0.64);
  });

  it('[B20] is another from a time of day until just before another', () => {
    expect(gainsAt(SCHOOL_HOURS, '06:59').voice).toBeCloseTo(0.64);
    expect(gainsAt(SCHOOL_HOURS, '07:00').voice).toBe(1);
    expect(gainsAt(SCHOOL_HOURS, '08:29').voice).toBe(1);
    expect(gainsAt(SCHOOL_HOURS, '08:30').voice).toBeCloseTo(0.64);
  });

  it('[B20] leaves the voice out in quiet hours and lets the chime ring softly, or not at all', () => {
    expect(gainsAt(SCHOOL_HOURS, '08:00')).toEqual({ voice: 0, chime: 0.25 });
    expect(gainsAt(SCHOOL_HOURS, '22:00')).toEqual({ voice: 0, chime: 0 });
  });

  it('[B20] knows quiet hours over midnight', () => {
    expect(gainsAt(SCHOOL_HOURS, '05:59').chime).toBe(0);
    expect(gainsAt(SCHOOL_HOURS, '06:00').chime).toBeGreaterThan(0);
    expect(gainsAt(SCHOOL_HOURS, '20:59').chime).toBeGreaterThan(0);
  });
});

describe('VoiceChoice', () => {
  it('takes what is meant', () => {
    expect(v.parse(VoiceChoice, SCHOOL_HOURS)).toEqual(SCHOOL_HOURS);
  });

  it.each([
    ['a volume that nobody would hear', { volume: 5 }],
    ['a volume beyond the clips’', { volume: 101 }],
    ['a third reading', { readings: 3 }],
    ['a time that no clock shows', { quiet: [{ from: '24:00', until: '25:00', chime: 'none' }] }],
    ['an hour that begins when it ends', { volumes: [{ from: '08:00', until: '08:00', volume: 50 }] }],
    ['a path for a pack', { pack: '../x' }],
  ])('refuses %s', (_, wrong) => {
    expect(v.safeParse(VoiceChoice, { ...USUAL_VOICE, ...wrong }).success).toBe(false);
  });
});
