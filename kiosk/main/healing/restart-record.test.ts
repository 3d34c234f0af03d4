import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRestartRecord } from './restart-record.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-restarts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is known to the app that starts next, in a folder that was not there before', () => {
  const file = join(folder, 'kiosk', 'restarts.json');
  expect(openRestartRecord(file).read()).toEqual({ count: 0, at: 0 });
  openRestartRecord(file).write({ count: 2, at: 1_000 });
  expect(openRestartRecord(file).read()).toEqual({ count: 2, at: 1_000 });
});

it.each([
  '',
  '{"count":',
  'null',
  '7',
  '{"count":-1,"at":5}',
  '{"count":1.5,"at":5}',
  '{"count":1}',
  '{"count":"9","at":1}',
])('takes %j as none, and is written over', async (text) => {
  const file = join(folder, 'restarts.json');
  await writeFile(file, text);
  const record = openRestartRecord(file);
  expect(record.read()).toEqual({ count: 0, at: 0 });
  record.write({ count: 1, at: 7 });
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ count: 1, at: 7 });
});

it('is kept in memory where the disk refuses', async () => {
  await writeFile(join(folder, 'a-file'), '');
  const record = openRestartRecord(join(folder, 'a-file', 'restarts.json'));
  record.write({ count: 3, at: 9 });
  expect(record.read()).toEqual({ count: 3, at: 9 });
});
