import { layOutFollowCode } from './follow-code.ts';
import {
  type Line,
  type Measure,
  type Paragraph,
  setParagraph,
  type TextStyle,
  type Word,
  wordsOf,
} from './typesetting.ts';

/** What one slip says. No name and no identity number: thermal slips end on the floor of the hall. */
export type SlipContent = {
  /** Set in one or two lines. */
  office: string;
  /** As it is called: `A001`. */
  number: string;
  service: string;
  counters: readonly number[];
  /** People called before this one, as counted when the number was given out. */
  ahead: number;
  /** In the office's time zone, ready to read: `07:05 23/11/2026`. */
  issuedAtText: string;
  session: 'Sáng' | 'Chiều' | null;
  footer: string;
  /** Address at which a phone follows this ticket; null: phones have no way in, and there is no code. */
  follow: string | null;
  reprint: boolean;
};

/** A text where it stands; dots from the top left corner. `top` and `bottom` hold every accent of every letter. */
export type PlacedText = {
  text: string;
  style: TextStyle;
  x: number;
  widthDots: number;
  baseline: number;
  top: number;
  bottom: number;
  ink: 'black' | 'paper';
};

/** A filled black rectangle, in dots. */
export type Bar = { x: number; y: number; width: number; height: number };
export type SlipLayout = { width: number; height: number; bars: Bar[]; texts: PlacedText[] };

/** The print width of 80 mm paper at 203 dots per inch, 8 dots to the millimetre. */
export const SLIP_WIDTH_DOTS = 576;

const MARGIN = 16;
const COLUMN = SLIP_WIDTH_DOTS - 2 * MARGIN;
const RULE = 2;

const OFFICE: TextStyle = { weight: 'semibold', sizeDots: 28 };
const CAPTION: TextStyle = { weight: 'medium', sizeDots: 26, trackingDots: 6 };
// Capitals and digits are 0.74 em high: 133 dots, 16.6 mm. The widest number (M888) just fits the column; a longer one is
// set smaller, for a number that is cut is another number.
const NUMBER: TextStyle = { weight: 'extrabold', sizeDots: 180 };
const SERVICE: TextStyle = { weight: 'bold', sizeDots: 38 };
const LABEL: TextStyle = { weight: 'medium', sizeDots: 29 };
const VALUE: TextStyle = { weight: 'bold', sizeDots: 36 };
const SMALL: TextStyle = { weight: 'medium', sizeDots: 25 };
const BADGE: TextStyle = { weight: 'bold', sizeDots: 30, trackingDots: 4 };

// Room above and below the baseline, in em: Ẫ reaches 1.15 up, ợ 0.26 down; a number has neither accents nor tails.
const TEXT_ROOM = { above: 1.16, below: 0.26 };
const NUMBER_ROOM = { above: 0.76, below: 0.02 };

/** Decides where everything stands on an 80 mm slip. The same content in NFC or NFD gives the same layout. */
export function layOutSlip(content: SlipContent, measure: Measure): SlipLayout {
  const column = startColumn(measure);
  if (content.reprint) column.badge('IN LẠI');
  column.text(wordsOf(clean(content.office), OFFICE), { maxLines: 2, isPause: isPauseInOfficeName });
  column.rule(14, 20);
  column.text(wordsOf('SỐ THỨ TỰ', CAPTION), { maxLines: 1 });
  column.space(14);
  column.text(wordsOf(clean(content.number), NUMBER), { maxLines: 1, room: NUMBER_ROOM, smallestShare: 0.1 });
  column.space(20);
  column.text(wordsOf(clean(content.service), SERVICE), { maxLines: 3, isPause });
  column.rule(18, 12);
  if (content.counters.length > 0) column.text(labelled('Quầy:', content.counters.join(', ')), { maxLines: 2 });
  column.text(labelled('Số người chờ trước:', String(content.ahead)), { maxLines: 1 });
  if (content.follow !== null) column.followCode(content.follow);
  column.rule(14, 14);
  column.text(wordsOf(clean(timeLine(content)), SMALL), { maxLines: 1 });
  column.text(wordsOf(clean(content.footer), SMALL), { maxLines: 2, isPause });
  return column.finish();
}

/** One form for each letter, and nothing that moves no ink: control characters, zero-width and direction marks. */
function clean(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .normalize('NFC')
    .trim();
}

function labelled(label: string, value: string): Word[] {
  return [...wordsOf(label, LABEL), ...wordsOf(value, VALUE)];
}

function timeLine({ issuedAtText, session }: SlipContent): string {
  return session === null ? issuedAtText : `${issuedAtText} · Buổi ${session.toLowerCase()}`;
}

function isPause(before: string, rest: string): boolean {
  return /[\p{Pd}.:;]$/u.test(before) || rest.startsWith('(');
}

// "… hành chính công / phường Tân Châu": the kind of place begins the second line.
function isPauseInOfficeName(before: string, rest: string): boolean {
  return isPause(before, rest) || (before !== 'thị' && /^(phường|xã|thị xã|thị trấn|đặc khu) /iu.test(rest));
}

type TextOptions = Pick<Paragraph, 'maxLines' | 'isPause' | 'smallestShare'> & {
  room?: { above: number; below: number };
};

function startColumn(measure: Measure) {
  const bars: Bar[] = [];
  const texts: PlacedText[] = [];
  let y = 8;

  const place = (line: Line, room: { above: number; below: number }, ink: PlacedText['ink']) => {
    const left = Math.round((SLIP_WIDTH_DOTS - line.widthDots) / 2);
    const top = y;
    const baseline = top + Math.ceil(line.sizeDots * room.above);
    const bottom = baseline + Math.ceil(line.sizeDots * room.below);
    for (const { text, style, x, widthDots } of line.runs)
      texts.push({ text, style, x: left + Math.round(x), widthDots, baseline, top, bottom, ink });
    y = bottom;
  };

  return {
    space: (dots: number) => {
      y += dots;
    },
    rule: (before: number, after: number) => {
      bars.push({ x: MARGIN, y: y + before, width: COLUMN, height: RULE });
      y += before + RULE + after;
    },
    text: (words: Word[], { room = TEXT_ROOM, ...options }: TextOptions) => {
      for (const line of setParagraph({ words, maxDots: COLUMN, measure, ...options })) place(line, room, 'black');
    },
    /** Nothing when the address is too long to be read from a slip. */
    followCode: (url: string) => {
      const block = layOutFollowCode(url, measure, { left: MARGIN, width: COLUMN, top: y + 14 });
      if (!block) return;
      bars.push({ x: MARGIN, y: y + 14, width: COLUMN, height: RULE }, ...block.bars);
      texts.push(...block.texts);
      // The white that the code needs is also the white before the next rule.
      y = block.bottom - 14;
    },
    badge: (text: string) => {
      const [line] = setParagraph({ words: wordsOf(text, BADGE), maxDots: COLUMN, maxLines: 1, measure });
      if (!line) return;
      const bar: Bar = { x: 0, y, width: Math.ceil(line.widthDots) + 56, height: 0 };
      bar.x = Math.round((SLIP_WIDTH_DOTS - bar.width) / 2);
      place(line, TEXT_ROOM, 'paper');
      y += 4;
      bar.height = y - bar.y;
      bars.push(bar);
      y += 12;
    },
    finish: (): SlipLayout => ({ width: SLIP_WIDTH_DOTS, height: y + 8, bars, texts }),
  };
}
