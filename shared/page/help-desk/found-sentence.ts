import type { LookedUp } from '#shared/contract/look-up.ts';
import { helpDeskWords } from './help-desk-words.ts';

/** Where a number is, in a sentence that can be read out to whoever asks. */
export function foundSentence({ state, outcome, counter, ahead }: LookedUp): string {
  const w = helpDeskWords();
  switch (state) {
    case 'waiting': {
      const line = counter === null ? w.waiting : w.bound(counter);
      return ahead === null ? line : `${line} ${w.ahead(ahead)}`;
    }
    case 'called':
      return counter === null ? w.over : w.called(counter);
    case 'serving':
      return counter === null ? w.over : w.serving(counter);
    case 'parked':
      return counter === null ? w.over : w.parked(counter);
    case 'absent':
      return w.absent;
    case 'closed':
      return outcome === null ? w.over : w.ended[outcome];
  }
}
