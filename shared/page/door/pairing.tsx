import type { DoorView } from '#shared/contract/access-views.ts';
import type { DeviceRole } from '#shared/contract/roles.ts';
import { doorWords } from './door-words.ts';

/** A machine that nobody knows yet: its code, large enough to be read out from across the hall. */
export function Pairing({ view, room }: { view: DoorView; room: DeviceRole }) {
  const words = doorWords();
  const place = room === 'counter' && view.counter !== null ? words.counter(view.counter) : words.room[room];
  return (
    <section class="pairing" aria-labelledby="pairing-heading">
      <p class="pairing-room">
        {words.thisMachine} <strong>{place}</strong>
      </p>
      <h1 id="pairing-heading">{words.readOut}</h1>
      {view.code && <Code code={view.code} />}
      <p class="pairing-wait" role="status">
        <span class="door-pulse" aria-hidden="true" />
        {words.waiting}
      </p>
    </section>
  );
}

function Code({ code }: { code: string }) {
  return (
    // One sign to a screen reader, spelled: as a word it would be read as one.
    <p class="pairing-code" role="img" aria-label={[...code].join(' ')}>
      <span>{code.slice(0, 4)}</span> <span>{code.slice(4)}</span>
    </p>
  );
}
