import type { CounterView } from '#shared/contract/views.ts';
import { DialogFrame } from '#shared/page/dialog-frame.tsx';
import { AddServiceForm } from './add-service-form.tsx';
import { Confirm } from './confirm-buttons.tsx';
import type { Desk, Question } from './desk.ts';
import { ReasonForm } from './reason-form.tsx';
import { TransferForm } from './transfer-form.tsx';
import { words } from './words.ts';

type Props = { desk: Desk; view: CounterView };

/** The question that stands over the page, if there is one. */
export function DeskQuestion({ desk, view }: Props) {
  const question = desk.question.value;
  if (!question) return null;
  return (
    <DialogFrame title={titleOf(question, view)} notice={desk.notice} onCancel={desk.dismiss}>
      <Form desk={desk} view={view} question={question} />
    </DialogFrame>
  );
}

function Form({ desk, view, question }: Props & { question: Question }) {
  const { callThisAdvice, pauseAdvice } = words();
  switch (question.kind) {
    case 'transfer':
      return <TransferForm desk={desk} view={view} ticket={question.ticket} />;
    case 'add-service':
      return <AddServiceForm desk={desk} view={view} ticket={question.ticket} />;
    case 'call-this':
      return (
        <ReasonForm
          desk={desk}
          advice={callThisAdvice}
          reasons={view.reasons.outOfOrder}
          give={(reason) => desk.callThis(question, reason)}
        />
      );
    case 'pause':
      return <ReasonForm desk={desk} advice={pauseAdvice} reasons={view.reasons.pause} give={desk.pause} />;
    case 'close':
      return <CloseForm desk={desk} />;
  }
}

function CloseForm({ desk }: { desk: Desk }) {
  const { closeAdvice, closeCounter } = words();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        desk.close();
      }}
    >
      <p>{closeAdvice}</p>
      <Confirm desk={desk} label={closeCounter} />
    </form>
  );
}

function titleOf(question: Question, view: CounterView): string {
  const { transferTitle, addServiceTitle, callThisTitle, pauseTitle, closeTitle } = words();
  switch (question.kind) {
    case 'transfer':
      return transferTitle(question.ticket.number);
    case 'add-service':
      return addServiceTitle(question.ticket.number);
    case 'call-this':
      return callThisTitle(question.ticket.number);
    case 'pause':
      return pauseTitle;
    case 'close':
      return closeTitle(view.counter.id);
  }
}
