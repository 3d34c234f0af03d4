import type { BoardView } from '#shared/contract/views.ts';

/** The glass of a display in pixels, as the page sees it, and what the office says of it. */
export type Glass = { width: number; height: number } & NonNullable<BoardView['screen']>;

/** What is left for the rows of calls: between header and strip, and what the strip would leave them if it went. */
export type Room = { width: number; height: number; heightWithoutStrip: number; headHeight: number; gap: number };

/** How the rows are laid out. */
export type RowPlan = {
  /** As a rule so many; more only while more are being called. */
  rows: 6 | 4 | 3;
  /** The part of the width that the rows take from the big zone. */
  share: number;
  /** On a glass that stands upright: the part of the height. */
  upright: number;
  /** Whether the strip of those who wait gives its place to the rows. */
  stripGives: boolean;
  /** As far away as the numbers in the rows can be read, metres; null: not known how large the glass is. */
  readableMetres: number | null;
  /** Whether that reaches the last seat. */
  isMet: boolean;
};

/** Letters are read from two hundred times their height. */
const READ_FROM_HEIGHTS = 200;
/** A capital's height as a part of the font's size: Noto Sans. */
const CAPITAL = 0.714;
const MM_PER_INCH = 25.4;
/** As in calls.css: a row's font is so much of the row's height, and at most so much of its column's width. */
const OF_ROW = 0.78;
const OF_COLUMN = 0.135;

/** From many small rows to few large ones; the strip goes last, it is read by who stands before it. */
const TRIALS: readonly Pick<RowPlan, 'rows' | 'share' | 'upright' | 'stripGives'>[] = [
  { rows: 6, share: 0.39, upright: 0.52, stripGives: false },
  { rows: 4, share: 0.48, upright: 0.54, stripGives: false },
  { rows: 3, share: 0.56, upright: 0.57, stripGives: false },
  { rows: 3, share: 0.56, upright: 0.57, stripGives: true },
];

/** Where nobody has said how large the glass is. */
export const USUAL_PLAN: RowPlan = {
  rows: 6,
  share: 0.39,
  upright: 0.52,
  stripGives: false,
  readableMetres: null,
  isMet: true,
};

/** The first plan whose numbers can be read from the last seat; where none can, the one with the largest. */
export function rowPlan(glass: Glass, room: Room): RowPlan {
  const plans = TRIALS.map((trial) => {
    const readableMetres = readableFrom(rowFont(trial, glass, room), glass);
    return { ...trial, readableMetres, isMet: readableMetres >= glass.seatMetres };
  });
  const largest = plans.reduce((best, plan) => (plan.readableMetres > best.readableMetres + 0.01 ? plan : best));
  return plans.find(({ isMet }) => isMet) ?? largest;
}

/** How large the glass would have to be at this plan, inches. */
export function inchesFor({ inches, seatMetres }: Glass, readableMetres: number): number {
  return Math.ceil((inches * seatMetres) / readableMetres);
}

function rowFont(plan: (typeof TRIALS)[number], { width, height }: Glass, room: Room): number {
  const high = plan.stripGives ? room.heightWithoutStrip : room.height;
  const isUpright = width <= height;
  const column = isUpright
    ? { width: room.width, height: (high - room.gap) * plan.upright }
    : { width: (room.width - room.gap) * plan.share, height: high };
  return Math.min((OF_ROW * (column.height - room.headHeight)) / plan.rows, OF_COLUMN * column.width);
}

function readableFrom(font: number, { width, height, inches }: Glass): number {
  const mmPerPixel = (inches * MM_PER_INCH) / Math.hypot(width, height);
  return (font * CAPITAL * mmPerPixel * READ_FROM_HEIGHTS) / 1_000;
}
