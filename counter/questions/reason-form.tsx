import { useState } from 'preact/hooks';
import type { Desk } from '#counter/desk/desk.ts';
import { digitOf } from '#counter/keys/key-map.ts';
import { words } from '#counter/words.ts';
import { Confirm } from './confirm-buttons.tsx';

type Props = {
  desk: Desk;
  advice: string;
  reasons: readonly string[];
  give: (reason: string) => void;
  /** What the answer and the way out are called, where they are not as usual. */
  label?: string;
  wayOut?: string;
};

/** The contract's limit of a reason. */
const REASON_LENGTH = 120;

/** Asks why: one press on a reason of the office or on its digit, or one's own words. */
export function ReasonForm({ desk, advice, reasons, give, label, wayOut }: Props) {
  const [own, setOwn] = useState('');
  const { otherReason, confirm } = words();
  const isLive = desk.online.value === 'online';
  const hear = (event: KeyboardEvent) => {
    // In one's own words a digit is a digit.
    if (event.target instanceof HTMLInputElement) return;
    const reason = reasons[Number(digitOf(event) ?? 0) - 1];
    if (reason === undefined || !isLive) return;
    event.preventDefault();
    give(reason);
  };
  return (
    <form
      onKeyDown={hear}
      onSubmit={(event) => {
        event.preventDefault();
        if (own.trim()) give(own.trim());
      }}
    >
      <p>{advice}</p>
      <ul class="reasons">
        {reasons.map((reason, index) => (
          <li key={reason}>
            <button
              type="button"
              class="reason"
              disabled={!isLive}
              aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
              onClick={() => give(reason)}
            >
              {index < 9 && <kbd>{index + 1}</kbd>} {reason}
            </button>
          </li>
        ))}
      </ul>
      <label class="field">
        <span>{otherReason}</span>
        <input
          type="text"
          maxLength={REASON_LENGTH}
          value={own}
          autocomplete="off"
          onInput={(event) => setOwn(event.currentTarget.value)}
        />
      </label>
      <Confirm desk={desk} label={label ?? confirm} isOff={!own.trim()} wayOut={wayOut} />
    </form>
  );
}
