import { type ReadonlySignal, signal } from '@preact/signals';
import type { ManagerView } from '#shared/contract/views.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createPresses, type Presses } from '#shared/page/presses.ts';

/** What the manager's components read, and the few things a manager presses. */
export type Oversight = Omit<Presses, 'press' | 'say'> & {
  view: ReadonlySignal<ManagerView | null>;
  online: Connection<'view:manager'>['online'];
  heardAt: ReadonlySignal<number>;
  /** Whether the question before the end of the day stands over the page. */
  isAskingToEnd: ReadonlySignal<boolean>;
  askToEndDay(): void;
  dismiss(): void;
  endDay(): void;
  holdOpen(): void;
  takeBack(ticket: TicketId): void;
};

export function createOversight({ view, online, heardAt, send }: Connection<'view:manager'>): Oversight {
  const { press, underWay, isSlow, notice } = createPresses(send);
  const isAskingToEnd = signal(false);
  const endDay = async () => {
    const reply = await press('day:close', {});
    if (reply?.ok) isAskingToEnd.value = false;
  };
  return {
    view,
    online,
    heardAt,
    underWay,
    isSlow,
    notice,
    isAskingToEnd,
    askToEndDay: () => {
      isAskingToEnd.value = true;
    },
    dismiss: () => {
      isAskingToEnd.value = false;
    },
    endDay: () => void endDay(),
    holdOpen: () => void press('hours:extend', {}),
    takeBack: (ticket) => void press('ticket:return', { ticket }, `ticket:return ${ticket}`),
  };
}
