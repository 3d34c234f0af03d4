import { useState } from 'preact/hooks';
import { FormFault, FormField } from '#manager/form-field.tsx';
import { passwordFault } from '#shared/page/door/password-fault.ts';
import { refusalWords } from '#shared/page/words/refusal-words.ts';
import type { Access } from './access.ts';
import { AccessForm } from './access-form.tsx';
import { accessWords } from './access-words.ts';

/** Another password, by whoever knows the present one. */
export function PasswordForm({ access }: { access: Access }) {
  const [old, setOld] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<ReturnType<typeof passwordFault> | 'no-old'>(null);
  const w = accessWords();
  const submit = () => {
    const found = old === '' ? 'no-old' : passwordFault(password, again);
    setFault(found);
    if (!found) access.answer('manager:change-password', { old, password });
  };
  const says = { 'no-old': w.oldMissing, weak: refusalWords()['weak-password'], different: w.passwordsDiffer };
  return (
    <AccessForm access={access} label={w.changePassword} submit={submit}>
      <p>{w.passwordAdvice}</p>
      <FormField
        kind="current-password"
        label={w.oldPassword}
        value={old}
        change={setOld}
        isWrong={fault === 'no-old'}
      />
      <FormField
        kind="new-password"
        label={w.newPassword}
        hint={w.passwordHint}
        value={password}
        change={setPassword}
        isWrong={fault === 'weak'}
      />
      <FormField
        kind="new-password"
        label={w.passwordAgain}
        value={again}
        change={setAgain}
        isWrong={fault === 'different'}
      />
      <FormFault text={fault && says[fault]} />
    </AccessForm>
  );
}
