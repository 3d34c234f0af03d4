import type { Desk } from '#counter/desk/desk.ts';
import { pageWords } from '#shared/page/words/page-words.ts';

type Props = {
  desk: Desk;
  label: string;
  isOff?: boolean;
  /** What the way out is called where "cancel" would be taken for the answer. */
  wayOut?: string | undefined;
  /** Nothing else is asked: the answer has the focus, so that Enter is what its key cap says. */
  isAll?: boolean;
};

/** The end of every question: the answer, and the way out. */
export function Confirm({ desk, label, isOff = false, wayOut, isAll = false }: Props) {
  const { cancel, sending, offline } = pageWords();
  const isLive = desk.online.value === 'online';
  const isUnderWay = desk.underWay.value !== null;
  return (
    <div class="answer">
      {!isLive && (
        <p class="dialog-offline" role="alert">
          {offline}.
        </p>
      )}
      <div class="confirm">
        <button type="button" class="secondary" onClick={desk.dismiss}>
          {wayOut ?? cancel} <kbd>Esc</kbd>
        </button>
        <button
          type="submit"
          class={isUnderWay ? 'primary is-under-way' : 'primary'}
          disabled={isOff || !isLive}
          autofocus={isAll}
          aria-busy={isUnderWay}
        >
          {isUnderWay && desk.isSlow.value ? sending : label} <kbd>Enter</kbd>
        </button>
      </div>
    </div>
  );
}
