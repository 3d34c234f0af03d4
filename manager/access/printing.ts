import { type ReadonlySignal, signal } from '@preact/signals';
import type { MessageName } from '#shared/contract/messages.ts';
import type { PrinterRequestName } from '#shared/contract/office-requests.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { SlipOutcome } from '#shared/domain/printer.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createPresses, type Presses } from '#shared/page/presses.ts';

/** What the card of the printer reads and presses. */
export type Printing = Omit<Presses, 'press' | 'say'> & {
  online: Connection<'view:manager'>['online'];
  test(): void;
  preview(): void;
  find(): void;
  /** What became of the latest test slip; null while none has been printed, or one is under way. */
  tested: ReadonlySignal<SlipOutcome | null>;
  /** The slip as it would be printed, a PNG file in Base64. */
  picture: ReadonlySignal<string | null>;
  /** Addresses at which a printer answered; null before the first search. */
  found: ReadonlySignal<readonly string[] | null>;
};

export function createPrinting({ send, online }: Pick<Connection<'view:manager'>, 'send' | 'online'>): Printing {
  const { press, underWay, isSlow, notice } = createPresses(send);
  const tested = signal<SlipOutcome | null>(null);
  const picture = signal<string | null>(null);
  const found = signal<readonly string[] | null>(null);
  const asking = async <N extends MessageName & PrinterRequestName>(
    name: N,
    heard: (answer: Extract<Reply<N>, { ok: true }>['answer']) => void,
  ) => {
    const reply = await press<PrinterRequestName>(name, {});
    // The contract pairs the name with its answer.
    if (reply?.ok) heard(reply.answer as Extract<Reply<N>, { ok: true }>['answer']);
  };
  return {
    ...{ online, underWay, isSlow, notice, tested, picture, found },
    test() {
      void asking('printer:test', ({ outcome }) => {
        tested.value = outcome;
      });
      // Only a press that was taken wipes out what the one before came to.
      if (underWay.value === 'printer:test') tested.value = null;
    },
    preview: () =>
      void asking('printer:preview', ({ png }) => {
        picture.value = png;
      }),
    find: () =>
      void asking('printer:find', (answer) => {
        found.value = answer.found;
      }),
  };
}
