import type { ManagerView } from '#shared/contract/views.ts';
import { DialogFrame } from '#shared/page/dialog-frame.tsx';
import { pageWords } from '#shared/page/words/page-words.ts';
import type { Oversight } from './oversight.ts';
import { words } from './words.ts';

/** Asks before the day ends, and says for whom it ends badly. */
export function EndDayQuestion({ oversight, view }: { oversight: Oversight; view: ManagerView }) {
  if (oversight.question.value !== 'end-day') return null;
  const { endDayTitle, endDayNobody, endDayWaiting, endDayServing, endDayAdvice, endDay } = words();
  const { waiting, atCounters } = view.totals;
  const isUnderWay = oversight.underWay.value === 'day:close';
  return (
    <DialogFrame title={endDayTitle} notice={oversight.notice} onCancel={() => oversight.ask(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          oversight.endDay();
        }}
      >
        <p>
          <strong>{waiting === 0 ? endDayNobody : endDayWaiting(waiting)}</strong>{' '}
          {atCounters > 0 && endDayServing(atCounters)}
        </p>
        <p>{endDayAdvice}</p>
        <div class="confirm">
          {/* First, so that it has the focus: a thoughtless Enter ends no day. */}
          <button type="button" class="secondary" onClick={() => oversight.ask(null)}>
            {pageWords().cancel}
          </button>
          <button
            type="submit"
            class={isUnderWay ? 'primary danger is-under-way' : 'primary danger'}
            disabled={oversight.online.value !== 'online'}
            aria-busy={isUnderWay}
          >
            {isUnderWay && oversight.isSlow.value ? pageWords().sending : endDay}
          </button>
        </div>
      </form>
    </DialogFrame>
  );
}
