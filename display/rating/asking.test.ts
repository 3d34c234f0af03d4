import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { SignView } from '#shared/contract/display-views.ts';
import type { MessageInput } from '#shared/contract/messages.ts';
import { createAsking } from './asking.ts';
import { ASKED } from './scenes.ts';

type Answer = MessageInput<'rating:give'>;
const TOKEN = ASKED.rating?.token ?? '';

/** A counter's display whose clock stands until it is moved, and what it sends. */
function aDisplay({ isKept = true } = {}) {
  const sign = signal<SignView | null>(ASKED);
  const now = signal(ASKED.at);
  const sent: Answer[] = [];
  const send = async (_name: string, input: unknown) => {
    // Only the one message is sent here.
    sent.push(input as Answer);
    return isKept ? { ok: true, answer: {} } : { ok: false, refusal: 'no-connection' };
  };
  let moment = 0;
  const needs = { sign, now, send, moment: () => moment } as unknown as Parameters<typeof createAsking>[0];
  const asking = createAsking(needs);
  return {
    ...{ asking, sign, sent },
    later(ms: number) {
      moment += ms;
      now.value += ms;
    },
    /** What was sent has been answered. */
    answered: () => Promise.resolve(),
    stage: () => asking.shown.value?.stage ?? null,
  };
}

describe('the question on a counter’s display', () => {
  it('[V1] closes by itself after 30 seconds, or when the next is called', () => {
    const alone = aDisplay();
    expect(alone.stage()).toBe('faces');
    alone.later(29_000);
    expect(alone.stage()).toBe('faces');
    alone.later(1_000);
    expect(alone.stage()).toBeNull();
    const called = aDisplay();
    called.sign.value = { ...ASKED, state: 'calling', number: 'A002', rating: null };
    expect(called.stage()).toBeNull();
    expect([...alone.sent, ...called.sent]).toEqual([]);
  });

  it('[V1] is answered by one touch of who is content, who is thanked for five seconds', async () => {
    const { asking, sent, stage, answered, later } = aDisplay();
    asking.pick(4);
    asking.pick(1);
    expect(sent).toEqual([{ token: TOKEN, face: 4, reasons: [] }]);
    await answered();
    expect(stage()).toBe('thanks');
    later(5_000);
    expect(stage()).toBeNull();
  });

  it('[V1] thanks nobody for what was not kept, and not the next visitor', async () => {
    const lost = aDisplay({ isKept: false });
    lost.asking.pick(5);
    await lost.answered();
    expect(lost.stage()).toBeNull();
    const next = aDisplay();
    next.asking.pick(5);
    await next.answered();
    next.sign.value = { ...ASKED, state: 'calling', number: 'A002', rating: null };
    expect(next.stage()).toBeNull();
  });

  it('[V4] asks who was not content why; a tick can be taken back, and the second tap of a double tap is none', () => {
    const { asking, sent, stage, later } = aDisplay();
    asking.pick(3);
    asking.tick('phien-ha');
    expect([stage(), sent]).toEqual(['reasons', []]);
    later(1_000);
    asking.tick('cho-lau');
    asking.tick('phien-ha');
    asking.tick('phien-ha');
    asking.send();
    asking.send();
    expect(sent).toEqual([{ token: TOKEN, face: 3, reasons: ['cho-lau'] }]);
  });

  it('[V4] counts the face of who touched one and went, also when the next is called then', () => {
    const gone = aDisplay();
    gone.asking.pick(2);
    gone.later(20_000);
    gone.asking.tick('cho-lau');
    gone.later(29_000);
    expect(gone.sent).toEqual([]);
    gone.later(6_000);
    const called = aDisplay();
    called.asking.pick(1);
    called.sign.value = { ...ASKED, state: 'calling', number: 'A002', rating: null };
    expect([...gone.sent, ...called.sent]).toEqual([
      { token: TOKEN, face: 2, reasons: ['cho-lau'] },
      { token: TOKEN, face: 1, reasons: [] },
    ]);
  });

  it('[V1] is not asked again of who has closed it, but of the next', () => {
    const { asking, sign, sent, stage, later } = aDisplay();
    asking.pick(1);
    asking.close();
    later(1_000);
    expect([stage(), sent]).toEqual([null, []]);
    sign.value = { ...ASKED, rating: ASKED.rating && { ...ASKED.rating, token: 'another-question-of-22' } };
    expect(stage()).toBe('faces');
  });
});
