/**
 * Builds the clip packs: `node display/voice/build-pack.ts [vi-south|vi-north|en|chime]`, all without a name. Needs
 * espeak-ng and opusenc (Debian: espeak-ng, opus-tools). The result is committed; nothing of this is needed where the
 * display runs.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sound from '#shared/domain/samples.ts';
import { writeWav } from '#shared/domain/wav.ts';
import { chime } from './chime.ts';
import { oggOpusDurationMs } from './ogg-opus-duration.ts';
import { CHIME_CLIP, type PlannedClip, plannedClips } from './planned-clips.ts';
import * as shape from './shape-clip.ts';
import { soundPrint } from './sound-print.ts';
import { ESPEAK_VOICES, espeakVersion, run, SPEAKING_RATE, speak } from './speak-clips.ts';
import { CHIME, type ManifestClip, type PackManifest, type Tongue } from './voice-pack.ts';

type Recipe = {
  name: string;
  tongue: Tongue | null;
  language: string;
  voice: string;
  clips: () => { clip: PlannedClip; samples: sound.Samples }[];
};

const CHIME_RATE = 48_000;
const RECIPES: readonly Recipe[] = [
  spoken('vi-south', 'vi-VN'),
  spoken('vi-north', 'vi-VN'),
  spoken('en', 'en-US'),
  {
    ...{ name: CHIME, tongue: null, language: 'zxx', voice: 'none' },
    clips: () => [{ clip: CHIME_CLIP, samples: shape.shapeClip(chime(CHIME_RATE)) }],
  },
];

const OPUS_KBIT_PER_SECOND = 24;
const PACK_VERSION = 2;
const LICENCE = 'MIT, as the rest of this product';
const SPOKEN_BY =
  'Spoken by espeak-ng, a formant synthesiser under GPL-3.0-or-later that was run and is not part of this product. By ' +
  'section 2 of that licence the output of a covered work is covered only if its content is: these clips hold the sound ' +
  'of the texts below and no part of the program.';
const COMPUTED_BY = 'Computed by display/voice/chime.ts.';

main(process.argv[2]);

function main(name: string | undefined): void {
  try {
    const wanted = RECIPES.filter((known) => name === undefined || known.name === name);
    if (wanted.length === 0)
      throw new Error(`No pack is called ${name}. Known: ${RECIPES.map((known) => known.name).join(', ')}`);
    for (const recipe of wanted) {
      const manifest = buildPack(recipe, join(import.meta.dirname, 'packs', recipe.name));
      process.stdout.write(`${recipe.name}: ${manifest.clips.length} clips built with ${manifest.madeWith}\n`);
    }
  } catch (error) {
    process.stderr.write(`The pack was not built. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function spoken(tongue: Tongue, language: string): Recipe {
  const clips = () => plannedClips(tongue).map((clip) => ({ clip, samples: speak(clip, tongue) }));
  return { name: tongue, tongue, language, voice: ESPEAK_VOICES[tongue], clips };
}

function buildPack(recipe: Recipe, folder: string): PackManifest {
  const work = mkdtempSync(join(tmpdir(), 'luot-pack-'));
  try {
    // Everything is built aside first: a failure halfway leaves the pack that was there.
    const sounds = recipe.clips();
    const clips = sounds.map(({ clip, samples }) => encode(clip, samples, work));
    const manifest = { ...description(recipe), clips };
    replaceFolder(folder, manifest, prints(sounds), work);
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function encode(clip: PlannedClip, samples: sound.Samples, work: string): ManifestClip {
  const file = `${clip.id}.opus`;
  const wav = join(work, `${clip.id}.wav`);
  writeFileSync(wav, writeWav(samples));
  // A fixed serial number and no padding: the same words give the same bytes.
  const settings = ['--quiet', '--bitrate', String(OPUS_KBIT_PER_SECOND), '--serial', '1', '--padding', '0'];
  run('opusenc', [...settings, clip.says === '' ? '--music' : '--speech', wav, join(work, file)]);
  const durationMs = Math.round(oggOpusDurationMs(readFileSync(join(work, file))));
  return { ...clip, file, durationMs, levelDbfs: Math.round(sound.levelDbfs(samples) * 10) / 10 };
}

/** By clip; not part of the manifest, which every display loads. */
function prints(sounds: ReturnType<Recipe['clips']>): Record<string, string> {
  return Object.fromEntries(
    sounds.map(({ clip, samples }) => [clip.id, Buffer.from(soundPrint(samples)).toString('base64')]),
  );
}

function description({ name, voice, tongue, language }: Recipe): Omit<PackManifest, 'clips'> {
  const opusenc = run('opusenc', ['--version']).split('\n')[0]?.trim() ?? 'opusenc';
  const parameters = {
    ...(tongue === null ? {} : { wordsPerMinute: SPEAKING_RATE }),
    levelDbfs: sound.LEVEL_DBFS,
    levelWindowMs: sound.LEVEL_WINDOW_MS,
    peakCapDbfs: sound.PEAK_CAP_DBFS,
    fadeInMs: shape.FADE_IN_MS,
    fadeOutMs: shape.FADE_OUT_MS,
    opusKbitPerSecond: OPUS_KBIT_PER_SECOND,
  };
  const origin = { licence: LICENCE, provenance: tongue === null ? COMPUTED_BY : SPOKEN_BY };
  const madeWith = tongue === null ? opusenc : `espeak-ng ${espeakVersion()}, ${opusenc}`;
  return { version: PACK_VERSION, name, voice, tongue, language, ...origin, madeWith, parameters };
}

function replaceFolder(folder: string, manifest: PackManifest, kept: Record<string, string>, work: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const clip of manifest.clips) writeFileSync(join(folder, clip.file), readFileSync(join(work, clip.file)));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'prints.json'), `${JSON.stringify(kept, null, 2)}\n`);
}
