import type { MessageInput } from '#shared/contract/messages.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { Page } from './page.ts';
import type { Pressed, PressName } from './seen.ts';

/** A press that is about to be made, and what follows from its answer. */
export type Intent = {
  /** The command is on its way when this returns its promise. */
  carryOut(page: Page): Promise<{ pressed: Pressed; follow(): void }>;
};

/** @param reckonsWith every "no" that can be right here; any other one is a finding */
export function intend<N extends PressName>(
  name: N,
  input: MessageInput<N>,
  follow: (reply: Reply<N>) => void,
  reckonsWith: readonly Refusal[] = [],
): Intent {
  return {
    async carryOut(page) {
      const { reply, repeats } = await page.press(name, input);
      // All of one row of the contract; TypeScript does not keep a union of such sets together.
      const pressed = { who: page.who, name, input, reply, repeats, reckonsWith } as Pressed;
      return { pressed, follow: () => follow(reply) };
    },
  };
}
