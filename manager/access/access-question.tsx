import type { AccessView } from '#shared/contract/access-views.ts';
import { DialogFrame } from '#shared/page/dialog-frame.tsx';
import type { Access, AccessQuestion } from './access.ts';
import { AccessForm } from './access-form.tsx';
import { accessWords } from './access-words.ts';
import { AddClerkForm, NewPinForm } from './clerk-forms.tsx';
import { machineName } from './health-facts.ts';
import { healthWords } from './health-words.ts';
import { groupedCode } from './machine-words.ts';
import { PairForm } from './pair-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { RestartForm } from './restart-form.tsx';

/** The question that stands over the page, if any. */
export function AccessQuestionDialog({ access, view }: { access: Access; view: AccessView }) {
  const question = access.question.value;
  if (!question) return null;
  return (
    <DialogFrame key={question.kind} title={titleOf(question)} notice={access.notice} onCancel={() => access.ask(null)}>
      <FormOf access={access} view={view} question={question} />
    </DialogFrame>
  );
}

function titleOf(question: AccessQuestion): string {
  const w = accessWords();
  switch (question.kind) {
    case 'pair':
      return w.pairTitle(groupedCode(question.machine.code));
    case 'revoke':
      return w.revokeTitle(question.device.name);
    case 'restart':
      return healthWords().restartTitle(machineName(question.machine));
    case 'add-clerk':
      return w.addTitle;
    case 'new-pin':
      return w.newPinTitle(question.clerk.name);
    case 'remove-clerk':
      return w.removeTitle(question.clerk.name);
    case 'change-password':
      return w.changePassword;
  }
}

function FormOf({ access, view, question }: { access: Access; view: AccessView; question: AccessQuestion }) {
  const w = accessWords();
  switch (question.kind) {
    case 'pair':
      return <PairForm access={access} view={view} machine={question.machine} />;
    case 'revoke':
      return (
        <SureForm access={access} advice={w.revokeAdvice} label={w.revoke}>
          {() => access.answer('device:revoke', { device: question.device.id })}
        </SureForm>
      );
    case 'restart':
      return <RestartForm access={access} machine={question.machine} />;
    case 'add-clerk':
      return <AddClerkForm access={access} />;
    case 'new-pin':
      return <NewPinForm access={access} clerk={question.clerk} />;
    case 'remove-clerk':
      return (
        <SureForm access={access} advice={w.removeAdvice} label={w.remove}>
          {() => access.answer('clerk:remove', { clerk: question.clerk.id })}
        </SureForm>
      );
    case 'change-password':
      return <PasswordForm access={access} />;
  }
}

type SureProps = { access: Access; advice: string; label: string; children: () => void };

/** What cannot be taken back is asked for first; the way out has the focus. */
function SureForm({ access, advice, label, children: goOn }: SureProps) {
  return (
    <AccessForm access={access} label={label} isDanger submit={goOn}>
      <p>{advice}</p>
    </AccessForm>
  );
}
