import { signal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

/**
 * What must be seen whatever stands on the page: over an open question, and in the name of the tab while another one is looked at. Null:
 * nothing.
 */
export const alarm = signal<string | null>(null);

/** Names the tab; an alarm stands before the name as long as it lasts. */
export function usePageTitle(title: string) {
  const now = alarm.value;
  useLayoutEffect(() => {
    document.title = now === null ? title : `⚠ ${now} · ${title}`;
  }, [title, now]);
}
