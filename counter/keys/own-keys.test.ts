import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DESK_ACTIONS } from '#counter/desk/desk-action.ts';
import { isCap, type KeyPress, USUAL_KEYS } from './key-map.ts';
import { completeKeys, createOwnKeys } from './own-keys.ts';

/** What a machine keeps. */
function storage(kept: string | null = null) {
  let text = kept;
  return {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value;
    },
    removeItem: () => {
      text = null;
    },
    text: () => text,
  };
}

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  return { key, code, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more };
}

describe('keys of one’s own', () => {
  it('are the usual ones, one each, until somebody changes one', () => {
    expect(createOwnKeys(storage()).keys.value).toEqual(USUAL_KEYS);
    expect(new Set(Object.values(USUAL_KEYS)).size).toBe(DESK_ACTIONS.length);
  });

  it('are kept on the machine, and forgotten when they are the usual ones again', () => {
    const machine = storage();
    const keys = createOwnKeys(machine);
    expect(keys.change('ticket:finish', press('j'))).toBeNull();
    expect(keys.change('ticket:park', press(',', { code: 'Comma' }))).toBeNull();
    expect(keys.keys.value).toEqual({ ...USUAL_KEYS, 'ticket:finish': 'J', 'ticket:park': ',' });
    expect(createOwnKeys(machine).keys.value).toEqual(keys.keys.value);
    keys.backToUsual();
    expect(machine.text()).toBeNull();
    expect(keys.keys.value).toEqual(USUAL_KEYS);
  });

  it('are found behind an input method, and take the letter that another one has given up', () => {
    const keys = createOwnKeys(storage());
    expect(keys.change('ticket:finish', press('Process', { code: 'KeyJ' }))).toBeNull();
    expect(keys.change('ticket:park', press('f'))).toBeNull();
    expect(keys.keys.value).toMatchObject({ 'ticket:finish': 'J', 'ticket:park': 'F' });
  });

  it('are refused where another action has the key, and nothing has changed', () => {
    const keys = createOwnKeys(storage());
    expect(keys.change('ticket:finish', press('r'))).toEqual({ why: 'taken', by: 'ticket:recall' });
    expect(keys.change('ticket:finish', press(' ', { code: 'Space' }))).toEqual({
      why: 'taken',
      by: 'ticket:call-next',
    });
    expect(keys.change('ticket:finish', press('f'))).toBeNull();
    expect(keys.keys.value).toEqual(USUAL_KEYS);
  });

  it.each(['F1', 'F3', 'F5', 'F6', 'F9', 'F11', 'F12', 'Tab', 'Enter', 'Escape', 'Backspace', 'ArrowDown', 'Delete'])(
    'are never %s',
    (key) => {
      expect(createOwnKeys(storage()).change('ticket:finish', press(key))).toEqual({ why: 'not-free' });
    },
  );

  it('are never a digit, nor a letter with Ctrl, Alt or Meta', () => {
    const keys = createOwnKeys(storage());
    expect(keys.change('ticket:finish', press('7'))).toEqual({ why: 'digit' });
    expect(keys.change('ticket:finish', press('ă', { code: 'Digit1' }))).toEqual({ why: 'digit' });
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      expect(keys.change('ticket:finish', press('j', more))).toEqual({ why: 'not-free' });
    }
    expect(keys.keys.value).toEqual(USUAL_KEYS);
  });

  it('hold for this page where the browser keeps nothing', () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const keys = createOwnKeys(full);
    keys.change('ticket:finish', press('j'));
    expect(keys.keys.value['ticket:finish']).toBe('J');
  });
});

describe('whatever nonsense is kept', () => {
  it.each(['', '{', 'null', '7', '"S"', '[]', '{"ticket:finish":"F5"}', '{"ticket:finish":7,"no:action":"J"}'])(
    'the keys are the usual ones: %s',
    (text) => {
      expect(createOwnKeys(storage(text)).keys.value).toEqual(USUAL_KEYS);
    },
  );

  it('a key of one’s own stays, though a newer version has an action that usually has it', () => {
    const keys = completeKeys({ 'ticket:finish': 'B' });
    expect(keys['ticket:finish']).toBe('B');
    expect(keys['page:keys']).toBe('F');
  });

  it('every action has one key, and no key two actions', () => {
    const anyKept = fc.dictionary(
      fc.constantFrom<string>(...DESK_ACTIONS, 'no:action'),
      fc.oneof(fc.constantFrom(...Object.values(USUAL_KEYS), 'J', 'V', ',', 'F2', 'F5'), fc.anything()),
    );
    fc.assert(
      fc.property(anyKept, (kept) => {
        const keys = completeKeys(kept);
        expect(Object.keys(keys).toSorted()).toEqual([...DESK_ACTIONS].toSorted());
        expect(Object.values(keys).every(isCap)).toBe(true);
        expect(new Set(Object.values(keys)).size).toBe(DESK_ACTIONS.length);
      }),
    );
  });
});
