import { describe, expect, it } from 'vitest';
import { turnOf } from './judge-update.ts';
import { MANIFEST_FILE } from './manifest.ts';
import {
  aFolder,
  aManifest,
  aShelf,
  aStateFile,
  DAY,
  EVENING,
  fileOf,
  KEYS,
  NEW_PROGRAM,
  OLD_PROGRAM,
  signed,
} from './testing/a-release.ts';
import { MOST_STARTS, Updater, type UpdaterParts } from './updater.ts';
import type { WayRefusal } from './way.ts';

const FILES = {
  [MANIFEST_FILE]: signed(aManifest()),
  'Luot-1.2.0.exe': NEW_PROGRAM,
  'Luot-1.1.0.exe': OLD_PROGRAM,
};

/** A Windows machine with a memory and a shelf, on which one program after another is started. */
function aMachine(files: Record<string, Uint8Array> = FILES) {
  const seen = {
    done: [] as string[],
    shelf: aShelf(),
    source: aFolder(files),
    stateFile: aStateFile(),
    isQuiet: true,
  };
  let refusal: WayRefusal | null = null;
  const start = (version: string, change: Partial<UpdaterParts> = {}) =>
    new Updater({
      present: { version, platform: 'win32-x64', kind: 'nsis' },
      ...{ keys: KEYS, source: seen.source, stateFile: seen.stateFile, shelf: seen.shelf, now: () => EVENING },
      ...{ newMachine: () => 'machine-1', isQuiet: () => seen.isQuiet },
      way: {
        needsKept: true,
        prepare: async (_fresh, kept) => refusal ?? (kept?.version === version ? null : 'no-way-back'),
        switchTo: async ({ version: to }) => void seen.done.push(`switched to ${to}`),
        giveBack: async (kept) => void seen.done.push(`gave back to ${kept?.version}`),
        settle: async () => void seen.done.push('settled'),
      },
      ...change,
    });
  const refuse = (next: WayRefusal | null) => {
    refusal = next;
  };
  return { ...seen, seen, start, refuse };
}

describe('an update', () => {
  it('[M5] is fetched at any hour, once, and put in when nobody minds', async () => {
    const { start, seen, shelf, source, done } = aMachine();
    const updater = start('1.1.0');
    seen.isQuiet = false;
    expect(await updater.look()).toBe('waits');
    expect(await updater.look()).toBe('waits');
    expect(await start('1.1.0').look()).toBe('waits');
    expect([shelf.begun, source.asked, done]).toEqual([2, ['Luot-1.2.0.exe', 'Luot-1.1.0.exe'], []]);
    seen.isQuiet = true;
    expect(await updater.look()).toBe('switching');
    expect(done).toEqual(['switched to 1.2.0']);
  });

  it('is fetched again when the disk has lost some of it', async () => {
    const { start, seen, shelf } = aMachine();
    seen.isQuiet = false;
    await start('1.1.0').look();
    shelf.lying.set('1.2.0', NEW_PROGRAM.subarray(0, 100));
    seen.isQuiet = true;
    expect(await start('1.1.0').look()).toBe('switching');
    expect(shelf.begun).toBe(3);
    expect(shelf.lying.get('1.2.0')?.equals(NEW_PROGRAM)).toBe(true);
  });

  it('is looked for once at a time, and not at all while one is on trial or nobody has said where', async () => {
    const { start, shelf, done } = aMachine();
    const updater = start('1.1.0');
    expect(await Promise.all([updater.look(), updater.look()])).toEqual(['switching', 'switching']);
    expect([shelf.begun, done]).toEqual([2, ['switched to 1.2.0']]);
    expect(await updater.look()).toBe('nothing-looked-for');
    expect(await aMachine().start('1.1.0', { source: null }).look()).toBe('nothing-looked-for');
  });

  it('is left to somebody with the rights where the system installs programs', async () => {
    const manifest = aManifest({
      files: [fileOf(NEW_PROGRAM, { platform: 'linux-x64', kind: 'deb', name: 'luot.deb' })],
    });
    const { start, shelf } = aMachine({ [MANIFEST_FILE]: signed(manifest), 'luot.deb': NEW_PROGRAM });
    const updater = start('1.1.0', { present: { version: '1.1.0', platform: 'linux-x64', kind: 'deb' }, way: null });
    expect(await updater.look()).toBe('needs-administrator');
    expect(await updater.look()).toBe('needs-administrator');
    expect([shelf.begun, shelf.lying.get('1.2.0')?.equals(NEW_PROGRAM)]).toEqual([1, true]);
    expect(await start('1.1.0').begin()).toBe('as-usual');
    expect(shelf.lying.size).toBe(1);
    // Whoever may has installed it: it need not lie there any more.
    expect(await start('1.2.0').begin()).toBe('as-usual');
    expect(shelf.lying.size).toBe(0);
  });

  it('[M5] reaches a tenth of the machines first, and all that had it then still have it later', () => {
    const machines = Array.from({ length: 2_000 }, (_, index) => `machine-${index}`);
    const reached = (share: number) => machines.filter((machine) => turnOf(machine, '1.2.0') < share);
    expect(reached(0)).toEqual([]);
    expect(reached(10).length).toBeGreaterThan(140);
    expect(reached(10).length).toBeLessThan(260);
    expect(reached(50)).toEqual(expect.arrayContaining(reached(10)));
    expect(reached(100)).toEqual(machines);
    // Not the same ones every time.
    expect(machines.filter((machine) => turnOf(machine, '1.3.0') < 10)).not.toEqual(reached(10));
  });

  it('comes to a machine when the share has grown to its turn', async () => {
    const turn = turnOf('machine-1', '1.2.0');
    const files = { ...FILES, [MANIFEST_FILE]: signed(aManifest({ share: turn })) };
    const { start } = aMachine(files);
    expect(await start('1.1.0').look()).toBe('not-our-turn');
    files[MANIFEST_FILE] = signed(aManifest({ share: turn + 1, issuedAt: EVENING - DAY + 1 }));
    expect(await start('1.1.0').look()).toBe('switching');
  });
});

