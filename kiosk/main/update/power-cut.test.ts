import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appImageWay, type Disk } from './appimage-way.ts';
import { MANIFEST_FILE } from './manifest.ts';
import { nsisWay } from './nsis-way.ts';
import {
  aFolder,
  aManifest,
  aStateFile,
  EVENING,
  fileOf,
  KEYS,
  NEW_PROGRAM,
  OLD_PROGRAM,
  signed,
} from './testing/a-release.ts';
import { openShelf, realDisk, shelfPath } from './update-disk.ts';
import { Updater } from './updater.ts';
import type { Way } from './way.ts';

/** The current is cut before the step of this number, or in the middle of it. */
class PowerCut extends Error {}

function aFuse() {
  let left = Number.POSITIVE_INFINITY;
  const steps: string[] = [];
  const fuse = {
    steps,
    blowAt(step: number) {
      left = step;
      steps.length = 0;
    },
    /** @param torn what half of the step leaves behind */
    async step<T>(name: string, work: () => T | Promise<T>, torn: () => void = () => undefined): Promise<T> {
      if (steps.length === left) torn();
      fuse.stepAtOnce(name);
      return await work();
    },
    stepAtOnce(name: string) {
      steps.push(name);
      if (steps.length > left) throw new PowerCut(name);
    },
  };
  return fuse;
}
type Fuse = ReturnType<typeof aFuse>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luot-cut-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const versionOf = (bytes: Buffer) =>
  bytes.equals(OLD_PROGRAM) ? '1.1.0' : bytes.equals(NEW_PROGRAM) ? '1.2.0' : 'mixed';
const survive = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (cause) {
    if (!(cause instanceof PowerCut)) throw cause;
  }
};

/** A PC on which programs are started, with current until the fuse blows. */
function aPc(fuse: Fuse, way: () => Way, kind: 'nsis' | 'appimage') {
  const stateFile = aStateFile();
  const shelf = openShelf(join(folder, 'updates'));
  const platform = kind === 'nsis' ? 'win32-x64' : 'linux-x64';
  const files = { [MANIFEST_FILE]: signed(aManifest()), 'Luot-1.2.0.exe': NEW_PROGRAM };
  const source = aFolder({ ...files, 'Luot-1.1.0.exe': OLD_PROGRAM, 'Luot.AppImage': NEW_PROGRAM });
  const start = (version: string) =>
    new Updater({
      present: { version, platform, kind },
      ...{ keys: KEYS, source, shelf, way: way(), now: () => EVENING },
      ...{ newMachine: () => 'machine-1', isQuiet: () => true },
      stateFile: {
        read: stateFile.read,
        // Whole or not at all: its own tests hold that.
        write: (state) => {
          fuse.stepAtOnce('write the memory');
          stateFile.write(state);
        },
      },
    });
  return { start };
}

describe('an AppImage', () => {
  const image = () => join(folder, 'Luot.AppImage');

  function aCuttableDisk(fuse: Fuse): Disk {
    return {
      ...realDisk,
      copy: (from, to) =>
        fuse.step(
          `copy to ${to.slice(folder.length)}`,
          () => realDisk.copy(from, to),
          () => {
            mkdirSync(join(folder, 'updates'), { recursive: true });
            copyFileSync(from, to);
            truncateSync(to, 1_000);
          },
        ),
      rename: (from, to) => fuse.step(`rename to ${to.slice(folder.length)}`, () => realDisk.rename(from, to)),
      remove: (file) => fuse.step(`remove ${file.slice(folder.length)}`, () => realDisk.remove(file)),
    };
  }

  function anImagePc() {
    const fuse = aFuse();
    const shelfFolder = join(folder, 'updates');
    const way = () =>
      appImageWay({
        ...{ disk: aCuttableDisk(fuse), image: image(), folder: shelfFolder, restart: () => fuse.stepAtOnce('start') },
        pathOf: (kept) => shelfPath(shelfFolder, kept),
        starts: async (file, version) => versionOf(readFileSync(file)) === version,
      });
    writeFileSync(image(), OLD_PROGRAM);
    return { fuse, ...aPc(fuse, way, 'appimage') };
  }
  const there = () => versionOf(readFileSync(image()));

  it('[M6] is the old one or the new one, never half of both, wherever the current is cut while it is put in', async () => {
    const whole = anImagePc();
    expect(await whole.start('1.1.0').look()).toBe('switching');
    expect(there()).toBe('1.2.0');
    const count = whole.fuse.steps.length;
    expect(count).toBeGreaterThan(6);
    const found: string[] = [];
    for (let at = 0; at < count; at += 1) {
      rmSync(join(folder, 'updates'), { recursive: true, force: true });
      const { fuse, start } = anImagePc();
      fuse.blowAt(at);
      await survive(start('1.1.0').look());
      found.push(there());
      // The current is back. Whichever program is there starts, and comes to the new one in the end.
      fuse.blowAt(Number.POSITIVE_INFINITY);
      const next = start(there());
      await next.begin();
      if (there() === '1.1.0') expect([at, await next.look()]).toEqual([at, 'switching']);
      const last = start(there());
      await last.begin();
      await last.well();
      expect([at, there(), await start(there()).begin()]).toEqual([at, '1.2.0', 'as-usual']);
    }
    // Only the last step, the start of the new one, is after the switch.
    expect(found).toEqual([...Array(count - 1).fill('1.1.0'), '1.2.0']);
  });

  it('is the new one or the old one wherever the current is cut while it is given back', async () => {
    for (const at of [0, 1, 2]) {
      rmSync(join(folder, 'updates'), { recursive: true, force: true });
      const { fuse, start } = anImagePc();
      await start('1.1.0').look();
      const fresh = start('1.2.0');
      await fresh.begin();
      fuse.blowAt(at);
      await survive(fresh.late());
      expect(there()).toBe(at < 2 ? '1.2.0' : '1.1.0');
      fuse.blowAt(Number.POSITIVE_INFINITY);
      const next = start(there());
      await next.begin();
      await next.late();
      expect(there()).toBe('1.1.0');
      expect(await start('1.1.0').begin()).toBe(at < 2 ? 'given-back' : 'as-usual');
    }
  });

  it('that does not run here is not even laid beside the old one', async () => {
    const { start, fuse } = anImagePc();
    const updates = join(folder, 'updates');
    const never = appImageWay({
      ...{ disk: aCuttableDisk(fuse), image: image(), folder: updates, restart: () => undefined },
      pathOf: (kept) => shelfPath(updates, kept),
      starts: async () => false,
    });
    await start('1.1.0').look();
    writeFileSync(image(), OLD_PROGRAM);
    const fresh = { version: '1.2.0', file: fileOf(NEW_PROGRAM, { name: 'Luot.AppImage' }) };
    expect(await never.prepare(fresh, null)).toBe('does-not-start');
    expect(there()).toBe('1.1.0');
  });
});

