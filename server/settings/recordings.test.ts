import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onlyRoom, spokenWord } from '#display/voice/testing/spoken-sounds.ts';
import { packOf, type RecordedPack } from '#shared/domain/recording.ts';
import { writeWav } from '#shared/domain/wav.ts';
import { openRecordings } from './recordings.ts';

const RATE = 24_000;
/** As loud as the recorder makes it. */
const wav = (wordMs = 500, loud = 0.16) =>
  Buffer.from(writeWav(spokenWord({ rate: RATE, wordMs, beforeMs: 20, afterMs: 20, loud })));

let path: string;
let told: unknown[];
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'luot-recordings-')), 'office');
  told = [];
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

const opened = () => openRecordings(path, (cause) => told.push(cause));
const saidBy = (recordings: ReturnType<typeof opened>) => recordings.clips().map(({ id, says }) => `${id}: ${says}`);
const filesThere = () => (existsSync(path) ? readdirSync(path).sort() : []);

describe('[B33] the recordings of an office', () => {
  it('are there after a restart, and another list is known by another address', async () => {
    const first = opened();
    expect(first.address()).toBeNull();
    expect(await first.keep({ id: 'ba', says: 'ba' }, wav())).toBeNull();
    const address = first.address();
    expect(await first.keep({ id: 'wording-1', says: 'xin mời' }, wav(700))).toBeNull();
    expect(first.address()).not.toBe(address);
    const again = opened();
    expect([again.clips(), again.address(), told]).toEqual([first.clips(), first.address(), []]);
  });

  it('hold one clip for the same words: the newer, and no file of the older', async () => {
    const recordings = opened();
    await recordings.keep({ id: 'ba', says: 'ba' }, wav());
    await recordings.keep({ id: 'ba', says: 'ba' }, wav(600));
    await recordings.keep({ id: 'number-3', says: 'Ba' }, wav(650));
    expect(saidBy(recordings)).toEqual(['number-3: Ba']);
    expect(filesThere()).toHaveLength(2);
    await recordings.drop('number-3');
    expect([recordings.address(), filesThere()]).toEqual([null, ['manifest.json']]);
  });

  it('stop no hall when their list is damaged, and keep what was there', async () => {
    await opened().keep({ id: 'ba', says: 'ba' }, wav());
    writeFileSync(join(path, 'manifest.json'), '{ "version": 1, "clips": [ {');
    const recordings = opened();
    expect([recordings.clips(), told.length]).toEqual([[], 1]);
    const named = filesThere().map((name) => name.replace(/-[0-9a-f]{12,}/, ''));
    expect(named).toEqual(['clip-ba.wav', 'manifest.json.damaged']);
  });

  it('take one change after another', async () => {
    const recordings = opened();
    const both = [recordings.keep({ id: 'ba', says: 'ba' }, wav()), recordings.keep({ id: 'tu', says: 'tư' }, wav())];
    expect(await Promise.all(both)).toEqual([null, 'busy']);
    expect(saidBy(recordings)).toEqual(['ba: ba']);
  });

  const cut = wav().subarray(0, 4_000);
  const stereo = Buffer.from(wav());
  stereo.writeUInt16LE(2, 22);
  it.each([
    ['a name that climbs', { id: '../ba', says: 'ba' }, wav(), 'not-a-clip'],
    ['a name with a slash', { id: 'a/b', says: 'ba' }, wav(), 'not-a-clip'],
    ['words that are none', { id: 'ba', says: '<b>' }, wav(), 'not-a-clip'],
    ['no words', { id: 'ba', says: null }, wav(), 'not-a-clip'],
    ['more than a name', { id: 'ba', says: 'ba', file: 'x.wav' }, wav(), 'not-a-clip'],
    ['a file that was cut', { id: 'ba', says: 'ba' }, cut, 'not-a-clip'],
    ['a byte too many', { id: 'ba', says: 'ba' }, Buffer.concat([wav(), Buffer.alloc(1)]), 'not-a-clip'],
    ['two channels', { id: 'ba', says: 'ba' }, stereo, 'not-a-clip'],
    ['another rate', { id: 'ba', says: 'ba' }, Buffer.from(writeWav(spokenWord())), 'not-a-clip'],
    ['a page', { id: 'ba', says: 'ba' }, Buffer.from('<script>'.repeat(100)), 'not-a-clip'],
    ['nothing', { id: 'ba', says: 'ba' }, Buffer.alloc(0), 'not-a-clip'],
    ['a knock', { id: 'ba', says: 'ba' }, wav(30), 'too-short'],
    ['a speech', { id: 'ba', says: 'ba' }, wav(9_000), 'too-long'],
    ['a shout', { id: 'ba', says: 'ba' }, wav(500, 3), 'clipped'],
    ['a roar', { id: 'ba', says: 'ba' }, wav(500, 0.8), 'wrong-level'],
    ['silence', { id: 'ba', says: 'ba' }, Buffer.from(writeWav(onlyRoom(0, 500, RATE))), 'wrong-level'],
  ])('take no clip with %s', async (_what, name, bytes, trouble) => {
    const recordings = opened();
    expect(await recordings.keep(name, bytes)).toBe(trouble);
    expect([recordings.clips(), filesThere()]).toEqual([[], []]);
  });
});

