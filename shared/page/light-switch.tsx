import { signal } from '@preact/signals';
import { pageWords } from './words/page-words.ts';

/** Bright or dark as the machine is, or as its staff chose. */
const LIGHTS = ['system', 'day', 'night'] as const;
type Light = (typeof LIGHTS)[number];

const KEY = 'luot-staff-light';
const light = signal<Light>('system');

/**
 * Takes up the light that this machine's staff chose before. Called while the browser still holds back the first frame (`blocking` at
 * the page's script), so that nobody who chose the dark sees a white flash.
 */
export function recallLight() {
  const kept = LIGHTS.find((one) => one === localStorage.getItem(KEY));
  if (kept) choose(kept);
}

/** Goes round the three lights; says which it is now. */
export function LightSwitch() {
  const next = LIGHTS[(LIGHTS.indexOf(light.value) + 1) % LIGHTS.length] ?? 'system';
  return (
    <button type="button" class="quiet" onClick={() => choose(next)}>
      {pageWords().light[light.value]}
    </button>
  );
}

/** `dark.css` reads the mark at the root; without one it goes by the system. */
function choose(chosen: Light) {
  light.value = chosen;
  localStorage.setItem(KEY, chosen);
  const root = document.documentElement;
  if (chosen === 'system') delete root.dataset.light;
  else root.dataset.light = chosen;
}
