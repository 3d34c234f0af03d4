// What stands on a page, piece by piece. All of this runs in the page (`geometry.ts` carries it there as text), so it imports nothing.

export type Rect = { left: number; right: number; top: number; bottom: number };

/** A line of text or a control, and where its ink is. */
export type Piece = { node: Element; ink: Rect; isText: boolean };

/** For people to find it again. */
export function nameOf(node: Element): string {
  const says = (node.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 30);
  return `${[node.tagName.toLowerCase(), ...node.classList].join('.')} "${says}"`;
}

/** Where text has its ink: above and below, a font keeps room for marks that capitals and digits do not have. */
export function inkOf(text: Node): Rect[] {
  const glyphs = document.createRange();
  glyphs.selectNodeContents(text);
  const empty = /^[\sA-Z0-9:.,/–-]+$/.test(text.nodeValue ?? '') ? 0.2 : 0.1;
  return [...glyphs.getClientRects()].map(({ left, right, top, bottom, height }) => {
    return { left, right, top: top + height * empty, bottom: bottom - height * empty };
  });
}

/** Whether a box holds another, but for so many pixels. */
export function holds(box: Rect, ink: Rect, slack: number): boolean {
  const isWide = ink.left >= box.left - slack && ink.right <= box.right + slack;
  return isWide && ink.top >= box.top - slack && ink.bottom <= box.bottom + slack;
}

/** Whether two boxes have more than half a pixel in common, both ways. */
export function overlap(a: Rect, b: Rect): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return across > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
}

/** The boxes around an element that hide what sticks out of them. */
export function framesAround(node: Element): Element[] {
  const frames: Element[] = [];
  for (let at: Element | null = node; at && at !== document.documentElement; at = at.parentElement) {
    if (getComputedStyle(at).overflow !== 'visible' && getComputedStyle(at).display !== 'inline') frames.push(at);
  }
  return frames;
}

/** Text and controls that a person sees. Hidden whole, by a frame that drops what has no room for it, is not seen. */
export function piecesOf(root: Element): Piece[] {
  const pieces: Piece[] = [];
  for (const node of root.querySelectorAll('*')) {
    if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (node.closest('.sr-only, svg svg, option')) continue;
    const frames = framesAround(node);
    const isSeen = (ink: Rect) => frames.every((frame) => overlap(ink, frame.getBoundingClientRect()));
    for (const child of node.childNodes) {
      if (child.nodeType !== Node.TEXT_NODE || !child.nodeValue?.trim()) continue;
      for (const ink of inkOf(child)) if (isSeen(ink)) pieces.push({ node, ink, isText: true });
    }
    if (!node.matches('button, input, select, textarea, a, img, svg, [role=switch]')) continue;
    const ink = node.getBoundingClientRect();
    if (ink.width > 0 && isSeen(ink)) pieces.push({ node, ink, isText: false });
  }
  return pieces;
}

/** What stays on the glass while the rest scrolls below it; null: it scrolls, too. */
export function afloat(node: Element): Element | null {
  for (let at: Element | null = node; at; at = at.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
  }
  return null;
}

/** Whether a frame lets a person move what it hides into sight. */
export function canScroll(frame: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(frame).overflow);
}

/** Text that a frame or the window cuts, or that stands outside of what it belongs to. */
export function misfits(pieces: readonly Piece[], mayScroll: boolean): string[] {
  const beyond = mayScroll ? Number.POSITIVE_INFINITY : 0;
  const glass = { left: 0, right: innerWidth, top: 0 - beyond, bottom: innerHeight + beyond };
  const found: string[] = [];
  for (const { node, ink, isText } of pieces) {
    const frames = framesAround(node);
    const cutter = frames.find((one) => !(mayScroll && canScroll(one)) && !holds(one.getBoundingClientRect(), ink, 1));
    if (cutter) found.push(`cut off: ${nameOf(node)} by ${nameOf(cutter)}`);
    const isScrolled = mayScroll && frames.some(canScroll);
    if (!isScrolled && !holds(glass, ink, 0.5)) found.push(`outside the window: ${nameOf(node)}`);
    const home = isText && node.closest('button, a, td, th, li, dialog, header, section, p, h1, h2, h3, span[class]');
    if (!home || getComputedStyle(home).display === 'inline') continue;
    const { left, right } = home.getBoundingClientRect();
    if (!holds({ left, right, top: ink.top, bottom: ink.bottom }, ink, 1))
      found.push(`leaves its box: ${nameOf(node)} out of ${nameOf(home)}`);
  }
  return found;
}

/** What of a piece its lists that scroll leave in sight now. */
export function inSight({ node, ink }: Piece): Rect {
  let { left, right, top, bottom } = ink;
  for (const frame of framesAround(node).filter(canScroll)) {
    const box = frame.getBoundingClientRect();
    [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return { left, right, top, bottom };
}

/** Pieces that cover one another; what lies one in the other does not, nor what is scrolled out of sight. */
export function collisions(pieces: readonly Piece[], mayScroll: boolean): string[] {
  return pieces.flatMap((a, index) =>
    pieces
      .slice(index + 1)
      .filter((b) => overlap(a.ink, b.ink) && !a.node.contains(b.node) && !b.node.contains(a.node))
      .filter((b) => !mayScroll || (afloat(a.node) === afloat(b.node) && overlap(inSight(a), inSight(b))))
      .map((b) => `covers: ${nameOf(a.node)} × ${nameOf(b.node)}`),
  );
}
