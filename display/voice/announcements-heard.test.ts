import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpokenCall } from '#display/clip-player.ts';
import { launchBrowser } from '#tests/browser/browser.ts';
import { plannedClips } from './planned-clips.ts';
import { readingsOf } from './readings.ts';
import { clipKey, SHIPPED_PACKS, shippedPack } from './shipped-packs.ts';
import { soundPrint } from './sound-print.ts';
import { espeakVersion, speak } from './speak-clips.ts';
import type { Heard } from './testing/hear.ts';
import { COUNTER_WORDS, DIGIT_WORDS } from './testing/number-vectors.ts';
import { isWrong, wrongClips } from './testing/wrong-clips.ts';
import { CHIME, type ManifestClip, type Tongue } from './voice-pack.ts';

const PACKS = join(import.meta.dirname, 'packs');
const WORDING = {
  announcement: 'Xin mời công dân có số {number} đến quầy số {counter}',
  announcementEnglish: 'Ticket {number}, please go to counter {counter}',
};
const LOUD = { voice: 1, chime: 1 };
/**
 * Seconds are no whole samples: a rounding error late, and the browser leaves out the first sample of a clip, within its fade. A
 * clip that stands one sample beside its place lies ten times as far away.
 */
const HAIR = 0.002;
/** Opus comes out at this rate. */
const FULL_RATE = 48_000;
/** Where it is about order and not about sound, a sixth of it says the same in a sixth of the time. */
const LOW_RATE = 8_000;
/** For a machine that has much else to do; alone none of these takes longer than a few seconds. */
const PATIENCE = 120_000;

let browser: Browser;
let page: Page;
/** By pack, then by clip: what the committed files sound like in the browser. */
const decoded = new Map<string, Map<string, Uint8Array>>();

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await earScript() });
  for (const name of [CHIME, ...SHIPPED_PACKS]) decoded.set(name, await learn(name));
}, PATIENCE);
afterAll(() => browser.close());

/** The display's own player and what looks at its sound, as one script for a page. */
async function earScript(): Promise<string> {
  const entry = resolve(import.meta.dirname, 'testing/hear.ts');
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'hear' } },
  });
  const [{ output: chunks } = { output: [] }] = output as Rolldown.RolldownOutput[]; // neither watched nor without a format
  return chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.code : [])).join('\n');
}

