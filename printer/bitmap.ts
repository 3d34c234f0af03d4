/**
 * A picture of black dots on white paper. A row takes `width / 8` bytes, the leftmost dot is the highest bit, 1 is black:
 * the very form the print head takes.
 */
export type Bitmap = {
  /** Dots; a multiple of 8. */
  width: number;
  /** Dots. */
  height: number;
  rows: Uint8Array;
};
