import type { ReadonlySignal } from '@preact/signals';
import type { Refusal } from '#shared/contract/refusals.ts';
import { refusalWords } from './words/refusal-words.ts';

/** The last "no" of the house, in a calm sentence. The place is always there, so that it is read aloud, at once, when it fills. */
export function Notice({ notice }: { notice: ReadonlySignal<Refusal | null> }) {
  return (
    <div class="notice" role="alert">
      {notice.value && <p>{refusalWords()[notice.value]}</p>}
    </div>
  );
}
