/** All that an address, or the link to a hall, can hold. */
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl-', 'zxcvbnm.:/'];

/** Keys for glass without a keyboard. The focus stays in the field. */
export function AddressKeys({ text, write }: { text: string; write: (text: string) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that is seen
    <div class="address-keys" role="group" aria-label="Bàn phím" onMouseDown={(event) => event.preventDefault()}>
      {[...ROWS.join('')].map((letter) => (
        <button key={letter} type="button" class="pad-key" onClick={() => write(text + letter)}>
          {letter}
        </button>
      ))}
      <button type="button" class="pad-key pad-word wide" onClick={() => write('')}>
        Xóa hết
      </button>
      <button type="button" class="pad-key pad-word wide" onClick={() => write(text.slice(0, -1))}>
        ⌫ Xóa
      </button>
    </div>
  );
}
