import type { Oversight } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { pageWords } from '#shared/page/words/page-words.ts';

/** Who was called and did not come; one who is here after all is put back once. */
export function AbsentList({ oversight, view }: { oversight: Oversight; view: ManagerView }) {
  const { absent, nobodyAbsent, cameBack, cameBackOnce } = words();
  const isLive = oversight.online.value === 'online';
  return (
    <section class="card" aria-labelledby="absent-heading">
      <h2 id="absent-heading">{absent}</h2>
      {view.absent.length === 0 && <p class="none">{nobodyAbsent}</p>}
      <ul class="lines">
        {view.absent.map(({ ticket, number, mayReturn }) => {
          const isUnderWay = oversight.underWay.value === `ticket:return ${ticket}`;
          return (
            <li key={ticket}>
              <b>{number}</b>
              {mayReturn ? (
                <button
                  type="button"
                  class={isUnderWay ? 'small is-under-way' : 'small'}
                  aria-label={`${cameBack}: ${number}`}
                  aria-busy={isUnderWay}
                  disabled={!isLive}
                  onClick={() => oversight.takeBack(ticket)}
                >
                  {isUnderWay && oversight.isSlow.value ? pageWords().sending : cameBack}
                </button>
              ) : (
                <span class="soft">{cameBackOnce}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
