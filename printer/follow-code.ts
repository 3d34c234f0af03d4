import { encode } from 'uqr';
import type { Bar, PlacedText } from './slip.ts';
import { type Line, type Measure, setParagraph, type TextStyle, wordsOf } from './typesetting.ts';

/**
 * Dots a module, by the size of the code: 0.63 mm up to 62 characters, 0.75 mm up to 84. Each was read back after every dot had bled
 * into its neighbours. A longer address is not printed rather than printed so that it cannot be read.
 */
const MODULE_DOTS = [
  { upToModules: 33, dots: 5 },
  { upToModules: 37, dots: 6 },
];
/** White modules that a reader wants on every side. */
const QUIET_MODULES = 4;

const TITLE: TextStyle = { weight: 'bold', sizeDots: 31 };
const HINT: TextStyle = { weight: 'medium', sizeDots: 25 };
const ROOM = { above: 1.16, below: 0.26 };
const HINT_AFTER_DOTS = 2;

type Place = { left: number; width: number; top: number };
type Block = { bars: Bar[]; texts: PlacedText[]; bottom: number };

/**
 * The code that leads a phone to its ticket, and beside it what it is for.
 * @returns null when the address is too long to be read from a slip
 */
export function layOutFollowCode(url: string, measure: Measure, { left, width, top }: Place): Block | null {
  const { data, size } = encode(url, { ecc: 'M', boostEcc: true, border: 0 });
  const module = MODULE_DOTS.find(({ upToModules }) => size <= upToModules)?.dots;
  if (!module) return null;
  const quiet = QUIET_MODULES * module;
  const code = { x: left + quiet, y: top + quiet, dots: size * module };
  const textLeft = code.x + code.dots + quiet;
  const set = (text: string, style: TextStyle, maxLines: number) =>
    setParagraph({ words: wordsOf(text, style), maxDots: left + width - textLeft, maxLines, measure });
  const title = set('Quét để theo dõi lượt', TITLE, 2);
  const hint = set('Điện thoại hiện số người chờ trước và quầy được gọi.', HINT, 3);
  const height = heightOf(title) + HINT_AFTER_DOTS + heightOf(hint);
  const textTop = Math.round(code.y + (code.dots - height) / 2);
  return {
    bars: data.flatMap((row, y) => barsOf(row, module, code.x, code.y + y * module)),
    texts: [
      ...placed(title, textLeft, textTop),
      ...placed(hint, textLeft, textTop + heightOf(title) + HINT_AFTER_DOTS),
    ],
    bottom: code.y + code.dots + quiet,
  };
}

/** One bar for each stretch of black modules in a row. */
function barsOf(row: readonly boolean[], module: number, left: number, y: number): Bar[] {
  const bars: Bar[] = [];
  row.forEach((isBlack, at) => {
    const last = bars.at(-1);
    const x = left + at * module;
    if (!isBlack) return;
    if (last && last.x + last.width === x) last.width += module;
    else bars.push({ x, y, width: module, height: module });
  });
  return bars;
}

const lineHeight = ({ sizeDots }: Line) => Math.ceil(sizeDots * ROOM.above) + Math.ceil(sizeDots * ROOM.below);
const heightOf = (lines: Line[]) => lines.reduce((sum, line) => sum + lineHeight(line), 0);

function placed(lines: Line[], left: number, top: number): PlacedText[] {
  let y = top;
  return lines.flatMap((line) => {
    const [lineTop, baseline, bottom] = [y, y + Math.ceil(line.sizeDots * ROOM.above), y + lineHeight(line)];
    y = bottom;
    return line.runs.map(({ text, style, x, widthDots }): PlacedText => {
      return { text, style, x: left + Math.round(x), widthDots, baseline, top: lineTop, bottom, ink: 'black' };
    });
  });
}
