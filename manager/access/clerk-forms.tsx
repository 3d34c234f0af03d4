import { useState } from 'preact/hooks';
import { FormFault, FormField } from '#manager/form-field.tsx';
import type { Access, Clerk } from './access.ts';
import { AccessForm } from './access-form.tsx';
import { accessWords } from './access-words.ts';

/** A new clerk: a name, and a PIN that the manager hands over. */
export function AddClerkForm({ access }: { access: Access }) {
  const [name, setName] = useState('');
  const pins = usePins();
  const w = accessWords();
  return (
    <AccessForm
      access={access}
      label={w.add}
      submit={() => {
        if (pins.areRight(name.trim() === '' ? w.nameMissing : null))
          access.answer('clerk:add', { name: name.trim(), pin: pins.pin });
      }}
    >
      <FormField kind="name" label={w.clerkName} value={name} change={setName} />
      <PinFields pins={pins} />
    </AccessForm>
  );
}

/** Forgotten, or known to too many. */
export function NewPinForm({ access, clerk }: { access: Access; clerk: Clerk }) {
  const pins = usePins();
  const w = accessWords();
  return (
    <AccessForm
      access={access}
      label={w.save}
      submit={() => {
        if (pins.areRight()) access.answer('clerk:set-pin', { clerk: clerk.id, pin: pins.pin });
      }}
    >
      <p>{w.newPinAdvice}</p>
      <PinFields pins={pins} />
    </AccessForm>
  );
}

type Pins = ReturnType<typeof usePins>;

function usePins() {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const w = accessWords();
  const pinFault = () => (!/^\d{6}$/.test(pin) ? w.pinShape : pin === again ? null : w.pinsDiffer);
  return {
    pin,
    again,
    fault,
    setPin,
    setAgain,
    /** @param before what is wrong with the rest of the form, said first */
    areRight(before: string | null = null): boolean {
      const found = before ?? pinFault();
      setFault(found);
      return found === null;
    },
  };
}

function PinFields({ pins }: { pins: Pins }) {
  const w = accessWords();
  return (
    <>
      <div class="side-by-side">
        <FormField
          kind="pin"
          label={w.pin}
          value={pins.pin}
          change={pins.setPin}
          isWrong={pins.fault !== null && pins.fault !== w.nameMissing}
        />
        <FormField
          kind="pin"
          label={w.pinAgain}
          value={pins.again}
          change={pins.setAgain}
          isWrong={pins.fault !== null && pins.fault !== w.nameMissing}
        />
      </div>
      <FormFault text={pins.fault} />
    </>
  );
}
