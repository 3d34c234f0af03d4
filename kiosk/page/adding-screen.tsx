import type { KioskService, KioskView } from '#shared/contract/kiosk-views.ts';
import { Countdown } from './countdown.tsx';
import type { Kiosk } from './create-kiosk.ts';
import { kioskWords } from './kiosk-words.ts';
import type { Wish } from './screen.ts';
import { ServiceNames } from './service-button.tsx';
import { Sign } from './signs.tsx';
import { Title } from './title.tsx';

type Props = { kiosk: Kiosk; view: KioskView; wish: Wish };

/** Further services for the same visit: one number, served one after another in the order of touching. */
export function AddingScreen({ kiosk, view, wish }: Props) {
  const words = kioskWords();
  const [first] = wish.services;
  const most = view.servicesPerTicket;
  const offered = view.services.filter((service) => service.kind === 'service' || service.id === first);
  return (
    <main class="screen adding">
      <div class="ask">
        <div>
          <Title>{words.chooseFurther}</Title>
          <p class="how-to" aria-live="polite">
            {words.chosen(wish.services.length, most)}
          </p>
        </div>
      </div>
      <div class="choices">
        {offered.map((service) => (
          <Choice
            key={service.id}
            service={service}
            place={wish.services.indexOf(service.id) + 1}
            isFull={wish.services.length >= most}
            onTouch={() => kiosk.tell({ type: 'further-service-switched', service: service.id, most })}
          />
        ))}
      </div>
      <div class="adding-foot">
        <Countdown kiosk={kiosk} />
        <button type="button" class="control primary" onClick={() => kiosk.tell({ type: 'back' })}>
          {words.doneChoosing}
        </button>
      </div>
    </main>
  );
}

type ChoiceProps = { service: KioskService; place: number; isFull: boolean; onTouch: () => void };

/** `place`: which of the visit's services it is, from 1; 0: not chosen. The first one stays chosen. */
function Choice({ service, place, isFull, onTouch }: ChoiceProps) {
  const cannotChange = place === 1 || (place === 0 && isFull);
  return (
    <button
      type="button"
      class={place > 0 ? 'choice chosen-one' : 'choice'}
      aria-pressed={place > 0}
      aria-disabled={cannotChange}
      data-service={service.id}
      onClick={onTouch}
    >
      <span class="choice-place" aria-hidden="true">
        {place > 0 ? place : <Sign name="plus" />}
      </span>
      <ServiceNames service={service} />
    </button>
  );
}
