export type Theme = 'light' | 'dark';

/**
 * By night colours or by day colours: the display's address decides (`/display/?theme=light`), else what the machine is set to.
 * @param search the query of the address
 */
export function themeOf(search: string, isLightWished: boolean): Theme {
  const asked = new URLSearchParams(search).get('theme');
  if (asked === 'light' || asked === 'dark') return asked;
  return isLightWished ? 'light' : 'dark';
}

/** Dresses the page, and again whenever the machine changes between day and night. */
export function wearTheme(root: HTMLElement, search: string, wish: MediaQueryList): void {
  const dress = () => {
    root.dataset.theme = themeOf(search, wish.matches);
  };
  wish.addEventListener('change', dress);
  dress();
}
