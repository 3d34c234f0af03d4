import { ConfirmAnswers } from '#manager/confirm-answers.tsx';
import type { Oversight } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { DialogFrame } from '#shared/page/dialog-frame.tsx';

/** Asks before the day ends, and says for whom it ends badly. */
export function EndDayQuestion({ oversight, view }: { oversight: Oversight; view: ManagerView }) {
  if (oversight.question.value !== 'end-day') return null;
  const { endDayTitle, endDayNobody, endDayWaiting, endDayServing, endDayAdvice, endDay } = words();
  const { waiting, atCounters } = view.totals;
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
        <ConfirmAnswers
          label={endDay}
          leave={() => oversight.ask(null)}
          isLive={oversight.online.value === 'online'}
          isUnderWay={oversight.underWay.value === 'day:close'}
          isSlow={oversight.isSlow.value}
          isDanger
        />
      </form>
    </DialogFrame>
  );
}
