import { describe, expect, it } from 'vitest';
import { holdKeys, isPlainKey } from './hold-keys.ts';

const pressed = (chord: string) => {
  const parts = chord.split('+');
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: has('Ctrl'),
    altKey: has('Alt'),
    metaKey: has('Meta'),
    shiftKey: has('Shift'),
  };
};

describe('isPlainKey', () => {
  it.each(['a', 'Á', ' ', '7', 'Enter', 'Tab', 'Escape', 'ArrowDown', 'Process'])('is said of %j', (key) => {
    expect(isPlainKey(pressed(key))).toBe(true);
  });

  it.each([
    'Ctrl+t',
    'Ctrl+w',
    'Ctrl+p',
    'Ctrl+Enter',
    'Alt+F4',
    'Alt+ArrowLeft',
    'Meta+d',
    'F1',
    'F11',
    'F12',
    'ContextMenu',
    'Shift+Escape',
  ])('is not said of %s', (chord) => {
    expect(isPlainKey(pressed(chord))).toBe(false);
  });
});

describe('holdKeys', () => {
  it('holds keys, the wheel with Ctrl, other buttons and printing on a screen of its own', () => {
    const { target, isHeld } = screen(false);
    holdKeys(target);
    expect(isHeld('keydown', pressed('Ctrl+t'))).toBe(true);
    expect(isHeld('keydown', pressed('a'))).toBe(false);
    expect(isHeld('wheel', { ctrlKey: true })).toBe(true);
    expect(isHeld('wheel', { ctrlKey: false })).toBe(false);
    for (const button of [1, 2, 3, 4]) expect(isHeld('mouseup', { button })).toBe(true);
    expect(isHeld('mousedown', { button: 0 })).toBe(false);
    expect(() => target.print()).not.toThrow();
  });

  it('holds nothing in a browser with tabs', () => {
    const { target, isHeld } = screen(true);
    holdKeys(target);
    expect(isHeld('keydown', pressed('Ctrl+t'))).toBe(false);
    expect(() => target.print()).toThrow('printed');
  });
});

function screen(isTabbed: boolean) {
  const target = Object.assign(new EventTarget(), {
    matchMedia: () => ({ matches: isTabbed }),
    print: () => {
      throw new Error('printed');
    },
  });
  const isHeld = (name: string, parts: object) => {
    const event = Object.assign(new Event(name, { cancelable: true }), parts);
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  // As much of a window as is used.
  return { target: target as unknown as Window, isHeld };
}
