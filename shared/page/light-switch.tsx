import { signal } from '@preact/signals';
import { pageWords } from './words/page-words.ts';

/** Bright or dark as the machine is, or as its staff chose. */
const LIGHTS = ['system', 'day', 'night'] as const;
type Light = (typeof LIGHTS)[number];

const KEY = 'luot-staff-light';
const light = signal<Light>('system');

/**
 * Takes up the light that this machine's staff chose before, or chooses from now on in another window. Called while the browser still holds back the first frame (`blocking` at
 * the page's script), so that nobody who chose the dark sees a white flash.
 */
export function recallLight() {
  shine(localStorage.getItem(KEY));
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) shine(newValue);
  });
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

function choose(chosen: Light) {
  shine(chosen);
  localStorage.setItem(KEY, chosen);
}

/** `dark.css` reads the mark at the root; without one it goes by the system. */
function shine(wanted: string | null) {
  light.value = LIGHTS.find((one) => one === wanted) ?? 'system';
  const root = document.documentElement;
  if (light.value === 'system') delete root.dataset.light;
  else root.dataset.light = light.value;
}
