import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LEVEL_DBFS, PEAK_CAP_DBFS } from '#shared/domain/samples.ts';
import { Setup } from '#shared/domain/setup.ts';
import { announcement, unsayable } from './announcement.ts';
import { oggOpusDurationMs } from './ogg-opus-duration.ts';
import { CHIME_CLIP, plannedClips } from './planned-clips.ts';
import { chimeAddress, clipKey, SHIPPED_PACKS, shippedPack } from './shipped-packs.ts';
import { ESPEAK_VOICES } from './speak-clips.ts';
import { TONGUES } from './tongues.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const folderOf = (name: string) => join(import.meta.dirname, 'packs', name);

describe.each(SHIPPED_PACKS)('the pack %s', (name) => {
  const folder = folderOf(name);
  const pack = shippedPack(name);
  if (!pack) throw new Error(`The pack ${name} is not there`);

  it('has a file for every clip and a clip for every file', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.opus'));
    expect(pack.clips.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
    expect([...pack.addresses.keys()].toSorted()).toEqual(pack.clips.map(({ id }) => clipKey(name, id)).toSorted());
  });

  it('was built from the present list', () => {
    const fed = pack.clips.map(({ id, says, text }) => ({ id, says, text }));
    expect(fed).toEqual(plannedClips(name));
    expect(pack.parameters).toMatchObject({ levelDbfs: LEVEL_DBFS, peakCapDbfs: PEAK_CAP_DBFS, wordsPerMinute: 135 });
  });

  it('has no two clips that would be taken for one another', () => {
    expect(new Set(pack.clips.map(({ id }) => id)).size).toBe(pack.clips.length);
    expect(new Set(pack.clips.map(({ says }) => says.toLowerCase())).size).toBe(pack.clips.length);
  });

  it.each(pack.clips.map((clip) => [clip.id, clip] as const))('sounds as long as the manifest says: %s', (_, clip) => {
    const durationMs = oggOpusDurationMs(readFileSync(join(folder, clip.file)));
    expect(Math.abs(durationMs - clip.durationMs)).toBeLessThanOrEqual(20);
    expect(durationMs).toBeGreaterThanOrEqual(150);
    expect(durationMs).toBeLessThanOrEqual(4_000);
  });

  it('stays within 200 KB, so that a TV on bad Wi-Fi loads it in a second', () => {
    const loaded = readdirSync(folder).filter((file) => file !== 'prints.json');
    const bytes = loaded.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
    expect(bytes).toBeLessThan(200_000);
  });

  it('says where it comes from and on what terms', () => {
    const language = name === 'en' ? 'en-US' : 'vi-VN';
    expect(pack).toMatchObject({ name, language, voice: ESPEAK_VOICES[name], tongue: name });
    expect(pack.madeWith).toMatch(/^espeak-ng \d/);
    expect(pack.provenance).toContain('GPL-3.0');
    expect(pack.licence).toContain('MIT');
  });

  it('[B7] holds every word of every call from A001 to Z999 at counters 1 to 999', () => {
    const known = new Set(pack.clips.map(({ id }) => id));
    for (const letter of LETTERS) {
      for (let sequence = 1; sequence <= 999; sequence++) {
        const number = `${letter}${String(sequence).padStart(3, '0')}`;
        const clips = announcement({ number, counter: 1 }, '{number}', pack);
        expect(clips).toHaveLength(TONGUES[name].ticketWords(number).length);
        expect(clips.every((clip) => known.has(clip))).toBe(true);
      }
    }
    for (let counter = 1; counter <= 999; counter++) {
      const clips = announcement({ number: 'A001', counter }, '{counter}', pack);
      expect(clips).toHaveLength(TONGUES[name].counterWords(counter).length);
      expect(clips.every((clip) => known.has(clip))).toBe(true);
    }
  });
});

describe('the wording of the sample office', () => {
  const file = join(import.meta.dirname, '../../server/settings/sample-office.json');
  const { wording } = v.parse(Setup, JSON.parse(readFileSync(file, 'utf8')));

  it.each([
    ['vi-south', wording.announcement],
    ['vi-north', wording.announcement],
    ['en', wording.announcementEnglish],
  ])('[B7] can be spoken whole by %s', (name, template) => {
    const pack = shippedPack(name);
    expect(pack && unsayable(template, pack)).toEqual([]);
  });
});

describe('the chime', () => {
  it('lies apart from the voices', () => {
    expect([...chimeAddress().keys()]).toEqual([CHIME_CLIP.id]);
    for (const name of SHIPPED_PACKS) {
      expect(shippedPack(name)?.clips.some(({ id }) => id === CHIME_CLIP.id)).toBe(false);
    }
  });

  it('is no voice that could be chosen', () => {
    expect(shippedPack('chime')).toBeUndefined();
    expect(shippedPack('vi-moon')).toBeUndefined();
  });
});

describe('oggOpusDurationMs', () => {
  const bytes = readFileSync(join(folderOf('chime'), 'chime.opus'));

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