describe('an installer of Windows', () => {
  /** Ten files that are replaced one after another, and what runs at the next sign-in. */
  function aWindowsPc() {
    const fuse = aFuse();
    const program = Array.from({ length: 10 }, () => '1.1.0');
    const once: string[] = [];
    const begun: string[] = [];
    const shelfFolder = join(folder, 'updates');
    const way = () =>
      nsisWay({
        pathOf: (kept) => shelfPath(shelfFolder, kept),
        atNextSignIn: {
          set: (file) => fuse.step('lay out', () => void once.splice(0, 1, file)),
          clear: () => fuse.step('take away', () => void once.splice(0)),
        },
        startAlone: (file) => void begun.push(file),
        end: () => undefined,
      });
    /** Runs an installer, file by file. */
    const install = async (file: string) => {
      const version = versionOf(readFileSync(file));
      for (let index = 0; index < program.length; index += 1) {
        await fuse.step('replace a file', () => {
          program[index] = version;
        });
      }
    };
    const runBegun = async () => {
      for (const file of begun.splice(0)) await install(file);
    };
    const signIn = async () => {
      const [file] = once;
      begun.length = 0;
      if (file) await install(file);
      once.length = 0;
    };
    const there = () => (new Set(program).size === 1 ? (program[0] ?? '') : 'mixed');
    return { fuse, there, runBegun, signIn, once, ...aPc(fuse, way, 'nsis') };
  }

  it('[M6] that is broken off leaves the old program after the next sign-in, wherever the current is cut', async () => {
    const whole = aWindowsPc();
    expect(await whole.start('1.1.0').look()).toBe('switching');
    await whole.runBegun();
    expect(whole.there()).toBe('1.2.0');
    const count = whole.fuse.steps.length;
    let mixed = 0;
    for (let at = 0; at < count; at += 1) {
      rmSync(join(folder, 'updates'), { recursive: true, force: true });
      const { fuse, start, there, runBegun, signIn, once } = aWindowsPc();
      fuse.blowAt(at);
      await survive(start('1.1.0').look().then(runBegun));
      if (there() === 'mixed') mixed += 1;
      fuse.blowAt(Number.POSITIVE_INFINITY);
      await signIn();
      expect([at, there()]).toEqual([at, '1.1.0']);
      await start('1.1.0').begin();
      expect(once).toEqual([]);
    }
    // So it would stand without what was laid out for the sign-in.
    expect(mixed).toBe(9);
  });

  it('has put in a program that stays once it is well, and nothing waits for the next sign-in any more', async () => {
    const { start, runBegun, signIn, there, once } = aWindowsPc();
    await start('1.1.0').look();
    await runBegun();
    const fresh = start('1.2.0');
    await fresh.begin();
    expect(once.length).toBe(1);
    await fresh.well();
    expect(once).toEqual([]);
    await signIn();
    expect(there()).toBe('1.2.0');
  });

  it('has put in a program that never starts: the next sign-in brings the old one back, which knows what happened', async () => {
    const { start, runBegun, signIn, there } = aWindowsPc();
    await start('1.1.0').look();
    await runBegun();
    expect(there()).toBe('1.2.0');
    await signIn();
    expect(there()).toBe('1.1.0');
    expect(await start('1.1.0').begin()).toBe('given-back');
  });
});
