import { describe, expect, it } from 'vitest';
import { EXAMPLE_AT, EXAMPLE_VIEWS } from '#counter/example-views.ts';
import { mayPress } from './may-press.ts';

describe('what may be pressed', () => {
  it('is what the server says', () => {
    expect(mayPress(EXAMPLE_VIEWS.called, 'ticket:finish', EXAMPLE_AT)).toBe(true);
    expect(mayPress(EXAMPLE_VIEWS.called, 'ticket:no-show', EXAMPLE_AT)).toBe(false);
  });

  it('is a recall only from the moment the server names', () => {
    const view = { ...EXAMPLE_VIEWS.called, recallFrom: EXAMPLE_AT + 3_000 };
    expect(mayPress(view, 'ticket:recall', EXAMPLE_AT + 2_999)).toBe(false);
    expect(mayPress(view, 'ticket:recall', EXAMPLE_AT + 3_000)).toBe(true);
  });

  it('is an undo only while there is something to undo', () => {
    const { called } = EXAMPLE_VIEWS;
    expect(mayPress(called, 'ticket:undo-call', called.undo.until - 1)).toBe(true);
    expect(mayPress(called, 'ticket:undo-call', called.undo.until)).toBe(false);
    expect(mayPress({ ...called, undo: null }, 'ticket:undo-call', EXAMPLE_AT)).toBe(false);
  });
});
