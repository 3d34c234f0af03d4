import type { Desk } from '#counter/desk/desk.ts';
import { DESK_ACTIONS } from '#counter/desk/desk-action.ts';
import { actionWords } from './action-words.ts';
import { moreWords } from './more-words.ts';

/** What became of a press from before the page was loaded anew. The place is always there, so that it is read aloud when it fills. */
export function CameBackNotice({ desk }: { desk: Desk }) {
  const came = desk.cameBack.value;
  const action = DESK_ACTIONS.find((one) => one === came?.name);
  return (
    <div class="notice came-back" role="status">
      {came && <p>{moreWords().cameBack[came.outcome](action ? actionWords()[action] : came.name)}</p>}
    </div>
  );
}
