import { signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DialogFrame } from '#shared/page/dialog-frame.tsx';
import { keepClerk } from '#shared/page/keys.ts';
import { pageWords } from '#shared/page/words/page-words.ts';
import { createAttempt } from './attempt.ts';
import { AttemptSays } from './attempt-says.tsx';
import { doorWords } from './door-words.ts';
import type { DoorLine } from './doorway.tsx';
import { NumberPad } from './number-pad.tsx';
import { PIN_LENGTH, PinDots } from './pin-dots.tsx';

type Props = { connection: DoorLine; clerk: { id: string; name: string }; leave: () => void };

/** The PIN, by keys, touch or mouse. The sixth digit signs in. */
export function PinForm({ connection, clerk, leave }: Props) {
  const { attempt, pin, put, erase, clear, signIn } = usePin(connection, clerk.id);
  const field = useRef<HTMLInputElement>(null);
  const words = doorWords();
  useLayoutEffect(() => field.current?.focus(), []);
  useDigitsAnywhere(put, erase);
  return (
    <>
      <form
        class="door-card pin-card"
        onSubmit={(event) => {
          event.preventDefault();
          if (pin.value.length === PIN_LENGTH) signIn(false);
        }}
      >
        <p class="pin-who">
          <strong>{clerk.name}</strong>
          <button type="button" class="secondary" onClick={leave}>
            {words.notMe}
          </button>
        </p>
        <h1>{words.pinTitle}</h1>
        <PinDots
          pin={pin.value}
          put={put}
          erase={erase}
          field={field}
          isWrong={attempt.refusal.value === 'wrong-pin'}
        />
        <AttemptSays attempt={attempt} />
        <NumberPad put={put} erase={erase} clear={clear} isOff={attempt.isUnderWay.value} />
      </form>
      {attempt.refusal.value === 'in-use-elsewhere' && <TakeOver answer={(yes) => (yes ? signIn(true) : clear())} />}
    </>
  );
}

/** The digits, and what becomes of them. In a signal: keys come faster than pictures. */
function usePin(connection: DoorLine, clerk: string) {
  const [attempt] = useState(() => createAttempt(connection.enter));
  const pin = useSignal('');
  const change = (digits: string) => {
    if (attempt.isUnderWay.value) return;
    attempt.forget();
    pin.value = digits;
  };
  const signIn = async (takeOver: boolean) => {
    await attempt.make(async () => {
      const reply = await connection.send('clerk:sign-in', { clerk, pin: pin.value, takeOver });
      if (reply.ok) keepClerk(clerk);
      return reply;
    });
    // Kept only as long as the question stands whether to take over.
    if (attempt.refusal.value !== 'in-use-elsewhere') pin.value = '';
  };
  return {
    attempt,
    pin,
    put(digits: string) {
      if (attempt.isUnderWay.value || pin.value.length === PIN_LENGTH) return;
      change((pin.value + digits).slice(0, PIN_LENGTH));
      if (pin.value.length === PIN_LENGTH) void signIn(false);
    },
    erase: () => change(pin.value.slice(0, -1)),
    clear: () => change(''),
    signIn: (takeOver: boolean) => void signIn(takeOver),
  };
}

/** Digits count wherever the focus is, as on a cash machine. */
function useDigitsAnywhere(put: (digit: string) => void, erase: () => void) {
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest('input, dialog')) return;
      if (/^\d$/.test(event.key)) put(event.key);
      else if (event.key === 'Backspace') erase();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  });
}

const SILENT = signal(null);

function TakeOver({ answer }: { answer: (yes: boolean) => void }) {
  const words = doorWords();
  return (
    <DialogFrame title={words.takeOverTitle} notice={SILENT} onCancel={() => answer(false)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(true);
        }}
      >
        <p>{words.takeOverAbout}</p>
        <div class="confirm">
          <button type="button" class="secondary" onClick={() => answer(false)}>
            {pageWords().cancel}
          </button>
          <button type="submit" class="primary">
            {words.takeOver}
          </button>
        </div>
      </form>
    </DialogFrame>
  );
}
