import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { KeptPresses } from './kept-presses.ts';
import { createPresses, DOUBLE_PRESS_MS, NOTICE_FOR_MS, type Send, SLOW_AFTER_MS } from './presses.ts';

/** A server that answers when the test says so. */
function slowServer() {
  const sent: { name: string; input: unknown }[] = [];
  const answers: ((reply: Reply) => void)[] = [];
  // Every reply of these tests fits the commands they send.
  const send = ((name: string, input: unknown) => {
    sent.push({ name, input });
    return new Promise<Reply>((resolve) => answers.push(resolve));
  }) as Send;
  const answer = async (reply: Reply) => {
    answers.shift()?.(reply);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { sent, send, answer };
}

const YES: Reply = { ok: true, answer: {} };
const NO: Reply = { ok: false, refusal: 'stale-picture' };
const expects = 'ticket-A020';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('one press, one command', () => {
  it('takes no second press while one is under way, and one again after it', async () => {
    const { sent, send, answer } = slowServer();
    const presses = createPresses(send);
    void presses.press('ticket:finish', { expects });
    expect(presses.underWay.value).toBe('ticket:finish');
    expect(await presses.press('ticket:finish', { expects })).toBeNull();
    expect(await presses.press('ticket:recall', { expects })).toBeNull();
    await answer(YES);
    expect(presses.underWay.value).toBeNull();
    void presses.press('ticket:recall', { expects });
    expect(sent.map(({ name }) => name)).toEqual(['ticket:finish', 'ticket:recall']);
  });

  it('does not take the second half of a double press that a fast server has already answered', async () => {
    const { sent, send, answer } = slowServer();
    const presses = createPresses(send);
    void presses.press('ticket:call-next', { expects: null });
    await answer(YES);
    await vi.advanceTimersByTimeAsync(DOUBLE_PRESS_MS - 1);
    expect(await presses.press('ticket:call-next', { expects })).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    void presses.press('ticket:call-next', { expects });
    expect(sent).toHaveLength(2);
  });

  it('takes the same press again at once after a no, and another button with the same command after a yes', async () => {
    const { sent, send, answer } = slowServer();
    const presses = createPresses(send);
    void presses.press('ticket:finish', { expects });
    await answer(NO);
    void presses.press('ticket:finish', { expects });
    await answer(YES);
    void presses.press('ticket:return', { ticket: 'ticket-A001' }, 'return A001');
    await answer(YES);
    void presses.press('ticket:return', { ticket: 'ticket-A002' }, 'return A002');
    expect(sent).toHaveLength(4);
  });

  it('says that it is slow only when it is', async () => {
    const { send, answer } = slowServer();
    const presses = createPresses(send);
    void presses.press('ticket:finish', { expects });
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1);
    expect(presses.isSlow.value).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(presses.isSlow.value).toBe(true);
    await answer(YES);
    expect(presses.isSlow.value).toBe(false);
    await vi.advanceTimersByTimeAsync(SLOW_AFTER_MS);
    expect(presses.isSlow.value).toBe(false);
  });

  it('shows a no for a while, and a newer one for its own while', async () => {
    const { send, answer } = slowServer();
    const presses = createPresses(send);
    void presses.press('ticket:finish', { expects });
    await answer(NO);
    expect(presses.notice.value).toBe('stale-picture');
    await vi.advanceTimersByTimeAsync(NOTICE_FOR_MS - 1);
    presses.say('nobody-waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(presses.notice.value).toBe('nobody-waiting');
    await vi.advanceTimersByTimeAsync(NOTICE_FOR_MS);
    expect(presses.notice.value).toBeNull();
  });
});

describe('a press from before the page was loaded anew', () => {
  const old = { name: 'ticket:park', input: { expects }, button: 'ticket:park', clerk: null, at: 0 } as const;
  const kept: KeptPresses = {
    keepUntil: () => undefined,
    takeUp: ({ ask }) => ask({ ...old, commandId: 'press-1' }).then(() => undefined),
  };

  it('waits for the one that is under way here, and then stands as under way itself', async () => {
    const { sent, send, answer } = slowServer();
    const presses = createPresses(send, kept);
    void presses.press('ticket:recall', { expects });
    void presses.takeUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.map(({ name }) => name)).toEqual(['ticket:recall']);
    await answer(YES);
    expect([sent.map(({ name }) => name), presses.underWay.value]).toEqual([
      ['ticket:recall', 'ticket:park'],
      'ticket:park',
    ]);
  });

  it('is told of as done for a while, and as unsure until the next press', async () => {
    const { send, answer } = slowServer();
    const presses = createPresses(send, kept);
    void presses.takeUp();
    await vi.advanceTimersByTimeAsync(0);
    await answer(YES);
    expect(presses.cameBack.value).toEqual({ name: 'ticket:park', outcome: 'done' });
    await vi.advanceTimersByTimeAsync(NOTICE_FOR_MS);
    expect(presses.cameBack.value).toBeNull();
    void presses.takeUp();
    await vi.advanceTimersByTimeAsync(0);
    await answer({ ok: false, refusal: 'no-connection' });
    await vi.advanceTimersByTimeAsync(2 * NOTICE_FOR_MS);
    expect(presses.cameBack.value).toEqual({ name: 'ticket:park', outcome: 'unsure' });
    void presses.press('ticket:recall', { expects });
    expect(presses.cameBack.value).toBeNull();
  });
});
