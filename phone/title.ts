import type { Slip } from './create-phone.ts';
import { phoneWords } from './phone-words.ts';
import type { Place } from './place.ts';

/** `A012 · còn 4`: what is read of the page among other tabs. */
export function titleOf(slip: Slip, place: Place | null): string {
  const words = phoneWords();
  if (slip.state === 'unknown') return words.unknown;
  if (slip.state === 'asking' || !place) return words.title;
  return `${slip.number} · ${stateWords(place)}`;
}

function stateWords(place: Place): string {
  const words = phoneWords();
  switch (place.state) {
    case 'waiting':
      return words.titleWaiting(place.ahead);
    case 'called':
      return words.titleCalled(place.counter);
    case 'serving':
      return words.serving;
    case 'parked':
      return words.parked;
    case 'absent':
      return words.absent;
    case 'done':
      return words.done;
  }
}
