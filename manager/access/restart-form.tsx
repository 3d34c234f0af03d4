import { useId, useState } from 'preact/hooks';
import type { MachinePicture, Restart } from '#shared/contract/health.ts';
import type { Access } from './access.ts';
import { AccessForm } from './access-form.tsx';
import { healthWords } from './health-words.ts';

/** What is to start anew: the page, or where there is an app around it the whole of that. */
export function RestartForm({ access, machine }: { access: Access; machine: MachinePicture }) {
  const [what, setWhat] = useState<Restart>('page');
  const group = useId();
  const w = healthWords();
  return (
    <AccessForm
      access={access}
      label={w.restart}
      isDanger
      submit={() => access.answer('machine:restart', { machine: machine.id, what }, `machine:restart ${machine.id}`)}
    >
      <p>{w.restartAdvice[machine.role]}</p>
      {machine.mayRestart.length > 1 && (
        <fieldset class="roles">
          <legend>{w.restartWhat}</legend>
          {machine.mayRestart.map((one) => (
            <label key={one} class="role">
              <input type="radio" name={group} checked={one === what} onChange={() => setWhat(one)} />
              {w.what[one]}
            </label>
          ))}
        </fieldset>
      )}
    </AccessForm>
  );
}