async function learn(name: string): Promise<Map<string, Uint8Array>> {
  const files = readdirSync(join(PACKS, name)).filter((file) => file.endsWith('.opus'));
  const keyOf = (file: string) => (name === CHIME ? CHIME : clipKey(name, file.replace('.opus', '')));
  const coded = Object.fromEntries(
    files.map((file) => [keyOf(file), readFileSync(join(PACKS, name, file)).toString('base64')]),
  );
  const learnAt = (rate: number) =>
    page.evaluate(([clips, at]) => globalThis.ear.learn(clips, at), [coded, rate] as const);
  const prints = await learnAt(FULL_RATE);
  await learnAt(LOW_RATE);
  return new Map(files.map((file) => [file.replace('.opus', ''), bytesOf(prints[keyOf(file)] ?? '')]));
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

function packOf(name: string) {
  const pack = shippedPack(name);
  if (!pack) throw new Error(`The pack ${name} is not there`);
  return pack;
}

/** What was kept of the clips when the pack was built. */
function keptPrints(name: string): Map<string, Uint8Array> {
  const kept: Record<string, string> = JSON.parse(readFileSync(join(PACKS, name, 'prints.json'), 'utf8'));
  return new Map(Object.entries(kept).map(([clip, print]) => [clip, bytesOf(print)]));
}

type Call = { number: string; counter: number; language?: 'en' };

const english = packOf('en');
const hear = (calls: readonly SpokenCall[], rate: number) =>
  page.evaluate(([wanted, at]) => globalThis.ear.hear(wanted, at), [calls, rate] as const);

function spoken(name: string, calls: readonly Call[], times = 1, gains = LOUD): SpokenCall[] {
  const packs = { own: packOf(name), english };
  return calls.map((call, index) => ({
    callSeq: index + 1,
    readings: readingsOf(call, times, WORDING, packs),
    gains,
  }));
}

/** What is heard for each call, in words, without the display's own way of finding them. */
function wordsHeard({ schedule }: Heard): string[] {
  const says = new Map(
    SHIPPED_PACKS.flatMap((name) => packOf(name).clips.map((clip) => [clipKey(name, clip.id), clip.says])),
  );
  const calls = new Map<number, string[]>();
  for (const { callSeq, clip } of schedule) calls.set(callSeq, [...(calls.get(callSeq) ?? []), says.get(clip) ?? '♪']);
  return [...calls.values()].map((words) => words.join(' '));
}

function inWords(tongue: Tongue, { number, counter }: Call): string {
  const [letter = '', ...digits] = number;
  const ticket = [letter, ...digits.map((digit) => DIGIT_WORDS[tongue][Number(digit)])].join(' ');
  const place = COUNTER_WORDS[tongue][counter - 1];
  return tongue === 'en'
    ? `ticket ${ticket} please go to counter ${place}`
    : `xin mời công dân có số ${ticket} đến quầy số ${place}`;
}

function expectCleanSound({ worstSample, peak, schedule }: Heard) {
  expect(worstSample).toBeLessThan(HAIR);
  expect(peak).toBeGreaterThan(0.1);
  expect(peak).toBeLessThan(1);
  // They were rendered in parts, each on a clock that begins at nothing.
  const overlapping = schedule.filter(({ startAt }, index) => {
    const before = schedule[index - 1];
    return before && startAt < before.endAt && startAt > before.startAt;
  });
  expect(overlapping).toEqual([]);
}

describe.each(SHIPPED_PACKS)('calls to the counters 1 to 99, by %s', (name) => {
  it(
    '[B30] every clip stands at its sample, alone, unclipped, and the words are right',
    async () => {
      const calls = Array.from({ length: 99 }, (_, index) => ({ number: `A00${index % 10}`, counter: index + 1 }));
      const heard = await hear(spoken(name, calls), FULL_RATE);
      expectCleanSound(heard);
      expect(wordsHeard(heard)).toEqual(calls.map((call) => `♪ ${inWords(name, call)}`));
    },
    PATIENCE,
  );

  it(
    '[B30] every clip is as loud as the manifest says, within 1.5 dB',
    async () => {
      const pack = packOf(name);
      const readings = pack.clips.map(({ id }) => [clipKey(name, id)]);
      const { levels } = await hear([{ callSeq: 1, readings, gains: { voice: 0.5, chime: 1 } }], FULL_RATE);
      expect(
        pack.clips.filter((clip) => Math.abs((levels[clipKey(name, clip.id)] ?? 0) - clip.levelDbfs) > 1.5),
      ).toEqual([]);
      expect(Object.keys(levels)).toHaveLength(pack.clips.length + 1);
      expect(levels[CHIME]).toBeCloseTo(chimeLevel(), 0);
    },
    PATIENCE,
  );
});

function chimeLevel(): number {
  const { clips }: { clips: ManifestClip[] } = JSON.parse(readFileSync(join(PACKS, CHIME, 'manifest.json'), 'utf8'));
  return clips[0]?.levelDbfs ?? Number.NaN;
}

describe('500 tickets at random', () => {
  const random = randomFrom(20_261_123);
  const calls = Array.from({ length: 500 }, (_, index): Call => {
    const letter = String.fromCharCode(65 + random(26));
    const number = `${letter}${String(1 + random(999)).padStart(3, '0')}`;
    return { number, counter: 1 + random(99), ...(index % 5 === 0 ? { language: 'en' } : {}) };
  });

  it(
    '[B22] [B30] sound as they should, every fifth of them in English behind the Vietnamese',
    async () => {
      const heard = await hear(spoken('vi-south', calls, 1, { voice: 0.5, chime: 0.25 }), LOW_RATE);
      expectCleanSound(heard);
      expect(wordsHeard(heard)).toEqual(
        calls.map((call) => {
          const also = call.language ? ` ${inWords('en', call)}` : '';
          return `♪ ${inWords('vi-south', call)}${also}`;
        }),
      );
    },
    PATIENCE,
  );
});

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe.each([...SHIPPED_PACKS, CHIME])('the committed clips of %s', (name) => {
  it('[B30] sound as they did when the pack was built', () => {
    expect(wrongClips(decoded.get(name) ?? new Map(), keptPrints(name))).toEqual([]);
  });

  it('[B30] would be found out if any two were swapped that do not sound the same', () => {
    const kept = keptPrints(name);
    const sounds = decoded.get(name) ?? new Map<string, Uint8Array>();
    const clips = [...kept.keys()];
    const isNoticed = (clip: string, put: string) => isWrong(clip, sounds.get(put), kept);
    const passed = clips.flatMap((a, index) =>
      clips.slice(index + 1).flatMap((b) => (isNoticed(a, b) && isNoticed(b, a) ? [] : [`${a} ${b}`])),
    );
    // The letters that are one sound, whoever speaks: what the settings warn of.
    const same: Record<string, string[]> = {
      'vi-south': ['letter-d letter-g', 'letter-d letter-v', 'letter-g letter-v'],
      'vi-north': ['letter-d letter-g'],
    };
    expect(passed).toEqual(same[name] ?? []);
  });
});

describe.skipIf(espeakVersion() === null)('spoken anew (skipped where there is no espeak-ng)', () => {
  it.each(SHIPPED_PACKS)(
    '[B30] the clips of %s come out as they are kept',
    (name) => {
      const anew = new Map(plannedClips(name).map((clip) => [clip.id, soundPrint(speak(clip, name))]));
      expect(wrongClips(anew, keptPrints(name))).toEqual([]);
      expect(wrongClips(decoded.get(name) ?? new Map(), anew)).toEqual([]);
    },
    PATIENCE,
  );
});