describe('a new version', () => {
  async function switched() {
    const machine = aMachine();
    await machine.start('1.1.0').look();
    machine.done.length = 0;
    return machine;
  }

  it('stays when its page is there, and its installer is kept for the way back of the next', async () => {
    const { start, done, shelf } = await switched();
    const fresh = start('1.2.0');
    expect(await fresh.begin()).toBe('on-trial');
    await fresh.well();
    await fresh.well();
    expect(done).toEqual(['settled']);
    expect([...shelf.lying.keys()]).toEqual(['1.2.0']);
    await fresh.late();
    expect(await start('1.2.0').begin()).toBe('as-usual');
    expect(done).toEqual(['settled']);
  });

  it('[M5] goes when its page is not there in time; it is tried once more, and then no more', async () => {
    const { start, done } = await switched();
    for (let round = 1; round <= 2; round += 1) {
      const fresh = start('1.2.0');
      await fresh.begin();
      await fresh.late();
      expect(done).toEqual(['gave back to 1.1.0']);
      done.length = 0;
      const old = start('1.1.0');
      expect(await old.begin()).toBe('given-back');
      expect(await old.look()).toBe(round === 1 ? 'switching' : 'failed-before');
      expect(done).toEqual(round === 1 ? ['settled', 'switched to 1.2.0'] : ['settled']);
      done.length = 0;
    }
  });

  it('goes when it is started again and again and never well', async () => {
    const { start, done } = await switched();
    for (let count = 1; count <= MOST_STARTS; count += 1) expect(await start('1.2.0').begin()).toBe('on-trial');
    expect(await start('1.2.0').begin()).toBe('giving-back');
    expect(done).toEqual(['gave back to 1.1.0']);
  });

  it('does not go back to an installer that the disk has damaged', async () => {
    const { start, done, shelf } = await switched();
    shelf.lying.set('1.1.0', OLD_PROGRAM.subarray(1));
    const fresh = start('1.2.0');
    await fresh.begin();
    await fresh.late();
    expect(done).toEqual(['gave back to undefined']);
  });

  it('that does not even start is not switched to, and after two tries not tried', async () => {
    const { start, refuse, done } = aMachine();
    refuse('does-not-start');
    expect(await start('1.1.0').look()).toBe('does-not-start');
    expect(await start('1.1.0').look()).toBe('does-not-start');
    refuse(null);
    expect(await start('1.1.0').look()).toBe('failed-before');
    expect(done).toEqual([]);
  });
});

it('a memory that is damaged is an empty one, and keeps nobody from starting', async () => {
  const broken = { machine: 7, seen: { version: '../..', issuedAt: -1 }, failed: { x: 'y' }, trial: { version: 'no' } };
  for (const kept of [null, 'text', [], broken, { fetched: { version: '1.2.0', file: {} } }]) {
    const stateFile = aStateFile(kept);
    const updater = aMachine().start('1.1.0', { stateFile });
    expect(await updater.begin()).toBe('as-usual');
    expect(await updater.look()).toBe('switching');
  }
});
