import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { refusalWords } from '#shared/page/words/refusal-words.ts';
import { createAttempt } from './attempt.ts';
import { AttemptSays } from './attempt-says.tsx';
import { doorWords } from './door-words.ts';
import type { DoorLine } from './doorway.tsx';
import { type PasswordFault, passwordFault } from './password-fault.ts';
import { ManagerName, PasswordField, ShowPassword } from './password-field.tsx';

/** The first use of the manager's page: there is no password until somebody sets one here. */
export function NewPassword({ connection }: { connection: DoorLine }) {
  const [attempt] = useState(() => createAttempt(connection.enter));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<PasswordFault | null>(null);
  const [isShown, show] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const words = doorWords();
  useLayoutEffect(() => first.current?.focus(), []);
  const save = () => {
    const found = passwordFault(password, again);
    setFault(found);
    attempt.forget();
    if (found) (found === 'different' ? second : first).current?.focus();
    else void attempt.make(() => connection.send('manager:set-password', { password }));
  };
  const says = fault && (fault === 'different' ? words.different : refusalWords()['weak-password']);
  const field = { autocomplete: 'new-password', isShown } as const;
  return (
    <form
      class="door-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h1>{words.newPasswordTitle}</h1>
      <p>{words.newPasswordAbout}</p>
      <ManagerName />
      <PasswordField
        {...field}
        label={words.newPassword}
        hint={words.hint}
        value={password}
        type={setPassword}
        isWrong={fault === 'weak'}
        field={first}
      />
      <PasswordField
        {...field}
        label={words.again}
        value={again}
        type={setAgain}
        isWrong={fault === 'different'}
        field={second}
      />
      <ShowPassword isShown={isShown} show={show} />
      <AttemptSays attempt={attempt} or={says} />
      <button type="submit" class="primary" aria-busy={attempt.isUnderWay.value}>
        {words.save}
      </button>
      <p class="door-hint">{words.notReadable}</p>
    </form>
  );
}
