import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { createAttempt } from './attempt.ts';
import { AttemptSays } from './attempt-says.tsx';
import { doorWords } from './door-words.ts';
import type { DoorLine } from './doorway.tsx';
import { ManagerName, PasswordField, ShowPassword } from './password-field.tsx';

/** The manager comes in. */
export function PasswordSignIn({ connection }: { connection: DoorLine }) {
  const [attempt] = useState(() => createAttempt(connection.enter));
  const [password, setPassword] = useState('');
  const [isShown, show] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const words = doorWords();
  useLayoutEffect(() => field.current?.focus(), []);
  const signIn = async () => {
    await attempt.make(() => connection.send('manager:sign-in', { password }));
    // Typed over at once after a "no".
    field.current?.select();
  };
  return (
    <form
      class="door-card"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <h1>{words.passwordTitle}</h1>
      <ManagerName />
      <PasswordField
        label={words.password}
        autocomplete="current-password"
        value={password}
        isShown={isShown}
        type={setPassword}
        isWrong={attempt.refusal.value === 'wrong-password'}
        field={field}
      />
      <ShowPassword isShown={isShown} show={show} />
      <AttemptSays attempt={attempt} />
      <button type="submit" class="primary" aria-busy={attempt.isUnderWay.value}>
        {words.signIn}
      </button>
      <p class="door-hint">{words.forgotten}</p>
    </form>
  );
}
