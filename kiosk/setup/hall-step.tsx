import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FoundHall } from '#kiosk/bridge.ts';
import { AddressKeys } from './address-keys.tsx';
import { Both } from './both.tsx';
import type { Setup } from './create-setup.ts';
import { IsThisIt } from './is-this-it.tsx';
import { hallWords, noHallWords } from './setup-words.ts';

/** The halls that are heard in the network, or one by its address; then whether it is the right one. */
export function HallStep({ setup }: { setup: Setup }) {
  const met = setup.hall.met.value;
  if (met) return <IsThisIt setup={setup} hall={met} />;
  return (
    <div class="halls">
      <HeardHalls setup={setup} />
      <TypedHall setup={setup} />
    </div>
  );
}

function HeardHalls({ setup }: { setup: Setup }) {
  const { heard, met, chosen, listen } = setup.hall;
  const kept = chosen.value;
  useEffect(listen, []);
  return (
    <section>
      <h2>
        <Both text={hallWords.heard} />
      </h2>
      {heard.value.length === 0 && (
        <p class="listening" role="status">
          <Both text={hallWords.listening} />
        </p>
      )}
      <ul class="heard">
        {heard.value.map((hall) => (
          <li key={hall.server}>
            <HallButton
              hall={hall}
              onClick={() => {
                met.value = hall;
              }}
            />
          </li>
        ))}
      </ul>
      {kept && (
        <button type="button" class="secondary keep" onClick={() => setup.chooseHall(kept)}>
          <Both text={hallWords.keep} />
          <span class="origin">{kept.server}</span>
        </button>
      )}
    </section>
  );
}

function HallButton({ hall, onClick }: { hall: FoundHall; onClick: () => void }) {
  return (
    <button type="button" class="secondary hall" onClick={onClick}>
      <strong>{hall.name}</strong>
      <span class="origin">{hall.server}</span>
    </button>
  );
}

function TypedHall({ setup }: { setup: Setup }) {
  const { address, isLooking, trouble, write, look } = setup.hall;
  const areKeysShown = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <section class={areKeysShown.value ? 'has-keys' : ''}>
      <h2>
        <Both text={hallWords.typed} />
      </h2>
      <form
        class="typed"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <input
          ref={field}
          aria-label={hallWords.address.vi}
          placeholder="192.168.1.10"
          autocomplete="off"
          spellcheck={false}
          // The page has keys of its own for glass without a keyboard.
          inputMode="none"
          value={address.value}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <button type="button" class="secondary" aria-pressed={areKeysShown.value} onClick={toggle}>
          <Both text={hallWords.keys} />
        </button>
        <button type="submit" class="primary" disabled={isLooking.value || address.value.trim() === ''}>
          <Both text={isLooking.value ? hallWords.looking : hallWords.look} />
        </button>
      </form>
      <p class="says" role="alert">
        {trouble.value && <Both text={noHallWords[trouble.value]} />}
      </p>
      {areKeysShown.value && <AddressKeys text={address.value} write={write} />}
    </section>
  );

  function toggle() {
    areKeysShown.value = !areKeysShown.value;
    field.current?.focus();
  }
}
