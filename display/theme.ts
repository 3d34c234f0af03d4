export type Theme = 'light' | 'dark';

/**
 * By night colours or by day colours. Dark unless the display's address says otherwise (`/display/?theme=light`, or `auto` for what the
 * machine is set to): most machines are set to light and nobody meant the TV by it.
 * @param search the query of the address
 */
export function themeOf(search: string, isLightWished: boolean): Theme {
  const asked = new URLSearchParams(search).get('theme');
  return asked === 'light' || (asked === 'auto' && isLightWished) ? 'light' : 'dark';
}

/** Dresses the page, and again whenever the machine changes between day and night. */
export function wearTheme(root: HTMLElement, search: string, wish: MediaQueryList): void {
  const dress = () => {
    root.dataset.theme = themeOf(search, wish.matches);
  };
  wish.addEventListener('change', dress);
  dress();
}
