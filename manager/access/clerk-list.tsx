import type { AccessView } from '#shared/contract/access-views.ts';
import type { Access, Clerk } from './access.ts';
import { accessWords } from './access-words.ts';

/** Who may sign in at a counter, and who has. */
export function ClerkList({ access, view }: { access: Access; view: AccessView }) {
  const w = accessWords();
  const isLive = access.online.value === 'online';
  return (
    <section class="card" aria-labelledby="clerks-heading">
      <h2 id="clerks-heading">{w.clerks}</h2>
      {view.clerks.length === 0 && <p class="none">{w.noClerks}</p>}
      <ul class="lines">
        {view.clerks.map((clerk) => (
          <ClerkRow key={clerk.id} access={access} clerk={clerk} isLive={isLive} />
        ))}
      </ul>
      <button type="button" class="secondary add" disabled={!isLive} onClick={() => access.ask({ kind: 'add-clerk' })}>
        {w.add}
      </button>
    </section>
  );
}

function ClerkRow({ access, clerk, isLive }: { access: Access; clerk: Clerk; isLive: boolean }) {
  const w = accessWords();
  return (
    <li>
      <span class="what">
        <strong>{clerk.name}</strong>
        <span class={clerk.counter === null ? 'soft more' : 'more is-here'}>
          {clerk.counter === null ? w.notHere : w.atCounter(clerk.counter)}
        </span>
      </span>
      <button
        type="button"
        class="small"
        disabled={!isLive}
        aria-label={w.newPinLabel(clerk.name)}
        onClick={() => access.ask({ kind: 'new-pin', clerk })}
      >
        {w.newPin}
      </button>
      <button
        type="button"
        class="small"
        disabled={!isLive}
        aria-label={w.removeLabel(clerk.name)}
        onClick={() => access.ask({ kind: 'remove-clerk', clerk })}
      >
        {w.remove}
      </button>
    </li>
  );
}
