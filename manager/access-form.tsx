import type { ComponentChildren } from 'preact';
import { pageWords } from '#shared/page/words/page-words.ts';
import type { Access } from './access.ts';

type FormProps = {
  access: Access;
  label: string;
  submit: () => void;
  isDanger?: boolean;
  children: ComponentChildren;
};

/** The frame of every form here: what is asked, the way out, the answer. */
export function AccessForm({ access, label, submit, isDanger = false, children }: FormProps) {
  const { cancel, sending, offline } = pageWords();
  const isLive = access.online.value === 'online';
  const isUnderWay = access.underWay.value !== null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      {!isLive && (
        <p class="dialog-offline" role="alert">
          {offline}.
        </p>
      )}
      <div class="confirm">
        <button type="button" class="secondary" onClick={() => access.ask(null)}>
          {cancel}
        </button>
        <button
          type="submit"
          class={`primary${isDanger ? ' danger' : ''}${isUnderWay ? ' is-under-way' : ''}`}
          disabled={!isLive}
          aria-busy={isUnderWay}
        >
          {isUnderWay && access.isSlow.value ? sending : label}
        </button>
      </div>
    </form>
  );
}
