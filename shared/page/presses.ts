import { type ReadonlySignal, signal } from '@preact/signals';
import type { MessageInput, MessageName } from '#shared/contract/messages.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { newCommandId } from './command-id.ts';
import type { KeptPress, KeptPresses } from './kept-presses.ts';

/** How a page sends a command; the connection's `send`. */
export type Send = <N extends MessageName>(
  name: N,
  input: MessageInput<N>,
  options?: { commandId?: string },
) => Promise<Reply<N>>;

/** What became of a press that the page before this one, or this one before it was loaded anew, had made. */
export type CameBack = { name: MessageName; outcome: 'done' | 'unsure' };

/** The presses of one page: one at a time, each carried out once, each "no" shown for a while. */
export type Presses = {
  /** The button that was pressed and is not answered yet. */
  underWay: ReadonlySignal<string | null>;
  /** Whether that has taken so long that the button should say so. */
  isSlow: ReadonlySignal<boolean>;
  /** What the house last answered to say no; goes by itself. */
  notice: ReadonlySignal<Refusal | null>;
  /**
   * Sends a command unless one is under way, or this button was answered only just now.
   * @param button tells apart two buttons that send the same command; by default its name
   * @returns null when the press was not taken
   */
  press<N extends MessageName>(name: N, input: MessageInput<N>, button?: string): Promise<Reply<N> | null>;
  say(notice: Refusal): void;
};

/** Presses of which those without an answer outlive the page. */
export type LastingPresses = Presses & {
  /** What became of presses from before the page was loaded anew; stands until the next press, a `done` for a while only. */
  cameBack: ReadonlySignal<CameBack | null>;
  /** Asks again, under the same ids, for the answers that were still open when the page was left. */
  takeUp(): Promise<void>;
};

export const SLOW_AFTER_MS = 300;
export const NOTICE_FOR_MS = 5_000;

/**
 * A second press of one button so soon after its answer was meant for the picture before it: with a fast server the
 * second half of a double click would call one more visitor.
 */
export const DOUBLE_PRESS_MS = 800;

/** What is done in the hall; signing in and out belongs to the page that does it. */
const IN_THE_QUEUE = /^(?:ticket|counter):/;

/** @param kept where presses without an answer outlive the page; left out: they do not */
export function createPresses(send: Send, kept?: KeptPresses): LastingPresses {
  const underWay = signal<string | null>(null);
  const isSlow = signal(false);
  const notice = signal<Refusal | null>(null);
  const cameBack = signal<CameBack | null>(null);
  let answered = { button: '', at: Number.NEGATIVE_INFINITY };
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;

  const say = (refusal: Refusal) => {
    clearTimeout(noticeTimer);
    notice.value = refusal;
    noticeTimer = setTimeout(() => {
      notice.value = null;
    }, NOTICE_FOR_MS);
  };

  const carryOut = async <N extends MessageName>(button: string, ask: () => Promise<Reply<N>>) => {
    underWay.value = button;
    notice.value = null;
    cameBack.value = null;
    const slow = setTimeout(() => {
      isSlow.value = true;
    }, SLOW_AFTER_MS);
    const reply = await ask();
    clearTimeout(slow);
    isSlow.value = false;
    underWay.value = null;
    // After a "no" the same press may well be meant again.
    if (reply.ok) answered = { button, at: performance.now() };
    else say(reply.refusal);
    return reply;
  };

  const press: Presses['press'] = async (name, input, button = name) => {
    if (underWay.value !== null) return null;
    if (answered.button === button && performance.now() - answered.at < DOUBLE_PRESS_MS) return null;
    return carryOut(button, () => {
      if (!kept || !IN_THE_QUEUE.test(name)) return send(name, input);
      const commandId = newCommandId();
      const reply = send(name, input, { commandId });
      kept.keepUntil(reply, { commandId, name, input, button });
      return reply;
    });
  };

  const askAgain = async ({ commandId, name, input, button }: KeptPress) => {
    await until(underWay, (button) => button === null);
    // It was this machine's page that wrote it; whatever else stands there, the server looks at it as at everything.
    const reply = await carryOut(button, () => send(name, input as MessageInput<typeof name>, { commandId }));
    if (reply.ok) showCameBack({ name, outcome: 'done' });
    else if (reply.refusal === 'no-connection') showCameBack({ name, outcome: 'unsure' });
  };

  const showCameBack = (what: CameBack) => {
    cameBack.value = what;
    if (what.outcome === 'unsure') return;
    setTimeout(() => {
      if (cameBack.value === what) cameBack.value = null;
    }, NOTICE_FOR_MS);
  };

  const takeUp = async () =>
    kept?.takeUp({ ask: askAgain, tooOld: ({ name }) => showCameBack({ name, outcome: 'unsure' }) });

  return { underWay, isSlow, notice, press, say, cameBack, takeUp };
}

/** Comes when the signal is so. */
function until<T>(one: ReadonlySignal<T>, isSo: (value: T) => boolean): Promise<void> {
  return new Promise((seen) => {
    const stop = one.subscribe((value) => {
      if (!isSo(value)) return;
      seen();
      // Not from within its first run.
      queueMicrotask(() => stop());
    });
  });
}