describe('[B34] a pack of recordings', () => {
  const clip = (id: string, says: string, bytes = wav()) => ({ id, says, wav: bytes.toString('base64') });
  const asFile = (pack: unknown) => Buffer.from(JSON.stringify(pack));

  it('goes out as one file and comes back as it was', async () => {
    const recordings = opened();
    await recordings.keep({ id: 'ba', says: 'ba' }, wav());
    await recordings.keep({ id: 'service-dat-dai', says: 'đất đai' }, wav(700));
    const [before, pack] = [recordings.clips(), await recordings.pack()];
    await recordings.drop('ba');
    await recordings.drop('service-dat-dai');
    expect(await recordings.takePack(pack)).toBeNull();
    expect(recordings.clips()).toEqual(before);
    expect(JSON.parse((await opened().pack()).toString())).toEqual(JSON.parse(pack.toString()));
  });

  it('leaves alone what it does not hold', async () => {
    const recordings = opened();
    await recordings.keep({ id: 'ba', says: 'ba' }, wav());
    await recordings.keep({ id: 'tu', says: 'tư' }, wav());
    expect(await recordings.takePack(asFile(packOf([clip('tu-2', 'tư', wav(800))])))).toBeNull();
    expect(saidBy(recordings)).toEqual(['ba: ba', 'tu-2: tư']);
  });

  const good = clip('tu', 'tư');
  const packs: [string, unknown, string][] = [
    ['that is another file', { hello: 'world' }, 'not-a-pack'],
    ['of another version', { ...packOf([good]), version: 2 }, 'not-a-pack'],
    ['with nothing in it', packOf([]), 'not-a-pack'],
    ['with more than there is', { ...packOf([good]), more: 1 }, 'not-a-pack'],
    ['with a name that climbs', packOf([good, clip('..', 'năm')]), 'not-a-pack'],
    ['with a path for a name', packOf([good, clip('c:\\x', 'năm')]), 'not-a-pack'],
    ['with bytes that are none', packOf([good, { ...clip('nam', 'năm'), wav: '%%%' }]), 'not-a-pack'],
    ['with a clip that is another file', packOf([good, clip('nam', 'năm', Buffer.from('RIFFWAVE'))]), 'not-a-clip'],
    ['with a knock', packOf([good, clip('nam', 'năm', wav(30))]), 'too-short'],
    ['with a shout', packOf([good, clip('nam', 'năm', wav(500, 3))]), 'clipped'],
    ['with one name twice', packOf([good, clip('tu', 'năm')]), 'said-twice'],
    ['with the same words twice', packOf([good, clip('nam', 'TƯ')]), 'said-twice'],
    ['with too many clips', packOf(Array.from({ length: 401 }, (_, at) => ({ ...good, id: `c${at}` }))), 'not-a-pack'],
  ];
  it.each(packs)('%s changes nothing', async (_what, pack, trouble) => {
    const recordings = opened();
    await recordings.keep({ id: 'ba', says: 'ba' }, wav());
    const before = [recordings.clips(), filesThere()];
    expect(await recordings.takePack(asFile(pack as RecordedPack))).toBe(trouble);
    expect([recordings.clips(), filesThere()]).toEqual(before);
  });

  it('that was cut off changes nothing', async () => {
    const recordings = opened();
    expect(await recordings.takePack(asFile(packOf([good])).subarray(0, 900))).toBe('not-a-pack');
    expect(filesThere()).toEqual([]);
  });
});
