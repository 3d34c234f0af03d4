import { useEffect } from 'preact/hooks';
import { moreWords } from '#counter/actions/more-words.ts';
import type { Desk } from '#counter/desk/desk.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { HelpDeskParts } from '#shared/page/help-desk/help-desk-parts.tsx';

/** The help desk over the counter's page, for whoever comes to this counter to ask. */
export function HelpDeskForm({ desk, view }: { desk: Desk; view: CounterView }) {
  // The next who asks is another visitor.
  useEffect(() => desk.helpDesk.clear, []);
  return (
    <>
      <HelpDeskParts desk={desk.helpDesk} services={view.services} timeZone={view.timeZone} />
      <div class="confirm">
        <button type="button" class="secondary" onClick={desk.dismiss}>
          {moreWords().done} <kbd>Esc</kbd>
        </button>
      </div>
    </>
  );
}
