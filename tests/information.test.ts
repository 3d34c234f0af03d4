import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, ownAddress } from './hall/from-outside.ts';
import { Client, openTestHall, type TestHall } from './hall/test-hall.ts';

const PNG = Buffer.from(`\x89PNG\r\n\x1a\n${'0123456789'.repeat(20)}`, 'latin1');

let house: TestHall;
let dataDir: string;
let manager: Client<'view:choices'>;
let display: Client<'view:board'>;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'luot-information-'));
  const folder = join(dataDir, 'information');
  mkdirSync(folder);
  writeFileSync(join(folder, 'lịch nghỉ.png'), PNG);
  writeFileSync(join(folder, 'gone.png'), PNG);
  writeFileSync(join(folder, 'evil.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
  writeFileSync(join(folder, 'evil.png'), '<script></script>');
  house = await openTestHall({}, dataDir);
  manager = await Client.join(house.url, 'view:choices', 'manager');
  display = await Client.join(house.url, 'view:board', 'display');
});
afterAll(async () => {
  manager.close();
  display.close();
  await house.close();
});

const at = (name: string) => `information/${encodeURIComponent(name)}`;
const asked = async (path: string, headers: Record<string, string> = {}) => {
  // As it is written: `new URL` would tidy a climbing path away.
  const { status, headers: told, body } = await get(house.url, { path: `/${path}`, headers });
  return { status, type: told['content-type'], body, told };
};

describe('the pictures of the office', () => {
  it('are handed out as what they are, here and over TLS, with the policy that every answer has', async () => {
    for (const base of [house.url, house.secureUrl]) {
      const { status, headers, body } = await get(base + at('lịch nghỉ.png'), { rejectUnauthorized: false });
      expect([status, headers['content-type'], body.length]).toEqual([200, 'image/png', PNG.toString('utf8').length]);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
    }
  });

  it('are handed out in the parts in which a browser asks for a film', async () => {
    const part = await asked(at('lịch nghỉ.png'), { range: 'bytes=8-12' });
    expect([part.status, part.body, part.told['content-range']]).toEqual([206, '01234', `bytes 8-12/${PNG.length}`]);
    expect((await asked(at('lịch nghỉ.png'), { range: 'bytes=9-5' })).status).toBe(416);
    expect((await asked(at('lịch nghỉ.png'), { range: 'bytes=9999-' })).status).toBe(416);
  });

  it.each([
    ['a file that is not there', at('nothing.png')],
    ['a program that is a picture', at('evil.svg')],
    ['a page that is called a picture', at('evil.png')],
    ['the folder itself', 'information/'],
    ['the journal beside it', 'information/../office.db'],
    ['the journal, climbing under cover', 'information/..%2Foffice.db'],
    ['the journal, climbing as Windows does', 'information/..%5Coffice.db'],
    ['the key beside it', 'information/%2e%2e/journal.key'],
    ['a name that is none', 'information/%E0%A4%A'],
    ['a name that ends early', 'information/l%00.png'],
  ])('are all that is handed out: not %s', async (_what, path) => {
    const { status, body } = await asked(path);
    expect([status, body]).toEqual([404, 'Không có trang này. / There is no such page.']);
  });

  it('are not shown to other machines over plain HTTP', async () => {
    const outside = ownAddress();
    if (outside === null) return expect(outside).toBeNull();
    const url = house.url.replace('localhost', outside);
    const { status, headers } = await get(url + at('lịch nghỉ.png'));
    expect([status, String(headers.location).startsWith('https://')]).toEqual([308, true]);
  });

  it('stop nothing when one has gone that still stands in the list', async () => {
    rmSync(join(dataDir, 'information', 'gone.png'));
    expect((await asked(at('gone.png'))).status).toBe(404);
    expect((await asked(at('lịch nghỉ.png'))).status).toBe(200);
  });
});

it('no range that a browser may ask for ends the server', async () => {
  const { body } = await asked('display/');
  const [script] = /\/assets\/[^"]+\.js/.exec(body) ?? [];
  for (const range of ['bytes=9-5', 'bytes=5-1', 'bytes=-1', 'bytes=99999999-', 'bytes=a-b', 'nonsense']) {
    const { status } = await asked((script ?? '').slice(1), { range });
    expect([range, status < 500]).toEqual([range, true]);
  }
  expect((await asked('display/')).status).toBe(200);
});

it('[B25] what the manager chooses stands on the displays, without what cannot be shown', async () => {
  const notice = { kind: 'notice', title: 'Nghỉ lễ', text: 'Trung tâm nghỉ ngày 2/9.', seconds: 20 } as const;
  const file = (name: string) => ({ kind: 'file', file: name, seconds: 10 }) as const;
  const pieces = [notice, file('evil.png'), file('lịch nghỉ.png'), file('never-there.png')];
  const line = 'Chiều nay nghỉ từ 15 giờ.';
  const usual = (await display.until(() => true)).infoLine;
  expect(await manager.send('information:choose', { isShown: true, pieces, line })).toEqual({ ok: true, answer: {} });
  const shown = await display.until(({ information }) => information.length > 0);
  expect([shown.infoLine, shown.information.length]).toEqual([line, 2]);
  expect(shown.information[0]).toEqual(notice);
  expect(shown.information[1]).toMatchObject({ kind: 'picture', seconds: 10 });
  const { choices, files } = await manager.until((view) => view.choices.information.isShown);
  expect(choices.information.pieces).toEqual(pieces);
  expect(files.find(({ name }) => name === 'evil.png')?.trouble).toBe('damaged');
  await manager.send('information:choose', { isShown: false, pieces, line: '' });
  const off = await display.until(({ information }) => information.length === 0);
  expect(off.infoLine).toBe(usual);
});
