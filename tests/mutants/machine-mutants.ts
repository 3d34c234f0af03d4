import type { Mutant } from './mutant.ts';

const BOOK = 'server/machines/machine-book.ts';
const RECEIVE = 'server/socket/receive.ts';
const JUDGE = 'kiosk/main/update/judge-update.ts';
const UPDATER = 'kiosk/main/update/updater.ts';
const HEALTH = ['server/machines/machine-book.test.ts'];
const REPORTS = ['server/socket/reports.test.ts'];
const TAMPERED = ['kiosk/main/update/tampered.test.ts'];
const STORY = ['kiosk/main/update/updater.test.ts'];
const CUTS = ['kiosk/main/update/power-cut.test.ts'];

/** Bugs with which the manager would be told wrong things of machines, or a machine would take what it must not. */
export const MACHINE_MUTANTS: readonly Mutant[] = [
  {
    name: 'health: a report keeps a clerk signed in',
    file: RECEIVE,
    find: "if (name !== 'machine:health') behind.access.used(socket.data);",
    replace: 'behind.access.used(socket.data);',
    tests: REPORTS,
  },
  {
    name: 'health: reports eat the presses of their machine',
    file: RECEIVE,
    find: "  if (name === 'machine:health') return rates.mayReport(page);\n",
    replace: '',
    tests: REPORTS,
  },
  {
    name: 'health: each report is drawn for everybody',
    file: RECEIVE,
    find: "    request !== 'machine:health' &&\n",
    replace: '',
    tests: REPORTS,
  },
  {
    name: 'health: as many machines are kept as come',
    file: BOOK,
    find: 'if (this.heard.size > MACHINES_KEPT)',
    replace: 'if (this.heard.size < 0)',
    tests: HEALTH,
  },
  {
    name: 'health: a counter is restarted under its visitor',
    file: BOOK,
    find: 'known.counter !== null && this.parts.isBusy(known.counter)',
    replace: 'known.counter === null',
    tests: HEALTH,
  },
  {
    name: 'health: asked counts as back',
    file: BOOK,
    find: 'up <= this.parts.ticks() - asked.tick',
    replace: 'up >= 0',
    tests: HEALTH,
  },
  {
    name: 'update: signature of nothing in particular',
    file: 'kiosk/main/update/manifest.ts',
    find: 'verify(null, signedBytes(signed), publicKey, signature)',
    replace: '[signed, signedBytes(signed)].some((bytes) => verify(null, bytes, publicKey, signature))',
    tests: TAMPERED,
  },
  {
    name: 'update: signature not looked at',
    file: 'kiosk/main/update/manifest.ts',
    find: "  if (!keys.some((key) => isSignedBy(key, signed, signature))) return 'wrong-signature';\n",
    replace: '',
    tests: TAMPERED,
  },
  {
    name: 'update: any product will do',
    file: JUDGE,
    find: "  if (manifest.product !== PRODUCT) return 'other-product';\n",
    replace: '',
    tests: TAMPERED,
  },
  {
    name: 'update: an old manifest may be replayed',
    file: JUDGE,
    find: "  if (seen && isBefore(manifest, seen)) return 'replayed';\n",
    replace: '',
    tests: TAMPERED,
  },
  {
    name: 'update: older is as good as newer',
    file: JUDGE,
    find: "  if (compareVersions(manifest.version, version) <= 0) return 'not-newer';\n",
    replace: '',
    tests: TAMPERED,
  },
  {
    name: 'update: a clock set back brings an old one to life',
    file: JUDGE,
    find: 'Math.max(now, seen?.issuedAt ?? 0)',
    replace: 'now',
    tests: TAMPERED,
  },
  {
    name: 'update: a name may be a path',
    file: JUDGE,
    find: "  if (!isPlainName(file.name)) return 'bad-file-name';\n",
    replace: '',
    tests: TAMPERED,
  },
  {
    name: 'update: a file without an end',
    file: 'kiosk/main/update/take-file.ts',
    find: '      if (size > wanted.size) break;\n',
    replace: '      if (size > 50 * wanted.size) break;\n',
    tests: ['kiosk/main/update/take-file.test.ts'],
  },
  {
    name: 'update: everybody at once',
    file: JUDGE,
    find: "return turnOf(machine, manifest.version) < manifest.share ? file : 'not-our-turn';",
    replace: 'return file;',
    tests: STORY,
  },
  {
    name: 'update: in the middle of the day',
    file: UPDATER,
    find: 'return isQuiet() ?',
    replace: 'return isQuiet() || true ?',
    tests: STORY,
  },
  {
    name: 'update: tried for ever',
    file: JUDGE,
    find: "  if ((failed[manifest.version] ?? 0) >= MOST_TRIES) return 'failed-before';\n",
    replace: '',
    tests: STORY,
  },
  {
    name: 'update: written over the running program',
    file: 'kiosk/main/update/appimage-way.ts',
    find: '    await disk.copy(file, beside);\n    await disk.rename(beside, image);\n',
    replace: '    await disk.copy(file, image);\n',
    tests: CUTS,
  },
  {
    name: 'update: no way back laid out on Windows',
    file: 'kiosk/main/update/nsis-way.ts',
    find: "      if (!kept) return 'no-way-back';\n      await atNextSignIn.set(pathOf(kept), ARGUMENTS);\n",
    replace: "      if (!kept) return 'no-way-back';\n",
    tests: CUTS,
  },
];
