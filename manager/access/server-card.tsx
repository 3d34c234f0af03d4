import type { AccessView } from '#shared/contract/access-views.ts';
import { accessWords } from './access-words.ts';
import { groupedFingerprint } from './machine-words.ts';

/** Where other machines find this server, and how they know that it is this one. */
export function ServerCard({ view }: { view: AccessView }) {
  const w = accessWords();
  return (
    <section class="card" aria-labelledby="server-heading">
      <h2 id="server-heading">{w.server}</h2>
      <h3>{w.addresses}</h3>
      {view.addresses.length === 0 && <p class="none">{w.noAddresses}</p>}
      <ul>
        {view.addresses.map((address) => (
          <li key={address} class="address">
            {address}
          </li>
        ))}
      </ul>
      {view.fingerprint && (
        <>
          <h3>{w.fingerprint}</h3>
          <p class="fingerprint">{groupedFingerprint(view.fingerprint)}</p>
          <p class="soft">{w.fingerprintAdvice}</p>
        </>
      )}
    </section>
  );
}
