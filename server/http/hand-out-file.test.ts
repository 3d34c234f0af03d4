import { describe, expect, it } from 'vitest';
import { wantedRange } from './hand-out-file.ts';

describe('which bytes of a hundred are wanted', () => {
  it.each<[string | undefined, ReturnType<typeof wantedRange>]>([
    [undefined, null],
    ['', null],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-1000', { start: 90, end: 99 }],
    ['bytes=-5', { start: 95, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=99-99', { start: 99, end: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=9-5', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=0-1,5-9', null],
    ['lines=1-2', null],
    ['bytes=-', null],
    ['bytes=1-2x', null],
  ])('%s', (header, wanted) => {
    expect(wantedRange(header, 100)).toEqual(wanted);
  });

  it('is none of an empty file', () => {
    expect([wantedRange('bytes=0-', 0), wantedRange(undefined, 0)]).toEqual(['none', null]);
  });
});
