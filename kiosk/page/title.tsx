import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The heading of a screen. It takes the focus when its screen appears: a screen reader reads it, the next Tab starts at
 * the top, and no key held down presses a button of the new screen.
 */
export function Title({ children, class: name = 'title' }: { children: ComponentChildren; class?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} class={name} tabIndex={-1}>
      {children}
    </h1>
  );
}
