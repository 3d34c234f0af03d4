import { actionWords } from '#counter/actions/action-words.ts';
import { moreWords } from '#counter/actions/more-words.ts';
import type { Desk, Question } from '#counter/desk/desk.ts';
import { KeysForm } from '#counter/keys/keys-form.tsx';
import { words } from '#counter/words.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { DialogFrame } from '#shared/page/dialog-frame.tsx';
import { AddServiceForm } from './add-service-form.tsx';
import { Confirm } from './confirm-buttons.tsx';
import { HelpDeskForm } from './help-desk-form.tsx';
import { PickForm } from './pick-form.tsx';
import { ReasonForm } from './reason-form.tsx';
import { TransferForm } from './transfer-form.tsx';

type Props = { desk: Desk; view: CounterView };

/** The question that stands over the page, if there is one. */
export function DeskQuestion({ desk, view }: Props) {
  const question = desk.question.value;
  if (!question) return null;
  const notice = question.kind === 'help-desk' ? desk.helpDesk.notice : desk.notice;
  return (
    // Another question is another dialog: the first control of each gets the focus.
    <DialogFrame key={question.kind} title={titleOf(question, view)} notice={notice} onCancel={desk.dismiss}>
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
    case 'pick':
      return <PickForm desk={desk} view={view} pick={question.pick} />;
    case 'cancel':
      return (
        <ReasonForm
          desk={desk}
          advice={moreWords().cancelAdvice}
          reasons={moreWords().cancelReasons}
          give={(reason) => desk.cancel(question.ticket.ticket, reason)}
          label={actionWords()['ticket:cancel']}
          wayOut={moreWords().wayBack}
        />
      );
    case 'help-desk':
      return <HelpDeskForm desk={desk} view={view} />;
    case 'keys':
      return <KeysForm desk={desk} />;
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
      <Confirm desk={desk} label={closeCounter} isAll />
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
    case 'pick':
      return moreWords().pickTitle[question.pick];
    case 'cancel':
      return moreWords().cancelTitle(question.ticket.number);
    case 'help-desk':
      return actionWords()['page:help-desk'];
    case 'keys':
      return moreWords().keysTitle;
    case 'pause':
      return pauseTitle;
    case 'close':
      return closeTitle(view.counter.id);
  }
}
