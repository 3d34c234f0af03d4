import { refusalWords } from '#shared/page/words/refusal-words.ts';
import type { Attempt } from './attempt.ts';
import { doorWords } from './door-words.ts';

/** How the try stands, in one calm line; the place is always there, so that it is read aloud when it fills. */
export function AttemptSays({ attempt, or = null }: { attempt: Attempt; or?: string | null }) {
  const refusal = attempt.refusal.value;
  const text = refusal === null ? or : refusalWords()[refusal];
  return (
    <p class={text ? 'door-says is-no' : 'door-says'} role="alert">
      {text ?? (attempt.isUnderWay.value && doorWords().signingIn)}
    </p>
  );
}
