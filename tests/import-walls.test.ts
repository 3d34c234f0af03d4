import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Lays an import of everything into every room and listens where the guard barks. The table below is docs/architecture.md once
// more, written by hand: what is not in it must bark.

const HOME = resolve(import.meta.dirname, '..');
const BIOME = join(HOME, 'node_modules/@biomejs/biome/bin/biome');

/** Everything that could be imported, by a short name. */
const TARGETS: Record<string, string> = {
  domain: '#shared/domain/wrong.ts',
  contract: '#shared/contract/wrong.ts',
  finding: '#shared/finding/wrong.ts',
  'shared page': '#shared/page/wrong.ts',
  core: '#core/wrong.ts',
  ports: '#server/ports.ts',
  dispatch: '#server/dispatch.ts',
  trouble: '#server/trouble.ts',
  supervisor: '#server/supervisor.ts',
  hall: '#server/hall.ts',
  store: '#server/store/wrong.ts',
  socket: '#server/socket/wrong.ts',
  http: '#server/http/wrong.ts',
  settings: '#server/settings/wrong.ts',
  'whole file': '#server/settings/write-whole.ts',
  access: '#server/access/access.ts',
  'access port': '#server/access/ports.ts',
  tls: '#server/tls/wrong.ts',
  printer: '#printer/wrong.ts',
  display: '#display/wrong.ts',
  voice: '#display/voice/wrong.ts',
  kiosk: '#kiosk/page/wrong.ts',
  counter: '#counter/wrong.ts',
  manager: '#manager/wrong.ts',
  start: '#start/wrong.ts',
  'kiosk main': '#kiosk/main/wrong.ts',
  bridge: '#kiosk/bridge.ts',
  tests: '#tests/wrong.ts',
  'a climb': '../wrong.ts',
  'a hidden climb': './../wrong.ts',
  'a neighbour': './wrong.ts',
  'better-sqlite3': 'better-sqlite3',
  'bonjour-service': 'bonjour-service',
  'socket.io': 'socket.io',
  'socket.io-client': 'socket.io-client',
  'socket.io-parser': 'socket.io-parser',
  electron: 'electron',
  escpos: 'escpos',
  serialport: 'serialport',
  koffi: 'koffi',
  preact: 'preact',
  valibot: 'valibot',
  sirv: 'sirv',
  'node-forge': 'node-forge',
  uqr: 'uqr',
  phone: '#phone/wrong.ts',
  'phone desk': '#server/phone/wrong.ts',
  node: 'node:fs',
  'another package': 'lodash',
};

const WORDS = ['domain', 'contract', 'a neighbour'];
const SHELL = [
  'domain',
  'finding',
  'supervisor',
  'whole file',
  'bridge',
  'kiosk main',
  'a neighbour',
  'electron',
  'node',
];
const PAGE = [...WORDS, 'shared page', 'bridge', 'preact'];

/** What each room may import. */
const ALLOWED: Record<string, string[]> = {
  'shared/domain/x.ts': ['domain', 'a neighbour', 'valibot'],
  'shared/contract/x.ts': [...WORDS, 'valibot'],
  'shared/finding/x.ts': ['domain', 'a neighbour', 'finding', 'bonjour-service', 'node'],
  'shared/page/x.ts': [...PAGE, 'socket.io-client', 'uqr'],
  'kiosk/page/x.tsx': [...PAGE, 'uqr'],
  'kiosk/setup/x.tsx': [...PAGE, 'uqr'],
  'kiosk/staff/x.tsx': [...PAGE, 'uqr'],
  'counter/x.tsx': [...PAGE, 'uqr', 'counter'],
  'manager/x.tsx': [...PAGE, 'uqr', 'voice', 'manager'],
  'phone/x.tsx': [...PAGE, 'uqr'],
  'start/x.tsx': [...PAGE, 'uqr'],
  'display/x.tsx': [...PAGE, 'display', 'voice'],
  'kiosk/main/x.ts': SHELL,
  'kiosk/preload/x.ts': SHELL,
  'kiosk/launch/x.ts': ['a neighbour', 'node'],
  'server/core/x.ts': [...WORDS, 'core'],
  'server/ports.ts': [...WORDS, 'core'],
  'server/dispatch.ts': [...WORDS, 'core'],
  'server/store/x.ts': [...WORDS, 'core', 'ports', 'access port', 'trouble', 'better-sqlite3', 'node'],
  'server/socket/x.ts': [
    ...WORDS,
    'core',
    'ports',
    'dispatch',
    'access',
    'socket.io',
    'socket.io-parser',
    'valibot',
    'node',
  ],
  'server/http/x.ts': ['domain', 'a neighbour', 'ports', 'sirv', 'node'],
  'server/access/x.ts': [...WORDS, 'node'],
  'server/machines/x.ts': WORDS,
  'server/displays/x.ts': WORDS,
  'server/ratings/x.ts': [...WORDS, 'core', 'node'],
  'server/phone/x.ts': [...WORDS, 'core', 'ports', 'node'],
  'server/tls/x.ts': ['domain', 'a neighbour', 'trouble', 'whole file', 'node-forge', 'node'],
  'server/settings/x.ts': [...WORDS, 'trouble', 'valibot', 'node'],
  'server/keeping/x.ts': [...WORDS, 'core', 'ports', 'trouble', 'store', 'settings', 'whole file', 'node'],
  'printer/x.ts': ['domain', 'a neighbour', 'printer', 'escpos', 'serialport', 'koffi', 'uqr', 'node'],
  // The day is checked from outside: everything but the rules.
  'tests/day/x.ts': Object.keys(TARGETS).filter((name) => !['core', 'a climb', 'a hidden climb'].includes(name)),
  'server/hall.ts': [
    ...WORDS,
    ...[
      'core',
      'ports',
      'dispatch',
      'trouble',
      'hall',
      'store',
      'socket',
      'http',
      'settings',
      'whole file',
      'access',
      'access port',
    ],
    ...['tls', 'phone desk', 'printer', 'finding', 'supervisor', 'node'],
  ],
};

let folder: string;
let barked: Map<string, Set<string>>;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'luot-walls-')));
  for (const name of ['biome.json', 'import-walls.json']) await cp(join(HOME, name), join(folder, name));
  const names = Object.keys(TARGETS);
  const lines = Object.values(TARGETS).map((target) => `export { wrong } from '${target}';`);
  for (const room of Object.keys(ALLOWED)) {
    await mkdir(dirname(join(folder, room)), { recursive: true });
    await writeFile(join(folder, room), `${lines.join('\n')}\n`);
  }
  barked = new Map();
  for (const { file, line } of await listen(folder)) {
    const name = names[line - 1];
    if (name) barked.set(file, (barked.get(file) ?? new Set()).add(name));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Where the linter says that an import is forbidden. */
async function listen(cwd: string): Promise<{ file: string; line: number }[]> {
  const args = [BIOME, 'lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 64e6 }).catch(
    (error: { stdout: string }) => error,
  );
  return [...stdout.matchAll(/noRestrictedImports,file=([^,]+),line=(\d+)/g)].map(([, file = '', line]) => ({
    file: relative(cwd, file).replaceAll('\\', '/'),
    line: Number(line),
  }));
}

describe('the import walls bark at every forbidden pair of rooms', () => {
  it.each(Object.entries(ALLOWED))('%s', (room, allowed) => {
    const forbidden = Object.keys(TARGETS).filter((name) => !allowed.includes(name));
    expect([...(barked.get(room) ?? [])].sort()).toEqual(forbidden.sort());
  });
});
