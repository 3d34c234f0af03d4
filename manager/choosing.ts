import { type ReadonlySignal, signal } from '@preact/signals';
import type { ChoicesView } from '#shared/contract/choices-views.ts';
import type { MessageInput } from '#shared/contract/messages.ts';
import type { ChoiceRequestName } from '#shared/contract/office-requests.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createPresses, type Presses } from '#shared/page/presses.ts';

/** What the cards about the displays read and press. */
export type Choosing = Omit<Presses, 'press' | 'say'> & {
  view: ReadonlySignal<ChoicesView | null>;
  online: Connection<'view:manager'>['online'];
  /** The choice that was kept last on this page; for the word "saved". */
  saved: ReadonlySignal<ChoiceRequestName | null>;
  /** @returns whether the house has kept it */
  choose<N extends ChoiceRequestName>(name: N, input: MessageInput<N>): Promise<boolean>;
};

type Needs = Pick<Connection<'view:manager'>, 'also' | 'online' | 'send'>;

export function createChoosing(connection: Needs): Choosing {
  const { press, underWay, isSlow, notice } = createPresses(connection.send);
  const saved = signal<ChoiceRequestName | null>(null);
  return {
    ...{ underWay, isSlow, notice, saved },
    view: connection.also('view:choices'),
    online: connection.online,
    async choose(name, input) {
      saved.value = null;
      const reply = await press(name, input);
      if (reply?.ok) saved.value = name;
      return reply?.ok ?? false;
    },
  };
}
