import { pageWords } from '#shared/page/words/page-words.ts';

type Props = {
  /** What the press does. */
  label: string;
  /** The way out; "cancel" unless the question is about cancelling. */
  back?: string;
  leave: () => void;
  isLive: boolean;
  isUnderWay: boolean;
  isSlow: boolean;
  /** It cannot be taken back. */
  isDanger?: boolean;
  /** Something is to be filled in above, and has the focus; no thoughtless Enter answers that. */
  hasFields?: boolean;
};

/** How a question is answered. The way out comes first and has the focus, in a dangerous one in any case: a thoughtless Enter ends no day. */
export function ConfirmAnswers({
  label,
  back,
  leave,
  isLive,
  isUnderWay,
  isSlow,
  isDanger = false,
  hasFields = false,
}: Props) {
  const { cancel, sending } = pageWords();
  // An opening dialog looks for this attribute, also where something else to press stands above.
  const takesFocus = (button: HTMLButtonElement | null) =>
    void button?.toggleAttribute('autofocus', isDanger && !hasFields);
  return (
    <div class="confirm">
      <button type="button" class="secondary" ref={takesFocus} onClick={leave}>
        {back ?? cancel}
      </button>
      <button
        type="submit"
        class={`primary${isDanger ? ' danger' : ''}${isUnderWay ? ' is-under-way' : ''}`}
        disabled={!isLive}
        aria-busy={isUnderWay}
      >
        {isUnderWay && isSlow ? sending : label}
      </button>
    </div>
  );
}
