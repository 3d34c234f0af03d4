import { describe, expect, it } from 'vitest';
import { LARGEST_MANIFEST_BYTES, MANIFEST_FILE, type Manifest } from './manifest.ts';
import {
  aFolder,
  aManifest,
  aShelf,
  aStateFile,
  DAY,
  EVENING,
  envelope,
  fileOf,
  KEYS,
  NEW_PROGRAM,
  OLD_PROGRAM,
  reopened,
  signed,
  signedPlainly,
} from './testing/a-release.ts';
import { type UpdateOutcome, Updater, type UpdaterParts } from './updater.ts';

/** A Windows machine at 1.1.0 in the evening, and what an update came to there. */
function aMachine(files: Record<string, Uint8Array>, change: Partial<UpdaterParts> = {}, kept: unknown = null) {
  const done: string[] = [];
  const shelf = aShelf();
  const source = aFolder(files);
  const stateFile = aStateFile(kept);
  const updater = new Updater({
    present: { version: '1.1.0', platform: 'win32-x64', kind: 'nsis' },
    ...{ keys: KEYS, source, stateFile, shelf, now: () => EVENING, newMachine: () => 'machine-1', isQuiet: () => true },
    way: {
      needsKept: true,
      prepare: async (_fresh, before) => (before ? null : 'no-way-back'),
      switchTo: async ({ version }) => void done.push(`switched to ${version}`),
      giveBack: async () => void done.push('gave back'),
      settle: async () => void done.push('settled'),
    },
    ...change,
  });
  return { updater, done, shelf, source, stateFile };
}

const release = (manifest: Uint8Array, change: Record<string, Uint8Array> = {}) => ({
  ...{ [MANIFEST_FILE]: manifest, 'Luot-1.2.0.exe': NEW_PROGRAM, 'Luot-1.1.0.exe': OLD_PROGRAM },
  ...change,
});

const flipped = (bytes: Buffer, at: number) => {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
};
const changed = (change: Partial<Manifest>) => {
  const { signature } = reopened(signed(aManifest()));
  return envelope(Buffer.from(JSON.stringify(aManifest(change))), signature);
};
const named = (name: string) => signed(aManifest({ files: [fileOf(NEW_PROGRAM, { name })] }));
const ofAnother = (product: string) => signed(aManifest({ product }));

it('[M4] an update in order is taken in, with the way back kept beside it', async () => {
  const { updater, done, shelf } = aMachine(release(signed(aManifest())));
  expect(await updater.look()).toBe('switching');
  expect(done).toEqual(['switched to 1.2.0']);
  expect([...shelf.lying.keys()].sort()).toEqual(['1.1.0', '1.2.0']);
});

