import { useState } from 'preact/hooks';
import { Confirm } from './confirm-buttons.tsx';
import type { Desk } from './desk.ts';
import { words } from './words.ts';

type Props = { desk: Desk; advice: string; reasons: readonly string[]; give: (reason: string) => void };

/** The contract's limit of a reason. */
const REASON_LENGTH = 120;

/** Asks why: one press on a reason of the office, or one's own words. */
export function ReasonForm({ desk, advice, reasons, give }: Props) {
  const [own, setOwn] = useState('');
  const { otherReason, confirm } = words();
  const isLive = desk.online.value === 'online';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (own.trim()) give(own.trim());
      }}
    >
      <p>{advice}</p>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={reason}>
            <button type="button" class="reason" disabled={!isLive} onClick={() => give(reason)}>
              {reason}
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
      <Confirm desk={desk} label={confirm} isOff={!own.trim()} />
    </form>
  );
}
