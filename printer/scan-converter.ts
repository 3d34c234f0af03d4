import type { OutlineCommand } from './fonts.ts';

/** Runs of ink as triples: row, first dot, dot after the last. Relative to the pen on the baseline, rows grow downwards. */
export type Spans = Int16Array;

type Point = { x: number; y: number };
type Edge = { top: number; bottom: number; xAtTop: number; slope: number; winding: 1 | -1 };

// How far a straight piece may leave its curve, in dots. A tenth is finer than the choice between two dots.
const FLATNESS = 0.1;

/**
 * Fills an outline: a dot is black when its centre is inside. Inside means a winding number other than zero, since letters
 * like Đ are drawn as overlapping shapes that even-odd filling would punch holes into.
 * @param scale dots to a font unit
 */
export function scanConvert(outline: OutlineCommand[], scale: number): Spans {
  const edges = edgesOf(flatten(outline, scale));
  const spans: number[] = [];
  const top = Math.floor(Math.min(...edges.map((edge) => edge.top)));
  const bottom = Math.ceil(Math.max(...edges.map((edge) => edge.bottom)));
  for (let row = top; row < bottom; row++) fillRow(edges, row, spans);
  return Int16Array.from(spans);
}

function fillRow(edges: Edge[], row: number, spans: number[]): void {
  const centre = row + 0.5;
  const crossings = edges
    .filter((edge) => edge.top <= centre && centre < edge.bottom)
    .map((edge) => ({ x: edge.xAtTop + (centre - edge.top) * edge.slope, winding: edge.winding }))
    .sort((a, b) => a.x - b.x);
  let winding = 0;
  let entered = 0;
  for (const crossing of crossings) {
    if (winding === 0) entered = crossing.x;
    winding += crossing.winding;
    if (winding !== 0) continue;
    const from = Math.ceil(entered - 0.5);
    const to = Math.ceil(crossing.x - 0.5);
    if (from < to) spans.push(row, from, to);
  }
}

function edgesOf(contours: Point[][]): Edge[] {
  return contours.flatMap((contour) =>
    contour.flatMap((start, index): Edge[] => {
      const end = contour[(index + 1) % contour.length] ?? start;
      if (start.y === end.y) return [];
      const [upper, lower] = start.y < end.y ? [start, end] : [end, start];
      const slope = (lower.x - upper.x) / (lower.y - upper.y);
      return [{ top: upper.y, bottom: lower.y, xAtTop: upper.x, slope, winding: upper === start ? 1 : -1 }];
    }),
  );
}

/** The outline as closed polygons in dots. */
function flatten(outline: OutlineCommand[], scale: number): Point[][] {
  const contours: Point[][] = [];
  let contour: Point[] = [];
  for (const { type, values } of outline) {
    const points = pairs(values, scale);
    if (type === 'M') {
      contour = [];
      contours.push(contour);
    }
    const from = contour.at(-1);
    // A straight line is a curve without control points; Z brings no points, and polygons close by themselves.
    if (from && points.length > 0) addCurve(contour, [from, ...points]);
    else contour.push(...points);
  }
  return contours;
}

function pairs(values: number[], scale: number): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < values.length; index += 2)
    points.push({ x: (values[index] ?? 0) * scale, y: -(values[index + 1] ?? 0) * scale });
  return points;
}

function addCurve(contour: Point[], controls: Point[]): void {
  const pieces = controls.length === 2 ? 1 : Math.ceil(Math.sqrt(bend(controls) / FLATNESS)) + 1;
  for (let piece = 1; piece <= pieces; piece++) contour.push(pointOn(controls, piece / pieces));
}

/** The greatest second difference of the controls: bounds how far the curve bends away from its chord. */
function bend(controls: Point[]): number {
  let greatest = 0;
  for (let index = 0; index + 2 < controls.length; index++) {
    const [a, b, c] = controls.slice(index, index + 3);
    if (a && b && c) greatest = Math.max(greatest, Math.hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y));
  }
  return greatest;
}

/** De Casteljau: the same few lines serve lines, quadratic and cubic curves. */
function pointOn(controls: Point[], share: number): Point {
  let points = controls;
  while (points.length > 1) {
    points = points.slice(1).map((point, index) => {
      const before = points[index] ?? point;
      return { x: before.x + (point.x - before.x) * share, y: before.y + (point.y - before.y) * share };
    });
  }
  return points[0] ?? { x: 0, y: 0 };
}
