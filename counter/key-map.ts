import type { CounterAction } from '#shared/contract/views.ts';

/** What stands on the key caps. F5, F11 and Ctrl+W stay with the browser. */
export const KEY_CAPS = {
  'ticket:call-next': 'Space',
  'ticket:recall': 'R',
  'ticket:start-service': 'S',
  'ticket:finish': 'F',
  'ticket:no-show': 'N',
  'ticket:park': 'H',
  'ticket:transfer': 'T',
  'ticket:add-service': 'A',
  'ticket:undo-call': 'Z',
  'counter:pause': 'P',
  'counter:open': 'M',
} as const satisfies Partial<Record<CounterAction, string>>;

const BY_KEY = new Map<string, CounterAction>(
  // The keys of a literal are its names.
  Object.entries(KEY_CAPS).map(([action, cap]) => [cap, action as keyof typeof KEY_CAPS]),
);

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>;

/** The action of a key, or null. A key held down acts once. */
export function actionOfKey(press: KeyPress): CounterAction | null {
  if (press.repeat || press.altKey || press.metaKey) return null;
  const action = BY_KEY.get(capOf(press)) ?? null;
  if (press.ctrlKey) return action === 'ticket:undo-call' ? action : null;
  return action;
}

/** An input method (Telex, VNI) may hide the letter from `key`; `code` still names its place on the keyboard. */
function capOf({ key, code }: KeyPress): string {
  if (key === ' ' || code === 'Space') return 'Space';
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3) : '';
}
