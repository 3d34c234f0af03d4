import { describe, expect, it } from 'vitest';
import type { OutlineCommand } from './fonts.ts';
import { scanConvert } from './scan-converter.ts';

type Corner = [x: number, y: number];

function polygon(...corners: Corner[]): OutlineCommand[] {
  return [
    ...corners.map((values, index) => ({ type: index === 0 ? 'M' : 'L', values: [...values] })),
    { type: 'Z', values: [] },
  ];
}

const square = (from: number, to: number) => polygon([from, from], [from, to], [to, to], [to, from]);
const squareTheOtherWay = (from: number, to: number) => polygon([from, from], [to, from], [to, to], [from, to]);

function inkOf(outline: OutlineCommand[], scale = 1): number {
  const spans = scanConvert(outline, scale);
  let dots = 0;
  for (let index = 0; index < spans.length; index += 3) dots += (spans[index + 2] ?? 0) - (spans[index + 1] ?? 0);
  return dots;
}

describe('filling an outline', () => {
  it('turns the font upside down: above the baseline is a negative row', () => {
    expect([...scanConvert(square(0, 2), 1)]).toEqual([-2, 0, 2, -1, 0, 2]);
  });

  it('fills where two strokes of one letter cross', () => {
    expect(inkOf([...square(0, 10), ...square(5, 15)])).toBe(100 + 100 - 25);
  });

  it('leaves the counter of a letter open', () => {
    expect(inkOf([...square(0, 10), ...squareTheOtherWay(3, 7)])).toBe(100 - 16);
  });

  it('scales', () => {
    expect(inkOf(square(0, 1000), 0.02)).toBe(400);
  });

  it('draws a round of curves as large as a circle', () => {
    const k = 55.23;
    const circle = [
      { type: 'M', values: [100, 0] },
      { type: 'C', values: [100, k, k, 100, 0, 100] },
      { type: 'C', values: [-k, 100, -100, k, -100, 0] },
      { type: 'C', values: [-100, -k, -k, -100, 0, -100] },
      { type: 'C', values: [k, -100, 100, -k, 100, 0] },
      { type: 'Z', values: [] },
    ];
    expect(Math.abs(inkOf(circle) / (Math.PI * 100 ** 2) - 1)).toBeLessThan(0.002);
  });

  it('draws a space as nothing', () => {
    expect(scanConvert([], 1)).toHaveLength(0);
  });
});
