import type { Line, TextStyle } from './typesetting.ts';

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

/** Where everything stands on one slip. */
export type SlipLayout = { width: number; height: number; bars: Bar[]; texts: PlacedText[] };

/** White above and below the baseline, in em. */
export type Room = { above: number; below: number };

/** Ẫ reaches 1.15 em up, ợ 0.26 down. */
export const TEXT_ROOM: Room = { above: 1.16, below: 0.26 };
/** A number has neither accents nor tails. */
export const NUMBER_ROOM: Room = { above: 0.76, below: 0.02 };

export type Align = 'left' | 'centre';
type Place = { left: number; width: number; top: number; align: Align; room?: Room; ink?: PlacedText['ink'] };

/** Puts lines under one another. */
export function placeLines(lines: readonly Line[], place: Place): { texts: PlacedText[]; bottom: number } {
  const { left, width, align, room = TEXT_ROOM, ink = 'black' } = place;
  const texts: PlacedText[] = [];
  let { top } = place;
  for (const line of lines) {
    const baseline = top + Math.ceil(line.sizeDots * room.above);
    const bottom = baseline + Math.ceil(line.sizeDots * room.below);
    const start = align === 'left' ? left : left + Math.round((width - line.widthDots) / 2);
    for (const { text, style, x, widthDots } of line.runs)
      texts.push({ text, style, x: start + Math.round(x), widthDots, baseline, top, bottom, ink });
    top = bottom;
  }
  return { texts, bottom: top };
}
