import { describe, expect, it } from 'vitest';
import { ALL_WELL, createStatusParser, factsOfAnswer, type PrinterFacts, stateOf } from './printer-status.ts';

const read = (...bytes: number[]) => createStatusParser().read(Uint8Array.from(bytes));
const picture = (change: Partial<PrinterFacts>) => ({ type: 'picture', facts: { ...ALL_WELL, ...change } });

describe('what the printer sends', () => {
  it.each<[string, number[], Partial<PrinterFacts>]>([
    ['all well', [0x10, 0x00, 0x00, 0x00], {}],
    ['all well, with the drawer pin and reserved bits', [0x14, 0x00, 0x00, 0x0f], {}],
    ['near the end of the roll', [0x10, 0x00, 0x03, 0x00], { nearEnd: true }],
    ['no paper', [0x18, 0x00, 0x0f, 0x00], { offline: true, paperOut: true, nearEnd: true }],
    ['an open cover', [0x38, 0x00, 0x00, 0x00], { offline: true, coverOpen: true }],
    ['a stuck knife', [0x18, 0x08, 0x00, 0x00], { offline: true, cutterJam: true }],
    ['the feed button held', [0x58, 0x00, 0x00, 0x00], { offline: true }],
  ])('is understood: %s', (_, bytes, facts) => {
    expect(read(...bytes)).toEqual([picture(facts)]);
  });

  it('may come in any pieces', () => {
    const parser = createStatusParser();
    const messages = [0x18, 0x00, 0x0c, 0x00, 0x00].map((byte) => parser.read(Uint8Array.of(byte)));
    expect(messages).toEqual([
      [],
      [],
      [],
      [picture({ offline: true, paperOut: true })],
      [{ type: 'confirmation', facts: { nearEnd: false, paperOut: false } }],
    ]);
  });

  it('tells the end of a frame from an answer to GS r', () => {
    expect(read(0x0c, 0x10, 0x00, 0x00, 0x00, 0x03)).toEqual([
      { type: 'confirmation', facts: { nearEnd: false, paperOut: true } },
      picture({}),
      { type: 'confirmation', facts: { nearEnd: true, paperOut: false } },
    ]);
  });

  it('lets real-time answers and flow control pass through the middle of a frame', () => {
    expect(read(0x18, 0x13, 0x00, 0x12, 0x0c, 0x11, 0x00)).toEqual([
      { type: 'real-time', byte: 0x12 },
      picture({ offline: true, paperOut: true }),
    ]);
  });

  it('begins again when a frame is broken off by the next', () => {
    expect(read(0x18, 0x00, 0x10, 0x00, 0x00, 0x00)).toEqual([picture({})]);
  });

  it('passes over bytes of no class', () => {
    expect(read(0x11, 0x13, 0x80, 0xff, 0x91)).toEqual([]);
  });
});

describe('answers to DLE EOT', () => {
  it.each<[1 | 2 | 3 | 4, number, Partial<PrinterFacts>]>([
    [1, 0x1a, { offline: true }],
    [1, 0x12, { offline: false }],
    [2, 0x16, { coverOpen: true }],
    [2, 0x32, { coverOpen: false }],
    [3, 0x1a, { cutterJam: true }],
    [4, 0x1e, { nearEnd: true, paperOut: false }],
    [4, 0x7e, { nearEnd: true, paperOut: true }],
  ])('to question %i: %i', (n, byte, facts) => {
    expect(factsOfAnswer(n, byte)).toEqual(facts);
  });
});

describe('the state told to people', () => {
  it('names what hands must mend first', () => {
    const all: PrinterFacts = { offline: true, coverOpen: true, paperOut: true, cutterJam: true, nearEnd: true };
    expect(stateOf(all)).toBe('cover-open');
    expect(stateOf({ ...all, coverOpen: false })).toBe('paper-out');
    expect(stateOf({ ...all, coverOpen: false, paperOut: false })).toBe('cutter-jam');
    expect(stateOf({ ...ALL_WELL, offline: true, nearEnd: true })).toBe('offline');
    expect(stateOf({ ...ALL_WELL, nearEnd: true })).toBe('near-end');
    expect(stateOf(ALL_WELL)).toBe('ready');
  });
});
