import { doorWords } from './door-words.ts';

type Props = { put: (digit: string) => void; erase: () => void; clear: () => void; isOff: boolean };

/** Digits for a finger or a mouse. The focus stays in the field. */
export function NumberPad({ put, erase, clear, isOff }: Props) {
  const words = doorWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that is seen
    <div class="number-pad" role="group" aria-label={words.pad} onMouseDown={(event) => event.preventDefault()}>
      {[...'123456789'].map((digit) => (
        <Key key={digit} digit={digit} put={put} isOff={isOff} />
      ))}
      <button type="button" class="pad-key pad-word" disabled={isOff} onClick={clear}>
        {words.clear}
      </button>
      <Key digit="0" put={put} isOff={isOff} />
      <button type="button" class="pad-key" disabled={isOff} aria-label={words.erase} onClick={erase}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M8.5 5.5H20v13H8.5L3 12zM11.5 9.5l5 5m0-5-5 5" />
        </svg>
      </button>
    </div>
  );
}

function Key({ digit, put, isOff }: { digit: string; put: (digit: string) => void; isOff: boolean }) {
  return (
    <button type="button" class="pad-key" disabled={isOff} onClick={() => put(digit)}>
      {digit}
    </button>
  );
}
