import { signal } from '@preact/signals';

/** The hall is what a manager sees first; the other stands at `#access`, so that a link and the way back lead there. */
export type Section = 'hall' | 'access';

export const ACCESS_ADDRESS = '#access';
const here = (): Section => (location.hash === ACCESS_ADDRESS ? 'access' : 'hall');
export const section = signal<Section>(here());

export function followAddress() {
  addEventListener('hashchange', () => {
    section.value = here();
    scrollTo(0, 0);
  });
}
