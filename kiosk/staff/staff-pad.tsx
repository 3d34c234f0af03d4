import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { STAFF_WAYS, type StaffBridge, type StaffWay } from '#kiosk/bridge.ts';
import type { Bilingual } from '#shared/contract/bilingual.ts';
import { NumberPad } from '#shared/page/door/number-pad.tsx';
import { PIN_LENGTH, PinDots } from '#shared/page/door/pin-dots.tsx';
import { staffWords, waitWords, wayWords } from './staff-words.ts';

/** The PIN, by touch or keys; then the ways that it opens. Whoever came here by chance goes back by the first button. */
export function StaffPad({ staff }: { staff: StaffBridge }) {
  const { pin, says, isOpen, isBusy, put, change } = useTries(staff);
  const field = useRef<HTMLInputElement>(null);
  const erase = () => change(pin.value.slice(0, -1));
  useLayoutEffect(() => field.current?.focus(), []);
  useEscape(staff);
  return (
    <main class="staff">
      <h1>
        <Both text={staffWords.title} />
      </h1>
      <p class={isOpen.value ? 'staff-says' : 'staff-says is-asking'} role="alert">
        <Both text={says.value} />
      </p>
      {!isOpen.value && (
        <>
          <PinDots pin={pin.value} put={put} erase={erase} field={field} isWrong={says.value === staffWords.wrong} />
          <NumberPad put={put} erase={erase} clear={() => change('')} isOff={isBusy.value} />
        </>
      )}
      <div class="staff-ways">
        {STAFF_WAYS.filter((way) => way === 'back' || isOpen.value).map((way) => (
          <Way key={way} way={way} staff={staff} />
        ))}
      </div>
    </main>
  );
}

function Way({ way, staff }: { way: StaffWay; staff: StaffBridge }) {
  return (
    <button type="button" class={way === 'back' ? 'secondary' : 'primary'} data-way={way} onClick={() => staff.go(way)}>
      <Both text={wayWords[way]} />
    </button>
  );
}

function Both({ text: { vi, en } }: { text: Bilingual }) {
  return (
    <>
      {vi} <small lang="en">{en}</small>
    </>
  );
}

/** The digits, and what becomes of them: the sixth one tries. */
function useTries(staff: StaffBridge) {
  const pin = useSignal('');
  const says = useSignal<Bilingual>(staffWords.about);
  const isOpen = useSignal(false);
  const isBusy = useSignal(false);
  useEffect(() => {
    void staff.picture().then(({ hasPin, waitMs }) => {
      if (!hasPin) says.value = staffWords.noPin;
      else if (waitMs > 0) says.value = waitWords(waitMs);
    });
  }, []);
  const change = (digits: string) => {
    if (!isBusy.value) pin.value = digits;
  };
  const tryIt = async () => {
    isBusy.value = true;
    const answer = await staff.tryPin(pin.value);
    isOpen.value = answer.isOpen;
    says.value = answer.isOpen ? staffWords.right : answer.waitMs > 0 ? waitWords(answer.waitMs) : staffWords.wrong;
    pin.value = '';
    isBusy.value = false;
  };
  return {
    ...{ pin, says, isOpen, isBusy, change },
    put(digits: string) {
      if (isBusy.value) return;
      change((pin.value + digits).slice(0, PIN_LENGTH));
      if (pin.value.length === PIN_LENGTH) void tryIt();
    },
  };
}

function useEscape(staff: StaffBridge) {
  useLayoutEffect(() => {
    const hear = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') void staff.go('back');
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
