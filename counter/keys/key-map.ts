import type { DeskAction } from '#counter/desk/desk-action.ts';

/** One key each. */
export type Keys = Readonly<Record<DeskAction, string>>;

/**
 * What stands on the key caps until the clerk changes it. The letters are those of the Vietnamese words where they are free; Y, U, I
 * and O lie under the digits, with which they are pressed.
 */
export const USUAL_KEYS: Keys = {
  'ticket:call-next': 'Space',
  'ticket:start-service': 'S',
  'ticket:finish': 'F',
  'ticket:recall': 'R',
  'ticket:no-show': 'N',
  'ticket:park': 'H',
  'ticket:transfer': 'T',
  'ticket:add-service': 'A',
  'ticket:undo-call': 'Z',
  'ticket:call-this': 'C',
  'ticket:resume': 'L',
  'ticket:return': 'K',
  'ticket:cancel': 'X',
  'dossiers:same-day': 'U',
  'dossiers:appointment': 'I',
  'dossiers:post': 'O',
  'dossiers:online': 'Y',
  'counter:open': 'M',
  'counter:pause': 'P',
  'counter:close': 'D',
  'counter:auto-call': 'G',
  'counter:call-help': 'E',
  'counter:help-came': 'W',
  'page:help-desk': 'Q',
  'page:keys': 'B',
};

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>;

/** The action of a key, or null. A key held down acts once. */
export function actionOfKey(press: KeyPress, keys: Keys = USUAL_KEYS): DeskAction | null {
  if (press.repeat || press.altKey || press.metaKey) return null;
  // Wherever the office has put the undo: Ctrl+Z means nothing else.
  if (press.ctrlKey) return capOf(press) === 'Z' ? 'ticket:undo-call' : null;
  const cap = capOf(press);
  // The keys of a table of actions are actions.
  return cap === '' ? null : ((Object.keys(keys) as DeskAction[]).find((action) => keys[action] === cap) ?? null);
}

/** By their place on the keyboard: what they write differs from layout to layout. */
const BESIDE_LETTERS: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num -',
  NumpadMultiply: 'Num *',
  NumpadDivide: 'Num /',
};
/** The others do something that nobody wants to lose: help, search, reload, full screen, tools; and the app takes F9 from everybody. */
const FREE_FUNCTION_KEYS = ['F2', 'F4', 'F8'];

/**
 * What stands on the cap of a key that an action may have; empty for every other. An input method (Telex, VNI) may hide the letter from
 * `key`; `code` still names its place on the keyboard.
 */
export function capOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (key === ' ' || code === 'Space') return 'Space';
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  return BESIDE_LETTERS[code] ?? (FREE_FUNCTION_KEYS.includes(key) ? key : '');
}

const CAPS = new Set([
  'Space',
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  ...Object.values(BESIDE_LETTERS),
  ...FREE_FUNCTION_KEYS,
]);

export function isCap(text: unknown): text is string {
  return typeof text === 'string' && CAPS.has(text);
}

/** Every cap, in the order in which one is looked for. */
export const ALL_CAPS: readonly string[] = [...CAPS];

/** The digit of a key, or null: of the row above the letters, also where a layout or an input method puts marks there, or of the pad. */
export function digitOf({ key, code, ctrlKey, altKey, metaKey, repeat, shiftKey = false }: DigitPress): string | null {
  if (ctrlKey || altKey || metaKey || repeat) return null;
  if (/^\d$/.test(key)) return key;
  // With the number lock off the pad's keys move; they have names of more than one letter.
  const isHidden = !shiftKey && ([...key].length === 1 || key === 'Process' || key === 'Dead');
  return isHidden ? (/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null) : null;
}
type DigitPress = KeyPress & { shiftKey?: boolean };
