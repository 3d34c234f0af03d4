import type { Oversight } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { PressButton } from '#shared/page/press-button.tsx';

/** Who was called and did not come; one who is here after all is put back once. */
export function AbsentList({ oversight, view }: { oversight: Oversight; view: ManagerView }) {
  const { absent, nobodyAbsent, cameBack, cameBackOnce } = words();
  return (
    <section class="card" aria-labelledby="absent-heading">
      <h2 id="absent-heading">{absent}</h2>
      {view.absent.length === 0 && <p class="none">{nobodyAbsent}</p>}
      <ul class="lines">
        {view.absent.map(({ ticket, number, mayReturn }) => (
          <li key={ticket}>
            <b>{number}</b>
            {mayReturn ? (
              <PressButton
                presses={oversight}
                name={`ticket:return ${ticket}`}
                look="small"
                label={cameBack}
                spoken={`${cameBack}: ${number}`}
                press={() => oversight.takeBack(ticket)}
              />
            ) : (
              <span class="soft">{cameBackOnce}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
