import { type ReadonlySignal, signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BoardView } from '#shared/contract/views.ts';
import { type RowPlan, rowPlan, USUAL_PLAN } from './legible.ts';

type Screen = BoardView['screen'];

/** How large everything is on this glass. */
export type Sizing = {
  readonly plan: ReadonlySignal<RowPlan>;
  /** What this display's own address says, or else the office. */
  screenOf(view: Pick<BoardView, 'screen'>): Screen;
  /** Measures what is on the page, and plans anew. */
  measure(board: HTMLElement, screen: Screen): void;
};

/** @param search the query of the address: `?inches=55&seat=8` */
export function createSizing(search: string): Sizing {
  const plan = signal(USUAL_PLAN);
  const own = screenIn(search);
  return {
    plan,
    screenOf: (view) => own ?? view.screen,
    measure(board, screen) {
      // Without rows there is nothing to plan; with an old picture the strip is away, and nothing else may move.
      if (!board.querySelector('.call-heads') || board.classList.contains('is-old')) return;
      const next = screen ? rowPlan(glassOf(screen), roomIn(board, plan.value)) : USUAL_PLAN;
      if (JSON.stringify(next) !== JSON.stringify(plan.value)) plan.value = next;
    },
  };
}

/** Both must be said, and be possible; else the office's settings hold. */
export function screenIn(search: string): Screen {
  const query = new URLSearchParams(search);
  const [inches, seatMetres] = [Number(query.get('inches')), Number(query.get('seat'))];
  const isPossible = inches >= 5 && inches <= 300 && seatMetres >= 0.5 && seatMetres <= 100;
  return isPossible ? { inches, seatMetres } : null;
}

/**
 * Keeps the sizes right while the board stands.
 * @param parts what decides which parts the board has; when that changes, others are watched
 */
export function useSizing(sizing: Sizing, screen: Screen, parts: readonly unknown[]) {
  const board = useRef<HTMLDivElement>(null);
  const [inches, seatMetres] = [screen?.inches, screen?.seatMetres];
  useLayoutEffect(() => {
    const node = board.current;
    if (!node) return;
    const measure = () => sizing.measure(node, screen);
    const watcher = new ResizeObserver(measure);
    for (const part of node.querySelectorAll('.calls, .strip')) watcher.observe(part);
    watcher.observe(node);
    measure();
    return () => watcher.disconnect();
  }, [sizing, inches, seatMetres, ...parts]);
  return board;
}

function glassOf(screen: NonNullable<Screen>) {
  return { width: innerWidth, height: innerHeight, ...screen };
}

function roomIn(board: HTMLElement, { stripGives }: RowPlan) {
  const calls = board.querySelector<HTMLElement>('.calls');
  const strip = board.querySelector<HTMLElement>('.strip');
  const gap = Number.parseFloat(getComputedStyle(board).rowGap) || 0;
  const all = calls?.offsetHeight ?? 0;
  const taken = strip ? strip.offsetHeight + gap : 0;
  return {
    width: calls?.offsetWidth ?? 0,
    height: stripGives ? all - taken : all,
    heightWithoutStrip: stripGives ? all : all + taken,
    headHeight: board.querySelector<HTMLElement>('.call-heads')?.offsetHeight ?? 0,
    gap,
  };
}
