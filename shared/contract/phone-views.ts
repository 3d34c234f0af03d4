import type { CounterId, ServiceId } from '#shared/domain/ids.ts';
import type { Bilingual } from './bilingual.ts';

/**
 * One public picture for all phones; each finds its own place in it. A handle stands for a ticket here and says nothing of its
 * number. Who is in none of these lists is done.
 */
export type PhoneView = {
  at: number;
  office: Bilingual;
  timeZone: string;
  /** Handles in the order of the line. */
  waiting: readonly { service: ServiceId; name: Bilingual; handles: readonly string[] }[];
  atCounters: readonly { handle: string; counter: CounterId; state: 'called' | 'serving'; callSeq: number }[];
  aside: readonly { handle: string; state: 'parked' | 'absent' }[];
};
