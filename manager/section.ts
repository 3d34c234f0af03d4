import { signal } from '@preact/signals';

/** The hall is what a manager sees first; the others stand at addresses of their own, so that a link and the way back lead there. */
export type Section = 'hall' | 'help-desk' | 'displays' | 'ratings' | 'access';

export const HELP_DESK_ADDRESS = '#help-desk';
export const ACCESS_ADDRESS = '#access';
export const DISPLAYS_ADDRESS = '#displays';
export const RATINGS_ADDRESS = '#ratings';
const SHEETS: Readonly<Record<string, Section>> = {
  [HELP_DESK_ADDRESS]: 'help-desk',
  [ACCESS_ADDRESS]: 'access',
  [DISPLAYS_ADDRESS]: 'displays',
  [RATINGS_ADDRESS]: 'ratings',
};
const here = (): Section => SHEETS[location.hash] ?? 'hall';
export const section = signal<Section>(here());

export function followAddress() {
  addEventListener('hashchange', () => {
    section.value = here();
    scrollTo(0, 0);
  });
}
