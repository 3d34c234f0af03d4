import type { Input } from 'electron';

/** What the keyboard is for in a window. `plain`: a public screen. `work`: a form or a clerk's window, in which text is edited. */
export type Keys = 'plain' | 'work';

/** The keys of a public screen besides those that write: a person who cannot touch moves and chooses with these. */
const PLAIN = new Set([
  ...['Enter', 'Tab', 'Escape', 'Backspace', 'Delete', 'Shift', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
]);

/** Besides, with Ctrl alone, where text is edited. By the place of the key: its letter depends on the layout. */
const EDITING = new Set(['KeyA', 'KeyC', 'KeyV', 'KeyX', 'KeyZ', 'KeyY', 'Backspace', 'Delete']);
const EDITING_BY_ARROW = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** What an input method (Telex, VNI) calls the keys that it is still thinking about. */
const OF_INPUT_METHOD = new Set(['Process', 'Dead', 'Unidentified']);

type Pressed = Pick<Input, 'key' | 'code' | 'control' | 'alt' | 'meta' | 'shift'>;

/** May the page, and Chromium behind it, see this key? Listed is what may: of what may not nobody knows all. */
export function isKeyForPage(pressed: Pressed, keys: Keys): boolean {
  const { key, code, control, alt, meta, shift } = pressed;
  if (keys === 'work' && isEditing(pressed)) return true;
  if (control || alt || meta) return false;
  // With Shift, Chromium shows its own task manager.
  if (key === 'Escape' && shift) return false;
  if (OF_INPUT_METHOD.has(key)) return /^(Key[A-Z]|Digit\d|Space)$/.test(code);
  // A written sign is one sign long; F1 to F24, the browser's and the player's keys are words.
  return [...key].length === 1 || PLAIN.has(key);
}

function isEditing({ key, code, control, alt, meta, shift }: Pressed): boolean {
  if (alt || meta) return false;
  if (key === 'Control') return true;
  return control && (EDITING_BY_ARROW.has(code) || (!shift && EDITING.has(code)));
}

/** The chord of the staff: with it, or with five taps in a corner, the way out is asked for. */
export const isStaffChord = ({ code, control, alt, shift, meta }: Pressed) =>
  code === 'KeyL' && control && alt && shift && !meta;
