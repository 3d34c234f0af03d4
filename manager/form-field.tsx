import { useId } from 'preact/hooks';

type Props = {
  label: string;
  value: string;
  change: (value: string) => void;
  hint?: string;
  isWrong?: boolean;
} & (
  | { kind: 'name' | 'pin' }
  /** Its token for the browser's keeper of passwords. */
  | { kind: 'current-password' | 'new-password' }
);

const NAME_LENGTH = 40;
const PIN_LENGTH = 6;
const PASSWORD_LENGTH = 200;

/** A line to fill in. What kind it is says how it is typed, hidden and kept. */
export function FormField({ label, value, change, hint, isWrong = false, kind }: Props) {
  const id = useId();
  const shared = {
    id,
    value,
    'aria-invalid': isWrong,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) => change(event.currentTarget.value),
  };
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {kind === 'name' && <input {...shared} type="text" autocomplete="off" maxLength={NAME_LENGTH} />}
      {kind === 'pin' && (
        // Makes browsers neither fill nor keep it, as `off` does not for a password.
        <input {...shared} type="password" inputMode="numeric" autocomplete="one-time-code" maxLength={PIN_LENGTH} />
      )}
      {(kind === 'current-password' || kind === 'new-password') && (
        <input {...shared} type="password" autocomplete={kind} maxLength={PASSWORD_LENGTH} />
      )}
      {hint && (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** What is wrong with what was typed; the place is always there, so that it is read aloud when it fills. */
export function FormFault({ text }: { text: string | null }) {
  return (
    <p class="form-fault" role="alert">
      {text}
    </p>
  );
}
