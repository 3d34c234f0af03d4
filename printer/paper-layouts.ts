import type { Align } from './placed.ts';
import type { TextStyle } from './typesetting.ts';

/** How wide the roll is, in millimetres: a setting of the printer. */
export type PaperWidthMm = 80 | 58;

/** What can stand in a row as text. */
export type TextField =
  | 'copy'
  | 'office'
  | 'caption'
  | 'number'
  | 'service'
  | 'area'
  | 'counters'
  | 'ahead'
  | 'time'
  | 'code'
  | 'footer';

/** A text; nothing when the slip has none. `value`: how what follows a label looks. `gap`: white above, in dots. */
export type TextRow = {
  what: TextField;
  style: TextStyle;
  value?: TextStyle;
  lines: number;
  align: Align;
  gap: number;
  /** White on black. */
  isBadge?: true;
};
/** A line across. Two with nothing between them are one. */
export type RuleRow = { what: 'rule'; gap: number };
/** The code for phones with its words beside it (`left`) or under it (`centre`). */
export type FollowRow = { what: 'follow'; title: TextStyle; hint: TextStyle; align: Align; gap: number };

export type SlipRow = TextRow | RuleRow | FollowRow;
export type PaperLayout = { widthDots: number; margin: number; rows: readonly SlipRow[] };

const medium = (sizeDots: number): TextStyle => ({ weight: 'medium', sizeDots });
const semibold = (sizeDots: number): TextStyle => ({ weight: 'semibold', sizeDots });
const bold = (sizeDots: number): TextStyle => ({ weight: 'bold', sizeDots });
const spaced = (style: TextStyle, trackingDots: number): TextStyle => ({ ...style, trackingDots });
const NUMBER = 'extrabold';

/**
 * The slip of each paper, row by row from the top; sizes in dots, 8 to the millimetre. Capitals and digits are 0.74 em high:
 * on 80 mm a number stands 16.6 mm high, on 58 mm as high as its width allows.
 */
export const PAPER_LAYOUTS: Record<PaperWidthMm, PaperLayout> = {
  80: {
    widthDots: 576,
    margin: 16,
    rows: [
      { what: 'copy', style: spaced(bold(30), 4), lines: 1, align: 'centre', gap: 8, isBadge: true },
      { what: 'office', style: semibold(28), lines: 2, align: 'centre', gap: 8 },
      { what: 'rule', gap: 14 },
      { what: 'caption', style: spaced(medium(26), 6), lines: 1, align: 'centre', gap: 14 },
      { what: 'number', style: { weight: NUMBER, sizeDots: 180 }, lines: 1, align: 'centre', gap: 10 },
      { what: 'service', style: bold(38), lines: 3, align: 'centre', gap: 16 },
      { what: 'rule', gap: 14 },
      { what: 'area', style: medium(29), value: bold(36), lines: 1, align: 'centre', gap: 12 },
      { what: 'counters', style: medium(29), value: bold(36), lines: 2, align: 'centre', gap: 0 },
      { what: 'ahead', style: medium(29), value: bold(36), lines: 1, align: 'centre', gap: 0 },
      { what: 'rule', gap: 14 },
      { what: 'follow', title: bold(31), hint: medium(25), align: 'left', gap: 0 },
      { what: 'rule', gap: 14 },
      { what: 'time', style: medium(25), lines: 1, align: 'centre', gap: 10 },
      { what: 'code', style: medium(25), value: bold(25), lines: 1, align: 'centre', gap: 0 },
      { what: 'footer', style: medium(25), lines: 2, align: 'centre', gap: 0 },
    ],
  },
  58: {
    widthDots: 384,
    margin: 8,
    rows: [
      { what: 'copy', style: spaced(bold(28), 4), lines: 1, align: 'centre', gap: 8, isBadge: true },
      { what: 'office', style: semibold(26), lines: 3, align: 'centre', gap: 8 },
      { what: 'rule', gap: 10 },
      { what: 'caption', style: spaced(medium(24), 4), lines: 1, align: 'centre', gap: 12 },
      { what: 'number', style: { weight: NUMBER, sizeDots: 148 }, lines: 1, align: 'centre', gap: 10 },
      { what: 'service', style: bold(34), lines: 4, align: 'centre', gap: 14 },
      { what: 'rule', gap: 12 },
      { what: 'area', style: medium(26), value: bold(32), lines: 2, align: 'centre', gap: 8 },
      { what: 'counters', style: medium(26), value: bold(32), lines: 3, align: 'centre', gap: 0 },
      { what: 'ahead', style: medium(26), value: bold(32), lines: 1, align: 'centre', gap: 0 },
      { what: 'rule', gap: 10 },
      { what: 'follow', title: bold(29), hint: medium(23), align: 'centre', gap: 0 },
      { what: 'rule', gap: 10 },
      { what: 'time', style: medium(23), lines: 1, align: 'centre', gap: 10 },
      { what: 'code', style: medium(23), value: bold(23), lines: 1, align: 'centre', gap: 0 },
      { what: 'footer', style: medium(23), lines: 3, align: 'centre', gap: 0 },
    ],
  },
};
