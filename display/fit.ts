import { useLayoutEffect, useRef } from 'preact/hooks';

/** As small as a text may become to have room. */
const SMALLEST = 0.2;
const TRIALS = 9;

/**
 * Lets a text be as large as its box allows: `--fit` on the box runs from 1 downwards. The box must have a size of its own, whatever
 * stands in it.
 * @param content what stands there; when it changes, the size is looked for anew
 */
export function useFit<T extends HTMLElement>(content: string) {
  const box = useRef<T>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const look = () => fitInto(node);
    const watcher = new ResizeObserver(look);
    watcher.observe(node);
    document.fonts.addEventListener('loadingdone', look);
    look();
    return () => {
      watcher.disconnect();
      document.fonts.removeEventListener('loadingdone', look);
    };
  }, [content]);
  return box;
}

function fitInto(node: HTMLElement) {
  const isIn = (fit: number) => {
    node.style.setProperty('--fit', String(fit));
    return node.scrollHeight <= node.clientHeight && node.scrollWidth <= node.clientWidth;
  };
  if (isIn(1)) return;
  let [fits, tooLarge] = [SMALLEST, 1];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const middle = (fits + tooLarge) / 2;
    if (isIn(middle)) fits = middle;
    else tooLarge = middle;
  }
  isIn(fits);
}
