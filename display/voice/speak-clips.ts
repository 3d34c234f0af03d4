import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Samples } from '#shared/domain/samples.ts';
import { readWav } from '#shared/domain/wav.ts';
import type { PlannedClip } from './planned-clips.ts';
import { shapeClip } from './shape-clip.ts';
import type { Tongue } from './voice-pack.ts';

export const SPEAKING_RATE = 135;

/** Which of the speech program's voices speaks a pack. */
export const ESPEAK_VOICES: Readonly<Record<Tongue, string>> = {
  'vi-south': 'vi-vn-x-south',
  'vi-north': 'vi',
  en: 'en-us',
};

/**
 * The clip as espeak-ng speaks it, made ready to stand beside the others.
 *
 * @throws Error when espeak-ng is not there, or did not understand the text
 */
export function speak(clip: PlannedClip, tongue: Tongue): Samples {
  const work = mkdtempSync(join(tmpdir(), 'luot-spoken-'));
  try {
    const wav = join(work, 'raw.wav');
    const voice = ESPEAK_VOICES[tongue];
    run('espeak-ng', ['-v', voice, '-s', String(SPEAKING_RATE), '-b', '1', '-w', wav, clip.text]);
    return shapeClip(readWav(readFileSync(wav)));
  } catch (error) {
    throw new Error(`Clip ${clip.id} ("${clip.text}"): ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The version of espeak-ng on this machine; null: it is not there. */
export function espeakVersion(): string | null {
  const told = spawnSync('espeak-ng', ['--version'], { encoding: 'utf8' });
  return told.error || told.status !== 0 ? null : (/[0-9]+(\.[0-9]+)+/.exec(told.stdout)?.[0] ?? '(unknown version)');
}

/** Runs a program of the pack's builder to its end. */
export function run(program: string, parameters: readonly string[]): string {
  const ended = spawnSync(program, parameters, { encoding: 'utf8' });
  if (ended.error) {
    throw new Error(`${program} cannot be started. On Debian: apt install espeak-ng opus-tools`, {
      cause: ended.error,
    });
  }
  if (ended.status !== 0) throw new Error(`${program} ended with ${ended.status}: ${ended.stderr.trim()}`);
  return ended.stdout;
}
