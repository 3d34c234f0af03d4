import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HallProcess, kill, startHallProcess } from './hall/hall-process.ts';

const SAMPLE = readFileSync(resolve(import.meta.dirname, '../server/settings/sample-office.json'), 'utf8');

let dataDir: string;
let running: HallProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'luot-start-'));
  running = [];
});
afterEach(async () => {
  for (const { child } of running) await kill(child);
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<HallProcess> {
  const hall = await startHallProcess({ DATA_DIR: dataDir, PORT: '0', ...env });
  running.push(hall);
  return hall;
}

/** What a start that fails says, without the exit code and the time. */
async function refusedStart(env: Record<string, string> = {}): Promise<string> {
  const error = await start(env).then(
    () => new Error('it started'),
    (cause: Error) => cause,
  );
  return error.message;
}

describe('the first start', () => {
  it('makes the data folder with the sample office and opens every page', async () => {
    const folder = join(dataDir, 'not', 'there', 'yet');
    const hall = await start({ DATA_DIR: folder });
    expect(readFileSync(join(folder, 'office.json'), 'utf8')).toBe(SAMPLE);
    for (const path of ['', 'kiosk/', 'counter/', 'display/', 'manager/']) {
      const page = await fetch(hall.url + path);
      expect([path, page.status, page.headers.get('content-type')]).toEqual([path, 200, 'text/html;charset=utf-8']);
    }
    const { office } = JSON.parse(SAMPLE);
    expect(office.timeZone).toBe('Asia/Ho_Chi_Minh');
  });

  it('leaves what the office has edited as it is', async () => {
    const edited = SAMPLE.replace('phường Tân Châu', 'phường Long Thạnh');
    writeFileSync(join(dataDir, 'office.json'), edited);
    await start();
    expect(readFileSync(join(dataDir, 'office.json'), 'utf8')).toBe(edited);
  });
});

describe('a start that cannot be says why in one line, ends with 78, and overwrites nothing', () => {
  const oneLine = (...parts: string[]) => new RegExp(`^exit code 78: [^\\n]*${parts.join('[^\\n]*')}[^\\n]*\\n$`);

  it('the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo; // it listens on TCP
    expect(await refusedStart({ PORT: String(port) })).toMatch(oneLine(`Cổng ${port}`, 'PORT'));
    other.close();
  });

  it('the port is no port', async () => {
    expect(await refusedStart({ PORT: 'tám nghìn' })).toMatch(oneLine('tám nghìn', 'not a port number'));
  });

  it('the data folder cannot be written', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, 'in the way');
    expect(await refusedStart({ DATA_DIR: join(file, 'data') })).toMatch(oneLine('thư mục dữ liệu', 'DATA_DIR'));
    expect(readFileSync(file, 'utf8')).toBe('in the way');
  });

  it.each([
    ['is cut off', SAMPLE.slice(0, 700), 'damaged'],
    ['is empty', '', 'damaged'],
    [
      'has a wrong value',
      SAMPLE.replace('"callsBeforeAbsent": 3', '"callsBeforeAbsent": 0'),
      'rules.callsBeforeAbsent',
    ],
    ['has a field too many', SAMPLE.replace('"printer": null', '"printer": null, "colour": "red"'), 'colour'],
    ['has a letter twice', SAMPLE.replace('"prefix": "T"', '"prefix": "A"'), 'prefix letter stands twice'],
    ['has a time zone that is none', SAMPLE.replace('Asia/Ho_Chi_Minh', 'Asia/Tan_Chau'), 'office.timeZone'],
    [
      'sends a counter to a service that is not there',
      SAMPLE.replace('"own": ["can-cuoc"]', '"own": ["visa"]'),
      'not among the services',
    ],
  ])('the settings file %s', async (_how, content, place) => {
    expect(content).not.toBe(SAMPLE);
    const file = join(dataDir, 'office.json');
    writeFileSync(file, content);
    expect(await refusedStart()).toMatch(oneLine(place));
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(readdirSync(dataDir)).toEqual(['office.json']);
  });

  it('another server has the folder', async () => {
    await start();
    expect(await refusedStart()).toMatch(oneLine('another running server'));
  });

  it('the database is gone', async () => {
    const hall = await start();
    await kill(hall.child);
    running = [];
    rmSync(join(dataDir, 'office.db'));
    expect(await refusedStart()).toMatch(oneLine('missing or empty'));
  });
});
