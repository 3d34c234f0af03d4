import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { doorWords } from './door-words.ts';

type Props = {
  label: string;
  /** For the browser's own keeper of passwords. */
  autocomplete: 'current-password' | 'new-password';
  value: string;
  isShown: boolean;
  type: (value: string) => void;
  hint?: string;
  isWrong?: boolean;
  field?: Ref<HTMLInputElement>;
};

/** The contract's limit. */
const LONGEST = 200;

export function PasswordField({ label, autocomplete, value, isShown, type, hint, isWrong = false, field }: Props) {
  const id = useId();
  return (
    <div class="door-field">
      <label for={id}>{label}</label>
      <input
        ref={field ?? null}
        id={id}
        {...(isShown ? { type: 'text' as const } : { type: 'password' as const })}
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        maxLength={LONGEST}
        required
        value={value}
        aria-invalid={isWrong}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="door-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** One for all fields of a form: who looks, looks at both. */
export function ShowPassword({ isShown, show }: { isShown: boolean; show: (isShown: boolean) => void }) {
  return (
    <label class="door-show">
      <input type="checkbox" checked={isShown} onChange={(event) => show(event.currentTarget.checked)} />
      {doorWords().show}
    </label>
  );
}

/** Whose password it is, for the browser's keeper of passwords; nobody needs to see it. */
export function ManagerName() {
  return <input type="text" name="username" autocomplete="username" value="Quản lý" readOnly hidden />;
}
