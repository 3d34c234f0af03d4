import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSetupFile } from './setup-files.ts';

let folder: string;
let root: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luot-files-'));
  root = join(folder, 'setup');
  mkdirSync(join(root, 'files', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  for (const name of ['index.html', 'files/page-1_x.js', 'files/page.css', 'files/font.woff2', 'files/notes.txt']) {
    writeFileSync(join(root, name), name);
  }
  writeFileSync(join(root, 'files/deep/page.js'), 'deep');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (path: string) => readSetupFile(root, new URL(path, 'luot-setup://app/'));

describe('the app’s own pages', () => {
  it.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/files/page-1_x.js', 'text/javascript; charset=utf-8'],
    ['/files/page.css', 'text/css; charset=utf-8'],
    ['/files/font.woff2', 'font/woff2'],
    ['/files/../index.html', 'text/html; charset=utf-8'],
    ['/index.html?x=/../secret.js', 'text/html; charset=utf-8'],
  ])('%s is handed out as what it is, and may run only what lies beside it', async (path, kind) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, kind]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    '/',
    '/files/',
    '/files',
    '/nobody.html',
    '/../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.html',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/files/..%2f..%2fsecret.js',
    '//secret.js',
    '/files//page.css',
    '/files/deep/page.js',
    '/files/notes.txt',
    '/files/.page.js',
    '/index.html%00.js',
    '/C:/secret.js',
    '/files/page.css:stream.js',
  ])('%s is no file', async (path) => {
    const answer = await ask(path);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });
});
