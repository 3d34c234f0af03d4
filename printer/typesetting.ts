import type { Weight } from './fonts.ts';

/** How a text looks. Sizes are the em in dots; tracking is extra space after each letter, in dots. */
export type TextStyle = { weight: Weight; sizeDots: number; trackingDots?: number };

/** Width of a text set in a style, in dots. */
export type Measure = (text: string, style: TextStyle) => number;

export type Word = { text: string; style: TextStyle };

/** A stretch of one style within a line; `x` counts from the line's left end. */
export type Run = { text: string; style: TextStyle; x: number; widthDots: number };
export type Line = { runs: Run[]; widthDots: number; sizeDots: number };

export type Paragraph = {
  words: Word[];
  maxDots: number;
  maxLines: number;
  measure: Measure;
  /** Share of its size below which the text is cut rather than set smaller still. */
  smallestShare?: number;
  /** Is a line break between these two words a pause in reading? `rest` is everything after the break. */
  isPause?: (before: string, rest: string) => boolean;
};

// Below this share of its size a text would no longer be read at arm's length.
const SMALLEST_SHARE = 0.6;
const SHRINK_STEP = 0.05;
// How much raggedness a break at a pause may cost, as squared shares of the line. Found by eye.
const MIDDLE_OF_PHRASE_COST = 0.2;

/** The text as words of one style; a dash stays with the word before it, so that no line begins with one. */
export function wordsOf(text: string, style: TextStyle): Word[] {
  const words: Word[] = [];
  for (const part of text.split(' ').filter((piece) => piece !== '')) {
    const last = words.at(-1);
    if (last && /^\p{Pd}+$/u.test(part)) last.text += ` ${part}`;
    else words.push({ text: part, style });
  }
  return words;
}

/**
 * Breaks a paragraph into the fewest lines, of even length, preferring to break where a reader pauses. What does not fit is
 * set smaller; what even then does not fit ends in an ellipsis. No line is ever wider than `maxDots`.
 */
export function setParagraph(paragraph: Paragraph): Line[] {
  for (let share = 1; share >= (paragraph.smallestShare ?? SMALLEST_SHARE); share -= SHRINK_STEP) {
    const words = paragraph.words.map((word) => ({ ...word, style: scaled(word.style, share) }));
    const lines = breakIntoLines(words, paragraph)?.map((line) => lineOf(line, paragraph.measure));
    if (lines?.every((line) => line.widthDots <= paragraph.maxDots)) return lines;
  }
  return cutParagraph(paragraph);
}

function scaled(style: TextStyle, share: number): TextStyle {
  return { ...style, sizeDots: Math.floor(style.sizeDots * share) };
}

/** The best breaks for the fewest lines; null when even those are too many, since trying all breaks would take for ever. */
function breakIntoLines(words: Word[], { maxDots, maxLines, measure, isPause }: Paragraph): Word[][] | null {
  const widths = words.map((word) => measure(`${word.text} `, word.style));
  const lineCount = fewestLines(widths, maxDots);
  if (lineCount > maxLines) return null;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const restFrom = words.map((_, index) => textOf(words.slice(index)));

  type Break = { cost: number; starts: number[] };
  const best = (from: number, lines: number): Break | null => {
    let found: Break | null = null;
    let width = 0;
    for (let end = from + 1; end <= words.length - lines + 1; end++) {
      width += widths[end - 1] ?? 0;
      if (width > maxDots && end > from + 1) break;
      if (lines === 1 && end < words.length) continue;
      const tail = lines === 1 ? { cost: 0, starts: [] } : best(end, lines - 1);
      if (!tail) continue;
      const raggedness = ((width - total / lineCount) / maxDots) ** 2;
      const pause = lines === 1 || isPause?.(words[end - 1]?.text ?? '', restFrom[end] ?? '');
      const cost = raggedness + (pause ? 0 : MIDDLE_OF_PHRASE_COST) + tail.cost;
      if (!found || cost < found.cost) found = { cost, starts: [end, ...tail.starts] };
    }
    return found;
  };

  const starts = [0, ...(best(0, lineCount)?.starts ?? [words.length])];
  return starts.slice(0, -1).map((start, index) => words.slice(start, starts[index + 1]));
}

function fewestLines(widths: number[], maxDots: number): number {
  let lines = 1;
  let used = 0;
  for (const width of widths) {
    if (used > 0 && used + width > maxDots) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return lines;
}

function lineOf(words: Word[], measure: Measure): Line {
  const runs: Run[] = [];
  let x = 0;
  for (let index = 0; index < words.length; ) {
    const style = words[index]?.style;
    if (!style) break;
    const sameStyle = words.slice(index).findIndex((word) => word.style.weight !== style.weight);
    const stretch = words.slice(index, sameStyle < 0 ? undefined : index + sameStyle);
    const text = textOf(stretch);
    if (runs.length > 0) x += measure(' ', style);
    const widthDots = measure(text, style);
    runs.push({ text, style, x, widthDots });
    x += widthDots;
    index += stretch.length;
  }
  return { runs, widthDots: x, sizeDots: Math.max(0, ...words.map((word) => word.style.sizeDots)) };
}

/** The last resort: one smallest size and weight, cut line by line. */
function cutParagraph({ words, maxDots, maxLines, measure }: Paragraph): Line[] {
  const first = words[0];
  if (!first) return [];
  const style = scaled(first.style, SMALLEST_SHARE);
  const lines: Line[] = [];
  let rest = [...textOf(words)];
  while (rest.length > 0 && lines.length < maxLines) {
    const isLast = lines.length === maxLines - 1;
    const taken = lettersThatFit(rest, (text) => measure(isLast ? `${text}…` : text, style) <= maxDots);
    const cutShort = isLast && taken < rest.length;
    const text = rest.slice(0, taken).join('').trim() + (cutShort ? '…' : '');
    lines.push(lineOf([{ text, style }], measure));
    rest = rest.slice(taken);
  }
  return lines;
}

function lettersThatFit(letters: string[], fits: (text: string) => boolean): number {
  let low = 1;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(letters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  if (low === letters.length) return low;
  const lastSpace = letters.lastIndexOf(' ', low);
  return lastSpace > 0 ? lastSpace + 1 : low;
}

function textOf(words: Word[]): string {
  return words.map((word) => word.text).join(' ');
}
