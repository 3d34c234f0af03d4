import { describe, expect, it } from 'vitest';
import { isKeyForPage, isStaffChord, type Keys } from './key-rules.ts';

/** `Control+Shift+KeyI`, with the key's own name where it is no letter. */
function pressed(chord: string) {
  const parts = chord.split('+');
  const code = parts.at(-1) ?? '';
  const [, letter] = code.match(/^(?:Key|Digit)(.)$/) ?? [];
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    ...{ code, key: letter ? letter.toLowerCase() : (SIGNS[code] ?? code) },
    ...{ control: has('Control'), alt: has('Alt'), meta: has('Meta'), shift: has('Shift') },
  };
}

const SIGNS: Record<string, string> = { Space: ' ', Minus: '-', Equal: '=', Period: '.', ControlLeft: 'Control' };

describe('isKeyForPage', () => {
  it.each(['KeyA', 'Shift+KeyA', 'Digit7', 'Space', 'Minus', 'Enter', 'Tab', 'Shift+Tab', 'Escape', 'ArrowDown'])(
    'lets %s through everywhere',
    (chord) => {
      expect(isKeyForPage(pressed(chord), 'plain')).toBe(true);
      expect(isKeyForPage(pressed(chord), 'work')).toBe(true);
    },
  );

  it.each(['Control+KeyA', 'Control+KeyC', 'Control+KeyV', 'Control+ArrowLeft', 'Control+Shift+End', 'ControlLeft'])(
    'lets %s through where text is edited alone',
    (chord) => {
      expect(isKeyForPage(pressed(chord), 'plain')).toBe(false);
      expect(isKeyForPage(pressed(chord), 'work')).toBe(true);
    },
  );

  it.each(['Process', 'Dead', 'Unidentified'])('lets an input method write, whatever it calls the key (%s)', (key) => {
    expect(isKeyForPage({ ...pressed('KeyA'), key }, 'plain')).toBe(true);
    expect(isKeyForPage({ ...pressed('F12'), key }, 'work')).toBe(false);
    expect(isKeyForPage({ ...pressed('Control+KeyP'), key }, 'work')).toBe(false);
  });

  const letters = [...'NTWOPSUFGHJLRDEKQMBI'].flatMap((one) => [`Control+Key${one}`, `Control+Shift+Key${one}`]);
  it.each<[string, Keys]>(
    [
      ...letters,
      ...['Control+Digit0', 'Control+Equal', 'Control+Minus', 'Control+Tab', 'Control+PageUp', 'Control+Shift+Delete'],
      ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F10', 'Shift+Escape', 'Control+F4', 'F24'],
      ...['Alt+F4', 'Alt+Space', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+KeyD', 'Alt+Home', 'Alt+Enter', 'Alt'],
      ...['Meta', 'Meta+KeyD', 'Meta+KeyE', 'Meta+KeyR', 'Meta+KeyL', 'Meta+KeyX', 'Meta+Period', 'ContextMenu'],
      ...['Control+Alt+Delete', 'Control+Alt+KeyT', 'PrintScreen', 'BrowserBack', 'BrowserHome', 'BrowserRefresh'],
      ...['LaunchMail', 'LaunchApplication1', 'MediaPlayPause', 'AudioVolumeMute', 'Power', 'WakeUp', 'Unidentified'],
    ].flatMap((chord): [string, Keys][] => [
      [chord, 'plain'],
      [chord, 'work'],
    ]),
  )('lets %s through nowhere (%s)', (chord, keys) => {
    expect(isKeyForPage(pressed(chord), keys)).toBe(false);
  });
});

it.each([
  ['Control+Alt+Shift+KeyL', true],
  ['Control+Alt+KeyL', false],
  ['Control+Shift+KeyL', false],
  ['Control+Alt+Shift+Meta+KeyL', false],
  ['Control+Alt+Shift+KeyK', false],
])('%s is the staff’s chord: %s', (chord, is) => {
  expect(isStaffChord(pressed(chord))).toBe(is);
});
