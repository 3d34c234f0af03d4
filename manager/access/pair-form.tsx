import { useId, useState } from 'preact/hooks';
import { FormFault, FormField } from '#manager/form-field.tsx';
import { words } from '#manager/words.ts';
import type { AccessView } from '#shared/contract/access-views.ts';
import { DEVICE_ROLES, type DeviceRole } from '#shared/contract/roles.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { Access, Knocking } from './access.ts';
import { AccessForm } from './access-form.tsx';
import { accessWords } from './access-words.ts';
import { DisplayPlaceSelect } from './display-place-select.tsx';
import { displayName, freeName, placeWords } from './machine-words.ts';

type Props = { access: Access; view: AccessView; machine: Knocking };

/** What a machine is to be, beginning with what it wants to be. */
export function PairForm({ access, view, machine }: Props) {
  const [role, setRole] = useState(machine.wants);
  const [counter, setCounter] = useState(machine.counter);
  const [zone, setZone] = useState(machine.zone);
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const w = accessWords();
  const taken = view.devices.map(({ name }) => name);
  const hangs = role === 'display';
  const place = role === 'counter' || hangs ? counter : null;
  const name = typed ?? freeName(hangs ? displayName(view, { zone, counter }) : placeWords(role, counter), taken);
  const submit = () => {
    const isPlaceless = role === 'counter' && place === null;
    const found = isPlaceless ? `${w.chooseCounter}.` : name.trim() === '' ? w.nameMissing : null;
    setFault(found);
    if (found) return;
    access.answer('device:pair', {
      code: machine.code,
      role,
      counter: place,
      ...(hangs ? { zone } : {}),
      name: name.trim(),
    });
  };
  return (
    <AccessForm access={access} label={w.pair} submit={submit}>
      <p>
        {w.pairAdvice} <span class="soft">({w.from(machine.address)})</span>
      </p>
      <RoleChoice role={role} choose={setRole} />
      {role === 'counter' && <CounterSelect counters={view.counters} counter={counter} choose={setCounter} />}
      {hangs && (
        <DisplayPlaceSelect
          view={view}
          place={{ zone, counter }}
          choose={(chosen) => {
            setZone(chosen.zone);
            setCounter(chosen.counter);
          }}
        />
      )}
      <FormField kind="name" label={w.name} value={name} change={setTyped} />
      <FormFault text={fault} />
    </AccessForm>
  );
}

function RoleChoice({ role, choose }: { role: DeviceRole; choose: (role: DeviceRole) => void }) {
  const group = useId();
  return (
    <fieldset class="roles">
      <legend>{accessWords().role}</legend>
      {DEVICE_ROLES.map((one) => (
        <label key={one} class="role">
          <input type="radio" name={group} checked={one === role} onChange={() => choose(one)} />
          {words().pages[one]}
        </label>
      ))}
    </fieldset>
  );
}

type CounterProps = {
  counters: readonly CounterId[];
  counter: CounterId | null;
  choose: (counter: CounterId | null) => void;
};

function CounterSelect({ counters, counter, choose }: CounterProps) {
  const w = accessWords();
  return (
    <label class="form-field">
      <span>{w.counter}</span>
      <select value={counter ?? ''} onChange={(event) => choose(Number(event.currentTarget.value) || null)}>
        <option value="">{w.chooseCounter}</option>
        {counters.map((id) => (
          <option key={id} value={id}>
            {words().counter(id)}
          </option>
        ))}
      </select>
    </label>
  );
}
