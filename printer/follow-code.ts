import { encode } from 'uqr';
import type { FollowRow } from './paper-layouts.ts';
import { type Bar, type PlacedText, placeLines } from './placed.ts';
import { SLIP_WORDS } from './slip-words.ts';
import { type Measure, setParagraph, type TextStyle, wordsOf } from './typesetting.ts';

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

const HINT_AFTER_DOTS = 2;

type Place = { left: number; width: number; top: number };
type Block = { bars: Bar[]; texts: PlacedText[]; bottom: number; whiteBelow: number };

/**
 * The code that leads a phone to its ticket, and what it is for: beside it where the paper is wide enough, else under it.
 * @returns null when the address is too long to be read from a slip
 */
export function layOutFollowCode(url: string, measure: Measure, row: FollowRow, place: Place): Block | null {
  const { data, size } = encode(url, { ecc: 'M', boostEcc: true, border: 0 });
  const module = MODULE_DOTS.find(({ upToModules }) => size <= upToModules)?.dots;
  if (!module) return null;
  const quiet = QUIET_MODULES * module;
  const dots = size * module;
  const isBeside = row.align === 'left';
  const x = isBeside ? place.left + quiet : place.left + Math.round((place.width - dots) / 2);
  const code = { x, y: place.top + quiet, dots };
  const bars = data.flatMap((modules, y) => barsOf(modules, module, code.x, code.y + y * module));
  const codeBottom = code.y + dots;
  if (!isBeside) {
    const { texts, bottom } = setWords(measure, row, { ...place, top: codeBottom + quiet });
    return { bars, texts, bottom, whiteBelow: 0 };
  }
  const left = code.x + dots + quiet;
  const column = { left, width: place.left + place.width - left };
  const { bottom: height } = setWords(measure, row, { ...column, top: 0 });
  const { texts } = setWords(measure, row, { ...column, top: Math.round(code.y + (dots - height) / 2) });
  return { bars, texts, bottom: codeBottom + quiet, whiteBelow: quiet };
}

/** What the code is for, and what the phone will show. */
function setWords(measure: Measure, { title, hint, align }: FollowRow, { left, width, top }: Place) {
  const set = (text: string, style: TextStyle, maxLines: number) =>
    setParagraph({ words: wordsOf(text, style), maxDots: width, maxLines, measure });
  const above = placeLines(set(SLIP_WORDS.follow, title, 2), { left, width, top, align });
  const belowTop = above.bottom + HINT_AFTER_DOTS;
  const below = placeLines(set(SLIP_WORDS.followHint, hint, 3), { left, width, top: belowTop, align });
  return { texts: [...above.texts, ...below.texts], bottom: below.bottom };
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
