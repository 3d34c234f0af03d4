import { type ReadonlySignal, signal } from '@preact/signals';
import type { MessageInput, MessageName } from '#shared/contract/messages.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Reply } from '#shared/contract/socket-events.ts';

/** How a page sends a command; the connection's `send`. */
export type Send = <N extends MessageName>(name: N, input: MessageInput<N>) => Promise<Reply<N>>;

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

export const SLOW_AFTER_MS = 300;
export const NOTICE_FOR_MS = 5_000;

/**
 * A second press of one button so soon after its answer was meant for the picture before it: with a fast server the
 * second half of a double click would call one more visitor.
 */
export const DOUBLE_PRESS_MS = 800;

export function createPresses(send: Send): Presses {
  const underWay = signal<string | null>(null);
  const isSlow = signal(false);
  const notice = signal<Refusal | null>(null);
  let answered = { button: '', at: Number.NEGATIVE_INFINITY };
  let noticeTimer: ReturnType<typeof setTimeout> | undefined;

  const say = (refusal: Refusal) => {
    clearTimeout(noticeTimer);
    notice.value = refusal;
    noticeTimer = setTimeout(() => {
      notice.value = null;
    }, NOTICE_FOR_MS);
  };

  const press: Presses['press'] = async (name, input, button = name) => {
    if (underWay.value !== null) return null;
    if (answered.button === button && performance.now() - answered.at < DOUBLE_PRESS_MS) return null;
    underWay.value = button;
    notice.value = null;
    const slow = setTimeout(() => {
      isSlow.value = true;
    }, SLOW_AFTER_MS);
    const reply = await send(name, input);
    clearTimeout(slow);
    isSlow.value = false;
    underWay.value = null;
    // After a "no" the same press may well be meant again.
    if (reply.ok) answered = { button, at: performance.now() };
    else say(reply.refusal);
    return reply;
  };

  return { underWay, isSlow, notice, press, say };
}
