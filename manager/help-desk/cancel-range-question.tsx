import { useState } from 'preact/hooks';
import { ConfirmAnswers } from '#manager/confirm-answers.tsx';
import { FormFault, FormField } from '#manager/form-field.tsx';
import type { Oversight } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { DialogFrame } from '#shared/page/dialog-frame.tsx';
import { inRange, readRange } from './number-range.ts';

type Props = { oversight: Oversight; view: ManagerView };

/** Which numbers, and why. Before the press it says who that is. */
export function CancelRangeQuestion({ oversight, view }: Props) {
  if (oversight.question.value !== 'cancel-range') return null;
  return (
    <DialogFrame title={words().cancelTitle} notice={oversight.notice} onCancel={() => oversight.ask(null)}>
      <RangeForm oversight={oversight} view={view} />
    </DialogFrame>
  );
}

function RangeForm({ oversight, view }: Props) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const w = words();
  const range = readRange(from, to);
  const meant = range ? inRange(view.cancellable, range) : [];
  const submit = () => {
    const found = !range ? w.cancelNoRange : reason.trim() === '' ? w.cancelNoReason : null;
    setFault(found);
    if (!found && range) oversight.cancelRange({ ...range, reason: reason.trim() });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="side-by-side range">
        <FormField kind="name" label={w.cancelFrom} value={from} change={setFrom} />
        <FormField kind="name" label={w.cancelTo} value={to} change={setTo} hint={w.cancelToHint} />
      </div>
      <FormField kind="name" label={w.cancelReason} value={reason} change={setReason} />
      <Suggestions reasons={w.cancelReasons} choose={setReason} />
      <p role="status">{range && (meant.length === 0 ? w.cancelNobody : w.cancelMeant(meant))}</p>
      <FormFault text={fault} />
      <ConfirmAnswers
        label={w.cancelDo(meant.length)}
        back={w.cancelBack}
        leave={() => oversight.ask(null)}
        isLive={oversight.online.value === 'online'}
        isUnderWay={oversight.underWay.value === 'ticket:cancel-range'}
        isSlow={oversight.isSlow.value}
        isDanger
        hasFields
      />
    </form>
  );
}

function Suggestions({ reasons, choose }: { reasons: readonly string[]; choose: (reason: string) => void }) {
  return (
    <fieldset class="suggestions">
      <legend class="sr-only">{words().cancelReason}</legend>
      {reasons.map((reason) => (
        <button key={reason} type="button" class="small" onClick={() => choose(reason)}>
          {reason}
        </button>
      ))}
    </fieldset>
  );
}
