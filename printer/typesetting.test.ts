import { describe, expect, it } from 'vitest';
import { type Measure, type Paragraph, setParagraph, type TextStyle, wordsOf } from './typesetting.ts';

const PLAIN: TextStyle = { weight: 'medium', sizeDots: 10 };
const HEAVY: TextStyle = { weight: 'bold', sizeDots: 10 };
/** Every letter is as wide as the type is high. */
const measure: Measure = (text, { sizeDots }) => [...text].length * sizeDots;

function set(text: string, change: Partial<Paragraph> = {}): string[] {
  const lines = setParagraph({ words: wordsOf(text, PLAIN), maxDots: 100, maxLines: 3, measure, ...change });
  return lines.map((line) => line.runs.map((run) => run.text).join('|'));
}

describe('breaking lines', () => {
  it('takes the fewest lines and makes them even', () => {
    expect(set('aaaa bb cc')).toEqual(['aaaa', 'bb cc']);
    expect(set('aa bb cc dd ee')).toEqual(['aa bb', 'cc dd ee']);
  });

  it('prefers a pause to evenness', () => {
    const isPause = (before: string) => before === 'aa';
    expect(set('aa bb cc dd', { isPause })).toEqual(['aa', 'bb cc dd']);
  });

  it('never begins a line with a dash, even when it would fit there only', () => {
    expect(set('aaaa bbbb – cccc')).toEqual(['aaaa', 'bbbb –', 'cccc']);
  });

  it('sets what needs more lines than there are smaller', () => {
    const lines = setParagraph({ words: wordsOf('aaaaaa bbbbbb', PLAIN), maxDots: 100, maxLines: 1, measure });
    expect(lines.map((line) => [line.sizeDots, line.widthDots <= 100])).toEqual([[7, true]]);
  });

  it('cuts what even the smallest size cannot hold', () => {
    expect(set('aaaa '.repeat(12), { maxLines: 2 })).toEqual(['aaaa aaaa aaaa', 'aaaa aaaa aaaa…']);
    expect(set('a'.repeat(60), { maxLines: 1 })).toEqual([`${'a'.repeat(15)}…`]);
  });
});

describe('a line of two styles', () => {
  it('keeps them apart by one space', () => {
    const words = [...wordsOf('Quầy:', PLAIN), ...wordsOf('1, 2', HEAVY)];
    const [line] = setParagraph({ words, maxDots: 200, maxLines: 1, measure });
    expect(line?.runs.map(({ text, x, widthDots }) => [text, x, widthDots])).toEqual([
      ['Quầy:', 0, 50],
      ['1, 2', 60, 40],
    ]);
    expect(line?.widthDots).toBe(100);
  });
});
