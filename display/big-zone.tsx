import { displayWords } from './display-words.ts';
import { isLit, type PendingCalls } from './pending-calls.ts';

/** The call that everyone is to see now, as large as the zone allows. */
export function BigZone({ calls }: { calls: PendingCalls }) {
  const words = displayWords();
  const call = calls.onShow?.call;
  return (
    <section class={call && isLit(calls, call.callSeq) ? 'big-zone lit' : 'big-zone'}>
      {call && (
        <div class="big-call" key={call.callSeq} data-call={call.callSeq}>
          <p class="big-label">{words.callingNumber}</p>
          <p class="big-number">{call.number}</p>
          <p class="big-way">
            <span class="big-label">{words.toCounter}</span>
            <span class="big-counter">{call.counter}</span>
          </p>
        </div>
      )}
    </section>
  );
}
