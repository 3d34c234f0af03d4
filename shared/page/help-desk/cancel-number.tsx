import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { pageWords } from '#shared/page/words/page-words.ts';
import { cancelButton, type Found, type HelpDesk } from './help-desk.ts';
import { helpDeskWords } from './help-desk-words.ts';

type Props = { desk: HelpDesk; found: Found; leave: () => void };

/** The contract's limit of a reason. */
const REASON_LENGTH = 120;

/** Asks why, then cancels one number: the visitor has left. */
export function CancelNumber({ desk, found, leave }: Props) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const w = helpDeskWords();
  const isUnderWay = desk.underWay.value === cancelButton(found.ticket);
  useLayoutEffect(() => field.current?.focus(), []);
  const submit = async () => {
    const why = reason.trim();
    setMissing(why === '');
    if (why !== '' && (await desk.cancel(found.ticket, found.number, why))) leave();
  };
  return (
    <form
      class="desk-cancel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>
        <b>{w.cancelTitle(found.number)}</b>
      </p>
      <label for={id}>{w.cancelReason}</label>
      <input
        ref={field}
        id={id}
        class="desk-input"
        type="text"
        maxLength={REASON_LENGTH}
        value={reason}
        autocomplete="off"
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-fault` : undefined}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <div class="desk-buttons">
        {w.cancelReasons.map((one) => (
          <button key={one} type="button" class="desk-small" onClick={() => setReason(one)}>
            {one}
          </button>
        ))}
      </div>
      <p id={`${id}-fault`} class="desk-fault" role="alert">
        {isMissing && w.cancelNoReason}
      </p>
      <div class="desk-buttons">
        <button type="button" class="secondary" onClick={leave}>
          {w.back}
        </button>
        <button type="submit" class="primary danger" aria-busy={isUnderWay} disabled={desk.online.value !== 'online'}>
          {isUnderWay && desk.isSlow.value ? pageWords().sending : w.cancelDo(found.number)}
        </button>
      </div>
    </form>
  );
}
