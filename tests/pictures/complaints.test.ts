import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { complaintsAbout } from './complaints.ts';
import type { RoomScenes } from './scene.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ROOM: RoomScenes = {
  room: 'nowhere',
  sizes: {},
  schemes: ['light'],
  speeches: ['vi'],
  contrast: 7,
  touchPx: () => 44,
  mayScroll: false,
  scenes: {},
};
const SOUND = '<button style="width:200px;height:60px">Lấy số</button><p class="a">Mời số</p>';

/** What is said of a page of 400 × 300 with this in it. */
async function complaintsOf(body: string, room = ROOM): Promise<string[]> {
  const { page, context, faults } = await openPage(browser, 'about:blank', { viewport: { width: 400, height: 300 } });
  const style =
    'body { margin: 0; color: #000; background: #fff } p { margin: 0 } button { color: #000; background: #fff }';
  await page.setContent(
    `<!doctype html><html lang="vi"><head><title>Lượt</title><style>${style}</style></head><body><main>${body}</main></body></html>`,
  );
  const complaints = await complaintsAbout({ page, faults, close: () => context.close() }, room);
  await context.close();
  return complaints;
}

const BAD: [fault: string, body: string, complaint: string][] = [
  [
    'text over a button',
    `${SOUND}<p style="position:absolute;top:20px">đè lên</p>`,
    'covers: button "Lấy số" × p "đè lên"',
  ],
  [
    'a button over a button',
    `${SOUND}<button style="position:absolute;top:40px;left:0;width:90px;height:50px">b</button>`,
    'covers: button "Lấy số" × button "b"',
  ],
  ['half a line', '<p style="height:10px;overflow:hidden">Đất đai</p>', 'cut off: p "Đất đai" by p "Đất đai"'],
  [
    'a word longer than its frame',
    '<div style="width:40px;overflow:hidden">Nghiêng</div>',
    'cut off: div "Nghiêng" by div "Nghiêng"',
  ],
  [
    'text out of its box',
    '<p style="width:40px;white-space:nowrap">dài hơn khung của nó</p>',
    'leaves its box: p "dài hơn khung của nó" out of p "dài hơn khung của nó"',
  ],
  ['text beside the glass', '<p style="position:absolute;left:-20px">mất</p>', 'outside the window: p "mất"'],
  ['a page too wide', '<div style="width:500px;height:9px"></div>', 'sideways: 500 px wide on 400'],
  ['a page too high', '<div style="height:500px"></div>', 'scrolls: 500 px high on 300'],
  ['pale text', '<p style="color:#888">nhạt</p>', 'faint: 3.54 : nhạt'],
  ['a button for nobody’s finger', '<button style="width:100px;height:20px">nhỏ</button>', 'small: 100 × 20 nhỏ'],
  ['a control without a name', '<input>', 'axe label: <input>'],
  ['a fault of the script', '<script>nothing.here()</script>', 'fault: ReferenceError: nothing is not defined'],
];

describe('what is wrong with a page is found', () => {
  it.each(BAD)('%s', async (_, body, complaint) => {
    expect(await complaintsOf(body)).toContainEqual(expect.stringContaining(complaint));
  });

  it('and nothing is said of a page that is well, of text in a coloured word, of what is hidden whole', async () => {
    const hidden = '<p style="height:30px;overflow:hidden"><span style="display:block;margin-top:40px">kín</span></p>';
    expect(await complaintsOf(`${SOUND}<p>Quầy <strong>3</strong></p>${hidden}`)).toEqual([]);
  });

  it('and behind an open question nothing is looked at', async () => {
    const [, cut = ''] = BAD[2] ?? [];
    const dialog = '<dialog id="d" aria-label="x"><p>Có chắc không?</p></dialog><script>d.showModal()</script>';
    expect(await complaintsOf(`${cut}${dialog}`)).toEqual([]);
  });

  it('and what a list has scrolled out of sight covers nothing, where a page may scroll', async () => {
    const list =
      '<div style="height:70px;overflow:auto"><button style="width:90px;height:100px">b</button></div><p>dưới</p>';
    expect(await complaintsOf(list, { ...ROOM, mayScroll: true })).toEqual([]);
    expect(await complaintsOf(`${list}<p style="margin-top:-40px">đè</p>`, { ...ROOM, mayScroll: true })).not.toEqual(
      [],
    );
  });

  it('and a page that may scroll is long without complaint, but not wide', async () => {
    const long = '<div style="height:500px;width:500px"></div>';
    expect(await complaintsOf(long, { ...ROOM, mayScroll: true })).toEqual(['sideways: 500 px wide on 400']);
  });
});
