import { describe, expect, it } from 'vitest';
import type { RecordedList } from '#shared/domain/recording.ts';
import { readingsOf } from './readings.ts';
import { followRecordings, withRecordings } from './recorded-voice.ts';

const PACK = {
  name: 'vi-south',
  tongue: 'vi-south',
  clips: [
    { id: 'ba', says: 'ba' },
    { id: 'muoi', says: 'mười' },
  ],
  addresses: new Map(),
} as const;
const recorded = (id: string, says: string) => ({ id, says, durationMs: 500, address: `/voice/office/clip-${id}.wav` });
const WORDING = { announcement: '{counter}{service}', announcementEnglish: '' };

/** What is read of counter 13 for the land office. */
function read(pack: Parameters<typeof withRecordings>[0]) {
  return readingsOf({ number: 'A001', counter: 13, service: 'Đất đai' }, 1, WORDING, { own: pack, english: undefined });
}

describe('[B8] the office’s recordings', () => {
  it('speak in the place of the same words, whole pieces before single ones, and what the pack has not', () => {
    expect(read(withRecordings(PACK, [recorded('ba', 'Ba')]))).toEqual([['vi-south/muoi', 'office/clip-ba.wav']]);
    const more = [recorded('number-13', 'mười ba'), recorded('service-dat-dai', 'đất đai')];
    expect(read(withRecordings(PACK, more))).toEqual([
      ['office/clip-number-13.wav', 'office/clip-service-dat-dai.wav'],
    ]);
  });

  it('give way to the pack where one cannot be read', () => {
    const pack = withRecordings(PACK, [recorded('ba', 'ba')], ['office/clip-ba.wav']);
    expect(read(pack)).toEqual([['vi-south/muoi', 'vi-south/ba']]);
  });

  it('leave an English pack as it is', () => {
    const english = { ...PACK, tongue: 'en' } as const;
    expect(withRecordings(english, [recorded('ba', 'ba')])).toBe(english);
  });

  it('are followed from list to list, and asked for again when they could not be read', async () => {
    const asked: string[] = [];
    const answers: Record<string, () => Promise<RecordedList>> = {
      one: async () => ({ clips: [recorded('ba', 'ba')] }),
      two: async () => Promise.reject(new Error('cut')),
    };
    const changes: number[] = [];
    const following = followRecordings(
      (address) => {
        asked.push(address);
        return answers[address]?.() ?? Promise.reject(new Error(address));
      },
      (clips) => changes.push(clips.length),
    );
    const follow = async (address: string | null) => {
      following.follow(address);
      await new Promise((done) => setImmediate(done));
    };
    for (const address of ['one', 'one', 'two', 'two', null]) await follow(address);
    expect(asked).toEqual(['one', 'two', 'two']);
    expect([changes, following.clips()]).toEqual([[1, 0], []]);
  });
});
