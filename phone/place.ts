import type { Bilingual } from '#shared/contract/bilingual.ts';
import type { PhoneView } from '#shared/contract/phone-views.ts';
import type { CounterId } from '#shared/domain/ids.ts';

/** Where one ticket stands in the picture that all phones get. */
export type Place =
  | { state: 'waiting'; ahead: number; service: Bilingual }
  | { state: 'called'; counter: CounterId; callSeq: number }
  | { state: 'serving'; counter: CounterId }
  | { state: 'parked' }
  | { state: 'absent' }
  | { state: 'done' };

/** Finds a handle. Whoever stands in no list has gone. */
export function placeOf(view: PhoneView, handle: string): Place {
  const there = view.atCounters.find((one) => one.handle === handle);
  if (there) {
    const { state, counter, callSeq } = there;
    return state === 'called' ? { state, counter, callSeq } : { state, counter };
  }
  for (const { name, handles } of view.waiting) {
    const ahead = handles.indexOf(handle);
    if (ahead >= 0) return { state: 'waiting', ahead, service: name };
  }
  return { state: view.aside.find((one) => one.handle === handle)?.state ?? 'done' };
}
