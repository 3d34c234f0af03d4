import { describe, expect, it } from 'vitest';
import { loadTypefaces } from './fonts.ts';
import type { SlipLayout } from './placed.ts';
import { createRaster } from './raster.ts';
import { SAMPLE_SERVICES, sampleSlip } from './sample-slip.ts';
import { layOutSlip, type SlipContent } from './slip.ts';

const { measure } = createRaster(await loadTypefaces());
const layOut = (change: Partial<SlipContent> = {}) => layOutSlip(sampleSlip(change), measure);

/** The lines as read from top to bottom. */
function linesOf({ texts }: SlipLayout): string[] {
  const lines = new Map<number, string[]>();
  for (const { baseline, text } of texts) lines.set(baseline, [...(lines.get(baseline) ?? []), text]);
  return [...lines.values()].map((runs) => runs.join(' '));
}

type Box = { left: number; right: number; top: number; bottom: number };

function boxesOf({ texts, bars }: SlipLayout): Box[] {
  const black = texts.filter((text) => text.ink === 'black');
  return [
    ...black.map(({ x, widthDots, top, bottom }) => ({ left: x, right: x + widthDots, top, bottom })),
    ...bars.map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height })),
  ];
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function expectSound(layout: SlipLayout): void {
  const boxes = boxesOf(layout);
  for (const [index, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(layout.width);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(layout.height);
    expect(boxes.slice(index + 1).filter((other) => overlaps(box, other))).toEqual([]);
  }
}

describe('what stands on the slip', () => {
  it('says everything once, in reading order', () => {
    expect(linesOf(layOut())).toEqual([
      'Trung tâm Phục vụ hành chính công',
      'phường Tân Châu',
      'SỐ THỨ TỰ',
      'A001',
      'Đất đai',
      'Quầy: 1, 2, 3',
      'Số người chờ trước: 4',
      '07:05 23/11/2026 · Buổi sáng',
      'Mã phiếu: A001-231126',
      'Vui lòng giữ phiếu và chờ gọi số.',
    ]);
  });

  it('leaves out what is not known', () => {
    const lines = linesOf(layOut({ counters: [], session: null }));
    expect(lines).toContain('07:05 23/11/2026');
    expect(lines.filter((line) => line.startsWith('Quầy'))).toEqual([]);
  });

  it('marks a second print before anything else', () => {
    expect(linesOf(layOut({ isReprint: true })).at(0)).toBe('IN LẠI');
    expect(linesOf(layOut())).not.toContain('IN LẠI');
  });

  it('is the same for composed and decomposed letters, and for letters with stowaways', () => {
    const service = 'Đăng ký thế chấp';
    expect(layOut({ service: service.normalize('NFD') })).toEqual(layOut({ service }));
    expect(layOut({ service: '\u200bĐăng\tký\u0000 thế\r\nchấp \u202e' })).toEqual(layOut({ service }));
  });
});

describe('lines', () => {
  it.each(SAMPLE_SERVICES)('sets %s whole, inside the paper and clear of everything else', (service) => {
    const layout = layOut({ service, isReprint: true, counters: [1, 2, 3, 4] });
    expectSound(layout);
    expect(linesOf(layout).join(' ')).toContain(service);
    expect(layout.height).toBeGreaterThanOrEqual(70 * 8);
    expect(layout.height).toBeLessThanOrEqual(100 * 8);
  });

  it('breaks where a reader pauses, and never begins a line with a dash', () => {
    const lines = SAMPLE_SERVICES.flatMap((service) => linesOf(layOut({ service })));
    expect(lines).toContain('(sao y, chữ ký, hợp đồng)');
    expect(lines).toContain('Bảo hiểm xã hội –');
    expect(lines.filter((line) => line.startsWith('–'))).toEqual([]);
  });

  it('breaks the name of the office before the kind of place', () => {
    const lines = linesOf(layOut({ office: 'Bộ phận tiếp nhận và trả kết quả thị xã Tân Châu' }));
    expect(lines.slice(0, 2)).toEqual(['Bộ phận tiếp nhận và trả kết quả', 'thị xã Tân Châu']);
  });

  it('sets a long office name smaller rather than in three lines', () => {
    const office = 'Trung tâm Phục vụ hành chính công và Tiếp nhận hồ sơ trực tuyến phường Tân Châu, tỉnh An Giang';
    const layout = layOut({ office });
    expectSound(layout);
    expect(linesOf(layout).slice(0, 2).join(' ')).toBe(office);
    expect(linesOf(layout)[2]).toBe('SỐ THỨ TỰ');
  });

  it.each([
    ['a word without end', 'Ộ'.repeat(300)],
    ['a text without end', 'Đăng ký thế chấp '.repeat(60)],
  ])('cuts %s with an ellipsis instead of at the edge of the paper', (_, service) => {
    const layout = layOut({ service, office: service, footer: service });
    expectSound(layout);
    expect(linesOf(layout).filter((line) => line.endsWith('…'))).toHaveLength(3);
  });

  it('has room for every counter of a big hall and for a long number', () => {
    const layout = layOut({ counters: Array.from({ length: 14 }, (_, index) => index + 1), number: 'MM88888' });
    expectSound(layout);
    expect(linesOf(layout).join(' ')).toContain('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14');
    expect(linesOf(layout)).toContain('MM88888');
  });

  it('survives empty texts', () => {
    expectSound(layOut({ office: '', service: ' ', footer: '\n', number: '' }));
  });
});
