import { cleanText } from './clean-text.ts';
import { layOutFollowCode } from './follow-code.ts';
import { type FollowRow, PAPER_LAYOUTS, type PaperWidthMm, type TextField, type TextRow } from './paper-layouts.ts';
import { type Bar, NUMBER_ROOM, type PlacedText, placeLines, type SlipLayout, TEXT_ROOM } from './placed.ts';
import { SLIP_WORDS } from './slip-words.ts';
import { type Line, type Measure, setParagraph, wordsOf } from './typesetting.ts';

/** What one slip says. No name and no identity number: thermal slips end on the floor of the hall. */
export type SlipContent = {
  office: string;
  /** As it is called: `A001`. */
  number: string;
  service: string;
  /** Where its counters are, as the signs in the hall say; null: the hall has no areas. */
  area: string | null;
  counters: readonly number[];
  /** People called before this one, as counted when the number was given out. */
  ahead: number;
  /** In the office's time zone, ready to read: `07:05 23/11/2026`. */
  issuedAtText: string;
  session: 'Sáng' | 'Chiều' | null;
  /** What the help desk asks for: a number comes back every day, this does not. `A001-231126` */
  code: string;
  footer: string;
  /** Address at which a phone follows this ticket; null: phones have no way in, and there is no code. */
  follow: string | null;
  /** Asked for a second time: the paper says so, for two papers with one number would look like two tickets. */
  isReprint: boolean;
};

const RULE_DOTS = 2;
const EDGE_DOTS = 8;
const BADGE_SIDE_DOTS = 28;
const BADGE_FOOT_DOTS = 4;

/** Decides where everything stands on a slip of this width. The same content in NFC or NFD gives the same layout. */
export function layOutSlip(content: SlipContent, measure: Measure, widthMm: PaperWidthMm = 80): SlipLayout {
  const { rows } = PAPER_LAYOUTS[widthMm];
  const column = new Column(widthMm, measure);
  for (const row of rows) {
    if (row.what === 'rule') column.rule(row.gap);
    else if (row.what === 'follow') column.followCode(content.follow, row);
    else column.text(TEXTS[row.what](content), row);
  }
  return column.finish();
}

/** A text of the slip, perhaps behind a label; an empty one takes no row. */
type SlipText = { label?: string; text: string };

const TEXTS: Record<TextField, (content: SlipContent) => SlipText> = {
  copy: ({ isReprint }) => ({ text: isReprint ? SLIP_WORDS.copy : '' }),
  office: ({ office }) => ({ text: office }),
  caption: () => ({ text: SLIP_WORDS.caption }),
  number: ({ number }) => ({ text: number }),
  service: ({ service }) => ({ text: service }),
  area: ({ area }) => ({ label: SLIP_WORDS.area, text: area ?? '' }),
  counters: ({ counters }) => ({ label: SLIP_WORDS.counters, text: counters.join(', ') }),
  ahead: ({ ahead }) => ({ label: SLIP_WORDS.ahead, text: String(ahead) }),
  time: ({ issuedAtText, session }) => ({
    text: session === null ? issuedAtText : `${issuedAtText} · ${SLIP_WORDS.session(session)}`,
  }),
  code: ({ code }) => ({ label: SLIP_WORDS.code, text: code }),
  footer: ({ footer }) => ({ text: footer }),
};

function isPause(before: string, rest: string): boolean {
  return /[\p{Pd}.:;]$/u.test(before) || rest.startsWith('(');
}

// "… hành chính công / phường Tân Châu": the kind of place begins the second line.
function isPauseInOfficeName(before: string, rest: string): boolean {
  return isPause(before, rest) || (before !== 'thị' && /^(phường|xã|thị xã|thị trấn|đặc khu) /iu.test(rest));
}

const PAUSES: Partial<Record<TextField, typeof isPause>> = {
  office: isPauseInOfficeName,
  service: isPause,
  footer: isPause,
};

/** The slip from its top edge down to where it has been filled so far. */
class Column {
  #bars: Bar[] = [];
  #texts: PlacedText[] = [];
  #y = 0;
  /** White that the last row already keeps below itself. */
  #whiteBelow = 0;
  #ruleGap: number | null = null;
  #widthDots: number;
  #left: number;
  #width: number;
  #measure: Measure;

  constructor(widthMm: PaperWidthMm, measure: Measure) {
    const { widthDots, margin } = PAPER_LAYOUTS[widthMm];
    this.#widthDots = widthDots;
    this.#left = margin;
    this.#width = widthDots - 2 * margin;
    this.#measure = measure;
  }

  /** Drawn only when something follows. */
  rule(gap: number): void {
    this.#ruleGap ??= gap;
  }

  text({ label, text }: SlipText, { what, style, value = style, lines, align, gap, isBadge }: TextRow): void {
    const written = cleanText(text);
    if (written === '') return;
    const words = [...(label ? wordsOf(label, style) : []), ...wordsOf(written, value)];
    const isNumber = what === 'number';
    const set = setParagraph({
      ...{
        words,
        maxDots: this.#width,
        maxLines: lines,
        measure: this.#measure,
        isPause: PAUSES[what] ?? (() => false),
      },
      // A number that is cut is another number.
      ...(isNumber ? { smallestShare: 0.1 } : {}),
    });
    this.#below(gap);
    const top = this.#y;
    const room = isNumber ? NUMBER_ROOM : TEXT_ROOM;
    const place = { left: this.#left, width: this.#width, top, align, room };
    const { texts, bottom } = placeLines(set, { ...place, ink: isBadge ? 'paper' : 'black' });
    this.#texts.push(...texts);
    this.#y = bottom;
    if (isBadge) this.#badge(set, top);
  }

  /** Nothing where phones have no way in, and when the address is too long to be read from a slip. */
  followCode(url: string | null, row: FollowRow): void {
    if (url === null) return;
    const top = this.#nextTop(row.gap);
    const block = layOutFollowCode(url, this.#measure, row, { left: this.#left, width: this.#width, top });
    if (!block) return;
    this.#below(row.gap);
    this.#bars.push(...block.bars);
    this.#texts.push(...block.texts);
    this.#y = block.bottom;
    this.#whiteBelow = block.whiteBelow;
  }

  finish(): SlipLayout {
    const height = this.#y + EDGE_DOTS;
    return { width: this.#widthDots, height, bars: this.#bars, texts: this.#texts };
  }

  /** Where a row would begin. */
  #nextTop(gap: number): number {
    if (this.#ruleGap === null) return this.#y + Math.max(0, gap - this.#whiteBelow);
    return this.#y + Math.max(0, this.#ruleGap - this.#whiteBelow) + RULE_DOTS + gap;
  }

  /** Goes down to where the next row begins, drawing the line that was owed. */
  #below(gap: number): void {
    const top = this.#nextTop(gap);
    if (this.#ruleGap !== null)
      this.#bars.push({ x: this.#left, y: top - gap - RULE_DOTS, width: this.#width, height: RULE_DOTS });
    this.#y = top;
    this.#ruleGap = null;
    this.#whiteBelow = 0;
  }

  #badge(lines: Line[], top: number): void {
    const width = Math.ceil(Math.max(0, ...lines.map(({ widthDots }) => widthDots))) + 2 * BADGE_SIDE_DOTS;
    this.#y += BADGE_FOOT_DOTS;
    this.#bars.push({ x: Math.round((this.#widthDots - width) / 2), y: top, width, height: this.#y - top });
  }
}
