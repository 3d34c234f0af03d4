import { ConfirmAnswers } from '#manager/confirm-answers.tsx';
import { superviseButton } from '#manager/oversight.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import type { StepProps } from './counter-question.tsx';
import { superviseWords } from './supervise-words.ts';

/** Before a counter is closed: what becomes of whoever is there. */
export function CloseCounterForm({ oversight, counter, go, done }: StepProps) {
  const w = superviseWords();
  const close = async () => {
    if (await oversight.supervise(counter.id, 'closed', null)) done();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <h3>{w.closeTitle}</h3>
      <ul class="what-becomes">
        {whatBecomes(counter).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{w.closeUndo}</li>
      </ul>
      <ConfirmAnswers
        label={w.close}
        back={w.back}
        leave={() => go('look')}
        isLive={oversight.online.value === 'online'}
        isUnderWay={oversight.underWay.value === superviseButton(counter.id, 'closed')}
        isSlow={oversight.isSlow.value}
        isDanger
      />
    </form>
  );
}

function whatBecomes({ current, bound, parked }: ManagerView['counters'][number]): readonly string[] {
  const w = superviseWords();
  const told = [
    ...(current ? [w.closeCalled(current.number)] : []),
    ...(bound.length > 0 ? [w.closeBound(bound)] : []),
    ...(parked.length > 0 ? [w.closeParked(parked)] : []),
  ];
  return told.length > 0 ? told : [w.closeNobody];
}
