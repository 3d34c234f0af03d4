import type { AccessView } from '#shared/contract/access-views.ts';
import type { Access } from './access.ts';
import { accessWords } from './access-words.ts';
import { displayName, placeWords } from './machine-words.ts';

/** Machines that may come in. */
export function PairedList({ access, view }: { access: Access; view: AccessView }) {
  const w = accessWords();
  return (
    <section class="card" aria-labelledby="paired-heading">
      <h2 id="paired-heading">{w.devices}</h2>
      {view.devices.length === 0 && <p class="none">{w.noDevices}</p>}
      <ul class="lines">
        {view.devices.map((device) => (
          <li key={device.id}>
            <span class="what">
              <strong>{device.name}</strong>
              <span class={device.isConnected ? 'more is-here' : 'soft more'}>
                {device.role === 'display' ? displayName(view, device) : placeWords(device.role, device.counter)} ·{' '}
                {device.isConnected ? w.connected : w.away}
              </span>
            </span>
            <button
              type="button"
              class="small"
              disabled={access.online.value !== 'online'}
              aria-label={w.revokeLabel(device.name)}
              onClick={() => access.ask({ kind: 'revoke', device })}
            >
              {w.revoke}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
