import type { ComponentChildren } from 'preact';
import { ConfirmAnswers } from '#manager/confirm-answers.tsx';
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
  const { offline } = pageWords();
  const isLive = access.online.value === 'online';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      <div class="answer">
        {!isLive && (
          <p class="dialog-offline" role="alert">
            {offline}.
          </p>
        )}
        <ConfirmAnswers
          label={label}
          leave={() => access.ask(null)}
          isLive={isLive}
          isUnderWay={access.underWay.value !== null}
          isSlow={access.isSlow.value}
          isDanger={isDanger}
        />
      </div>
    </form>
  );
}
