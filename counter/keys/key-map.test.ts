import { describe, expect, it } from 'vitest';
import { actionOfKey, type KeyPress } from './key-map.ts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  const code = key === ' ' ? 'Space' : `Key${key.toUpperCase()}`;
  return { key, code, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more };
}

describe('the keys of the desk', () => {
  it.each([
    [' ', 'ticket:call-next'],
    ['r', 'ticket:recall'],
    ['s', 'ticket:start-service'],
    ['f', 'ticket:finish'],
    ['n', 'ticket:no-show'],
    ['h', 'ticket:park'],
    ['t', 'ticket:transfer'],
    ['a', 'ticket:add-service'],
    ['z', 'ticket:undo-call'],
    ['p', 'counter:pause'],
    ['m', 'counter:open'],
    ['c', 'ticket:call-this'],
    ['x', 'ticket:cancel'],
    ['j', null],
  ])('"%s" is %s, with caps lock too', (key, action) => {
    expect(actionOfKey(press(key))).toBe(action);
    expect(actionOfKey(press(key.toUpperCase(), { code: press(key).code }))).toBe(action);
  });

  it('undoes with Ctrl+Z and leaves every other Ctrl, Alt and Meta key to the browser', () => {
    expect(actionOfKey(press('z', { ctrlKey: true }))).toBe('ticket:undo-call');
    for (const key of ['r', 's', 'f', 'p', 't', 'n', 'a', 'h', ' ']) {
      expect(actionOfKey(press(key, { ctrlKey: true }))).toBeNull();
      expect(actionOfKey(press(key, { altKey: true }))).toBeNull();
      expect(actionOfKey(press(key, { metaKey: true }))).toBeNull();
    }
  });

  it('acts once for a key held down', () => {
    expect(actionOfKey(press(' ', { repeat: true }))).toBeNull();
  });

  it('knows the key behind a Vietnamese input method', () => {
    expect(actionOfKey(press('Process', { code: 'KeyF' }))).toBe('ticket:finish');
  });

  it.each(['F5', 'F11', 'Escape', 'Enter', 'Tab', 'ArrowDown'])('leaves %s alone', (key) => {
    expect(actionOfKey(press(key, { code: key }))).toBeNull();
  });
});
