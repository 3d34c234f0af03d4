import { useState } from 'preact/hooks';
import { ConfirmAnswers } from '#manager/confirm-answers.tsx';
import { FormFault, FormField } from '#manager/form-field.tsx';
import { superviseButton } from '#manager/oversight.ts';
import type { StepProps } from './counter-question.tsx';
import { superviseWords } from './supervise-words.ts';

/** Why the counter pauses: one press on a reason of the office, or one's own words. */
export function PauseCounterForm({ oversight, view, counter, go, done }: StepProps) {
  const [own, setOwn] = useState('');
  const [isMissing, setMissing] = useState(false);
  const w = superviseWords();
  const isLive = oversight.online.value === 'online';
  const give = async (reason: string) => {
    setMissing(reason === '');
    if (reason !== '' && (await oversight.supervise(counter.id, 'paused', reason))) done();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give(own.trim());
      }}
    >
      <h3>{w.pauseTitle}</h3>
      <div class="counter-acts">
        {view.pauseReasons.map((reason) => (
          <button key={reason} type="button" class="secondary" disabled={!isLive} onClick={() => void give(reason)}>
            {reason}
          </button>
        ))}
      </div>
      <FormField kind="name" label={w.otherReason} value={own} change={setOwn} />
      <FormFault text={isMissing ? w.pauseNoReason : null} />
      <ConfirmAnswers
        label={w.pause}
        back={w.back}
        leave={() => go('look')}
        isLive={isLive}
        isUnderWay={oversight.underWay.value === superviseButton(counter.id, 'paused')}
        isSlow={oversight.isSlow.value}
      />
    </form>
  );
}
