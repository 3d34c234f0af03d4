import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announcement, DEFAULT_TEMPLATE, unsayable } from './announcement.ts';
import { CHIME_CLIP, plannedClips } from './clip-list.ts';
import { oggOpusDurationMs } from './ogg-opus-duration.ts';
import { numberWords, ticketWords } from './say-number.ts';
import { LEVEL_DBFS, PEAK_CAP_DBFS } from './shape-clip.ts';
import { shippedPack } from './shipped-packs.ts';
import { CHIME } from './voice-pack.ts';

const folder = join(import.meta.dirname, 'packs', 'vi-south');
const pack = shippedPack('vi-south');
if (!pack) throw new Error('The pack vi-south is not there');
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('the pack vi-south', () => {
  it('has a file for every clip and a clip for every file', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.opus'));
    expect(pack.clips.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
    expect([...pack.addresses.keys()].toSorted()).toEqual(pack.clips.map(({ id }) => id).toSorted());
  });

  it('was built from the present list', () => {
    const fed = pack.clips.map(({ id, says, text }) => ({ id, says, text }));
    expect(fed).toEqual([CHIME_CLIP, ...plannedClips()]);
    expect(pack.parameters).toMatchObject({ levelDbfs: LEVEL_DBFS, peakCapDbfs: PEAK_CAP_DBFS, wordsPerMinute: 135 });
  });

  it.each(pack.clips.map((clip) => [clip.id, clip] as const))('sounds as long as the manifest says: %s', (_, clip) => {
    const durationMs = oggOpusDurationMs(readFileSync(join(folder, clip.file)));
    expect(Math.abs(durationMs - clip.durationMs)).toBeLessThanOrEqual(20);
    expect(durationMs).toBeGreaterThanOrEqual(150);
    expect(durationMs).toBeLessThanOrEqual(4_000);
  });

  it('stays within 200 KB, so that a TV on bad Wi-Fi loads it in a second', () => {
    const bytes = readdirSync(folder).reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
    expect(bytes).toBeLessThan(200_000);
  });

  it('says where it comes from and on what terms', () => {
    expect(pack).toMatchObject({ language: 'vi-VN', voice: 'vi-vn-x-south', region: 'south' });
    expect(pack.madeWith).toMatch(/^espeak-ng \d/);
    expect(pack.provenance).toContain('GPL-3.0');
  });

  it('[B7] holds every word of every call from A001 to Z999 at counters 1 to 99', () => {
    const known = new Set(pack.clips.map(({ id }) => id));
    for (const letter of LETTERS) {
      for (let sequence = 1; sequence <= 999; sequence++) {
        const number = `${letter}${String(sequence).padStart(3, '0')}`;
        const clips = announcement({ number, counter: 1 }, '{number}', pack);
        expect(clips).toHaveLength(ticketWords(number).length);
        expect(clips.every((clip) => known.has(clip))).toBe(true);
      }
    }
    for (let counter = 1; counter <= 999; counter++) {
      const clips = announcement({ number: 'A001', counter }, '{counter}', pack);
      expect(clips).toHaveLength(numberWords(counter, pack.region).length);
      expect(clips.every((clip) => known.has(clip))).toBe(true);
    }
    expect(unsayable(DEFAULT_TEMPLATE, pack)).toEqual([]);
    expect(known.has(CHIME)).toBe(true);
  });

  it('knows no pack that was not built', () => {
    expect(shippedPack('vi-moon')).toBeUndefined();
  });
});

describe('oggOpusDurationMs', () => {
  const bytes = readFileSync(join(folder, 'chime.opus'));

  it('takes off what the decoder throws away at the start', () => {
    expect(oggOpusDurationMs(bytes)).toBe(1_200);
  });

  it('refuses a file that was cut short', () => {
    expect(() => oggOpusDurationMs(bytes.subarray(0, bytes.length - 10))).toThrow('cut short');
  });

  it('refuses what is no Ogg file', () => {
    expect(() => oggOpusDurationMs(new Uint8Array(100))).toThrow('No Ogg page');
    expect(() => oggOpusDurationMs(new Uint8Array())).toThrow('No Ogg page');
  });
});
