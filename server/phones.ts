import type { Refusal } from '#shared/contract/refusals.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { createPhoneDesk, type Followed } from './phone/follow.ts';
import { createLimiter } from './phone/limiter.ts';
import type { Clock } from './ports.ts';
import type { Store } from './store/open-store.ts';

/** What the house knows of the phones that follow their tickets. */
export type Phones = Pick<ReturnType<typeof createPhoneDesk>, 'learn' | 'handleOf'> & {
  followUrl(ticket: TicketId): string | null;
  follow(token: string, address: string): Followed | Refusal;
};

/** @param base where phones come in now; null: nowhere */
export function openPhones(store: Store, clock: Clock, base: () => string | null): Phones {
  const desk = createPhoneDesk({ key: store.phoneKey, clock });
  const lookUps = createLimiter({ clock });
  for (const entry of store.journal.readDay()) desk.learn(entry);
  return {
    learn: desk.learn,
    handleOf: desk.handleOf,
    followUrl: (ticket) => desk.urlOf(base(), ticket),
    follow(token, address) {
      if (!lookUps.allows(address)) return 'too-many-requests';
      return desk.follow(token) ?? 'no-such-slip';
    },
  };
}
