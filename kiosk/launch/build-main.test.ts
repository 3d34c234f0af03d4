import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { isBuiltin } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMain } from './build-main.ts';

const HOME = resolve(import.meta.dirname, '..', '..');
const RUN = join(HOME, 'kiosk/main/testing/run-bundle.ts');

let folder: string;
let bundle: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-bundle-'));
  bundle = await buildMain(HOME, folder);
  const page = '<!doctype html><title>Máy lấy số · Lượt</title>';
  const html = { 'content-type': 'text/html; charset=utf-8' };
  server = createServer((_request, response) => response.writeHead(200, html).end(page)).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  // `address()` of a server that listens on a port is never a path.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => promisify(execFile)(process.execPath, [RUN, bundle, ...args]);

it('makes one file of it, and of each preload, that needs nothing but Electron and Node', async () => {
  const files = (await readdir(folder)).sort();
  const preloads = ['hall', 'setup', 'staff'].map((kind) => `${kind}-preload.cjs`);
  expect(files).toEqual(['main.js', 'setup', 'staff', ...preloads].sort());
  expect(await needsOf('main.js')).toEqual(['electron']);
  for (const preload of preloads) expect(await needsOf(preload)).toEqual(['electron']);
});

/** What a built file loads, but for what Node itself has. */
async function needsOf(file: string): Promise<(string | undefined)[]> {
  const text = await readFile(join(folder, file), 'utf8');
  const sources = [...text.matchAll(/(?:from|import\(|require\() ?["']([^"']+)["']/g)].map(([, source]) => source);
  return sources.filter((source) => !isBuiltin(source ?? ''));
}

it.each([
  ['kiosk', 'kiosk/'],
  ['tv', 'display/'],
])('shows the %s’s page once the server is there', async (room, path) => {
  const { stdout } = await run(`--room=${room}`, `--url=${url}`);
  expect(JSON.parse(stdout)).toEqual([expect.stringMatching(/^data:text\/html/), `${url}${path}`]);
});

it('says which version it is and does nothing else, when a program that may be replaced by it asks', async () => {
  const { stdout } = await run('--self-check');
  expect(stdout).toBe('0.1.0\n');
});

it('ends with a line and code 1 when it is not understood', async () => {
  await expect(run('--room=desk')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--room: kiosk | tv'),
  });
});