describe('[M4] a tampered update is refused by name, and nothing is run', () => {
  const { manifest, signature } = reopened(signed(aManifest()));
  const cases: [string, Record<string, Uint8Array>, UpdateOutcome][] = [
    ['signed by another', release(signed(aManifest(), 'stranger')), 'wrong-signature'],
    ['one bit of the manifest turned', release(envelope(flipped(manifest, 40), signature)), 'wrong-signature'],
    ['one bit of the signature turned', release(envelope(manifest, flipped(signature, 3))), 'wrong-signature'],
    ['another version under an old signature', release(changed({ version: '1.3.0' })), 'wrong-signature'],
    ['the file’s hash exchanged', release(changed({ files: [fileOf(OLD_PROGRAM)] })), 'wrong-signature'],
    ['no signature', release(envelope(manifest, Buffer.alloc(0))), 'not-readable'],
    ['signed, but not as an update', release(signedPlainly(manifest)), 'wrong-signature'],
    ['no manifest in it', release(Buffer.from('<html>')), 'not-readable'],
    [
      'longer than any manifest',
      release(Buffer.concat([signed(aManifest()), Buffer.alloc(LARGEST_MANIFEST_BYTES, ' ')])),
      'not-readable',
    ],
    ['of another product', release(ofAnother('vn.luot.hub')), 'other-product'],
    [
      'for another system',
      release(signed(aManifest({ files: [fileOf(NEW_PROGRAM, { platform: 'darwin-arm64' })] }))),
      'other-platform',
    ],
    [
      'for another kind of installation',
      release(signed(aManifest({ files: [fileOf(NEW_PROGRAM, { kind: 'deb' })] }))),
      'other-platform',
    ],
    ['older', release(signed(aManifest({ version: '1.0.9' }))), 'not-newer'],
    ['the same', release(signed(aManifest({ version: '1.1.0' }))), 'not-newer'],
    ['over', release(signed(aManifest({ expiresAt: EVENING }))), 'expired'],
    ['of a later day', release(signed(aManifest({ issuedAt: EVENING + 2 * DAY }))), 'not-yet'],
    [
      'another file',
      release(signed(aManifest()), { 'Luot-1.2.0.exe': flipped(NEW_PROGRAM, 70_000) }),
      'wrong-contents',
    ],
    ['a file cut off', release(signed(aManifest()), { 'Luot-1.2.0.exe': NEW_PROGRAM.subarray(0, -1) }), 'wrong-size'],
    [
      'a file that goes on',
      release(signed(aManifest()), { 'Luot-1.2.0.exe': Buffer.concat([NEW_PROGRAM, NEW_PROGRAM]) }),
      'wrong-size',
    ],
    ['a file that is not there', { [MANIFEST_FILE]: signed(aManifest()) }, 'not-reachable'],
    ['a file out of the folder', release(named('../../Startup/Luot.exe')), 'bad-file-name'],
    ['a file out of the folder, as Windows writes it', release(named('..\\Luot.exe')), 'bad-file-name'],
    ['a file on another drive', release(named('C:Luot.exe')), 'bad-file-name'],
    ['a file that is a device of Windows', release(named('NUL.exe')), 'bad-file-name'],
    ['a hidden file', release(named('.bashrc')), 'bad-file-name'],
    [
      'a file larger than any',
      release(signed(aManifest({ files: [fileOf(NEW_PROGRAM, { size: 2 ** 40 })] }))),
      'too-large',
    ],
    ['another way back than said', release(signed(aManifest()), { 'Luot-1.1.0.exe': NEW_PROGRAM }), 'wrong-contents'],
    ['no way back', release(signed(aManifest({ before: null }))), 'no-way-back'],
    [
      'a way back to another version',
      release(signed(aManifest({ before: { version: '1.0.0', files: [] } }))),
      'no-way-back',
    ],
  ];
  it.each(cases)('%s', async (_what, files, refusal) => {
    const { updater, done } = aMachine(files);
    expect(await updater.look()).toBe(refusal);
    expect(done).toEqual([]);
  });

  it('a manifest of before, signed and all, replayed', async () => {
    const files = release(signed(aManifest({ version: '1.4.0', share: 0 })));
    const { updater, done } = aMachine(files);
    expect(await updater.look()).toBe('not-our-turn');
    files[MANIFEST_FILE] = signed(aManifest({ version: '1.3.0' }));
    expect(await updater.look()).toBe('replayed');
    // The same version, as it stood before more was known of it.
    files[MANIFEST_FILE] = signed(aManifest({ version: '1.4.0', issuedAt: EVENING - 2 * DAY }));
    expect(await updater.look()).toBe('replayed');
    expect(done).toEqual([]);
  });

  it('one that is over, to a machine whose clock was set back', async () => {
    let at = EVENING;
    const files = release(signed(aManifest({ share: 0 })));
    const { updater } = aMachine(files, { now: () => at });
    await updater.look();
    at = EVENING - 300 * DAY;
    files[MANIFEST_FILE] = signed(aManifest({ version: '1.3.0', issuedAt: at - DAY, expiresAt: at + 3 * DAY }));
    expect(await updater.look()).toBe('expired');
  });

  it('any at all, by an app without a key, and by one that knows another', async () => {
    const files = release(signed(aManifest()));
    expect(await aMachine(files, { keys: [] }).updater.look()).toBe('wrong-signature');
    expect(await aMachine(files, { keys: [...KEYS].map(() => A_KEY_OF_NOBODY) }).updater.look()).toBe(
      'wrong-signature',
    );
  });
});

const A_KEY_OF_NOBODY = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=';
