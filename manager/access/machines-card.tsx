import type { MachinePicture, MachinesView } from '#shared/contract/health.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import type { Access } from './access.ts';
import { healthFacts, machineName } from './health-facts.ts';
import { healthWords } from './health-words.ts';

type Props = { access: Access; view: MachinesView; timeZone: string };

/** How each machine of the hall is, and the way to start one anew without walking there. */
export function MachinesCard({ access, view, timeZone }: Props) {
  const w = healthWords();
  return (
    <section class="card machines" aria-labelledby="machines-heading">
      <h2 id="machines-heading">{w.title}</h2>
      {view.machines.length === 0 && <p class="none">{w.none}</p>}
      <ul class="lines">
        {view.machines.map((machine) => (
          <MachineRow key={machine.id} {...{ access, machine, timeZone }} at={view.at} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { access: Access; machine: MachinePicture; at: number; timeZone: string };

function MachineRow({ access, machine, at, timeZone }: RowProps) {
  const w = healthWords();
  const facts = healthFacts(machine, at);
  const name = machineName(machine);
  return (
    <li>
      <span class="what">
        <strong>{name}</strong>
        <span class={machine.isHere ? 'more is-here' : 'soft more'}>{presence(machine, timeZone)}</span>
        {machine.troubles.map((trouble) => (
          <span key={trouble} class="more is-missing">
            {w.troubles[trouble]}
          </span>
        ))}
        {facts !== '' && <span class="soft more">{facts}</span>}
        <span class="more" role="status">
          {restartText(machine, timeZone)}
        </span>
      </span>
      {machine.mayRestart.length > 0 && (
        <button
          type="button"
          class="small"
          disabled={access.online.value !== 'online'}
          aria-label={w.restartLabel(name)}
          onClick={() => access.ask({ kind: 'restart', machine })}
        >
          {w.restart}
        </button>
      )}
    </li>
  );
}

function presence({ isHere, lastHeardAt }: MachinePicture, timeZone: string): string {
  const w = healthWords();
  if (isHere) return w.here;
  return lastHeardAt === null ? w.away : w.awaySince(wallClock(lastHeardAt, timeZone).text);
}

function restartText({ restart }: MachinePicture, timeZone: string): string {
  if (restart === null) return '';
  const w = healthWords();
  const { what, askedAt, backAt } = restart;
  const time = (moment: number) => wallClock(moment, timeZone).text;
  return backAt === null ? w.asked[what](time(askedAt)) : w.back(time(backAt));
}
