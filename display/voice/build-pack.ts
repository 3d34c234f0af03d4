/**
 * Builds a clip pack: `node display/voice/build-pack.ts [vi-south|vi-north]`. Needs espeak-ng and opusenc (Debian:
 * espeak-ng, opus-tools). The result is committed; nothing of this is needed where the display runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chime } from './chime.ts';
import { CHIME_CLIP, type PlannedClip, plannedClips } from './clip-list.ts';
import { oggOpusDurationMs } from './ogg-opus-duration.ts';
import * as shape from './shape-clip.ts';
import type { ManifestClip, PackManifest, Region } from './voice-pack.ts';
import { readWav, writeWav } from './wav.ts';

type Recipe = { name: string; voice: string; region: Region };

const RECIPES: readonly Recipe[] = [
  { name: 'vi-south', voice: 'vi-vn-x-south', region: 'south' },
  { name: 'vi-north', voice: 'vi', region: 'north' },
];
const SPEAKING_RATE = 135;
const OPUS_KBIT_PER_SECOND = 24;
const CHIME_RATE = 48_000;
const PACK_VERSION = 1;

const LICENCE = 'MIT, as the rest of this product';
const PROVENANCE =
  'Spoken by espeak-ng, a formant synthesiser under GPL-3.0-or-later that was run and is not part of this product. By ' +
  'section 2 of that licence the output of a covered work is covered only if its content is: these clips hold the sound ' +
  'of the texts below and no part of the program. The chime is computed by display/voice/chime.ts.';

main(process.argv[2] ?? 'vi-south');

function main(name: string): void {
  try {
    const recipe = RECIPES.find((known) => known.name === name);
    if (!recipe) throw new Error(`No pack is called ${name}. Known: ${RECIPES.map((known) => known.name).join(', ')}`);
    const manifest = buildPack(recipe, join(import.meta.dirname, 'packs', recipe.name));
    process.stdout.write(`${recipe.name}: ${manifest.clips.length} clips built with ${manifest.madeWith}\n`);
  } catch (error) {
    process.stderr.write(`The pack was not built. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function buildPack(recipe: Recipe, folder: string): PackManifest {
  const madeWith = [espeakVersion(), opusencVersion()].join(', ');
  const work = mkdtempSync(join(tmpdir(), 'luot-pack-'));
  try {
    // Everything is built aside first: a failure halfway leaves the pack that was there.
    const spoken = plannedClips().map((clip) => encode(clip, speak(clip, recipe.voice, work), work));
    const clips = [encode(CHIME_CLIP, shape.shapeClip(chime(CHIME_RATE)), work), ...spoken];
    const manifest = { ...description(recipe, madeWith), clips };
    replaceFolder(folder, manifest, work);
    return manifest;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function speak(clip: PlannedClip, voice: string, work: string): shape.Samples {
  const wav = join(work, `${clip.id}.raw.wav`);
  run('espeak-ng', ['-v', voice, '-s', String(SPEAKING_RATE), '-b', '1', '-w', wav, clip.text]);
  try {
    return shape.shapeClip(readWav(readFileSync(wav)));
  } catch (error) {
    throw new Error(`Clip ${clip.id} ("${clip.text}"): ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

function encode(clip: PlannedClip, samples: shape.Samples, work: string): ManifestClip {
  const file = `${clip.id}.opus`;
  const wav = join(work, `${clip.id}.wav`);
  writeFileSync(wav, writeWav(samples));
  // A fixed serial number and no padding: the same words give the same bytes.
  const settings = ['--quiet', '--bitrate', String(OPUS_KBIT_PER_SECOND), '--serial', '1', '--padding', '0'];
  run('opusenc', [...settings, clip.says === '' ? '--music' : '--speech', wav, join(work, file)]);
  return { ...clip, file, durationMs: Math.round(oggOpusDurationMs(readFileSync(join(work, file)))) };
}

function description(recipe: Recipe, madeWith: string): Omit<PackManifest, 'clips'> {
  const parameters = {
    wordsPerMinute: SPEAKING_RATE,
    levelDbfs: shape.LEVEL_DBFS,
    levelWindowMs: shape.LEVEL_WINDOW_MS,
    peakCapDbfs: shape.PEAK_CAP_DBFS,
    fadeInMs: shape.FADE_IN_MS,
    fadeOutMs: shape.FADE_OUT_MS,
    opusKbitPerSecond: OPUS_KBIT_PER_SECOND,
  };
  const words = { language: 'vi-VN', licence: LICENCE, provenance: PROVENANCE };
  return { version: PACK_VERSION, ...recipe, ...words, madeWith, parameters };
}

function replaceFolder(folder: string, manifest: PackManifest, work: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const clip of manifest.clips) writeFileSync(join(folder, clip.file), readFileSync(join(work, clip.file)));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function espeakVersion(): string {
  const version = /[0-9]+(\.[0-9]+)+/.exec(run('espeak-ng', ['--version']))?.[0] ?? '(unknown version)';
  return `espeak-ng ${version}`;
}

function opusencVersion(): string {
  return run('opusenc', ['--version']).split('\n')[0]?.trim() ?? 'opusenc';
}

function run(program: string, parameters: readonly string[]): string {
  const ended = spawnSync(program, parameters, { encoding: 'utf8' });
  if (ended.error) {
    throw new Error(`${program} cannot be started. On Debian: apt install espeak-ng opus-tools`, {
      cause: ended.error,
    });
  }
  if (ended.status !== 0) throw new Error(`${program} ended with ${ended.status}: ${ended.stderr.trim()}`);
  return ended.stdout;
}
