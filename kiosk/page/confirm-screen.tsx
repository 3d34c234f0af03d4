import type { KioskService, KioskView } from '#shared/contract/kiosk-views.ts';
import { inLanguage, language } from '#shared/page/words/language.ts';
import { Countdown } from './countdown.tsx';
import type { Kiosk } from './create-kiosk.ts';
import { kioskWords } from './kiosk-words.ts';
import { PriorityChoice } from './priority-choice.tsx';
import type { Wish } from './screen.ts';
import { ServiceIcon } from './service-icon.tsx';
import { Sign } from './signs.tsx';
import { Title } from './title.tsx';

type Props = { kiosk: Kiosk; view: KioskView; wish: Wish };

/** What will be taken, and the one big button. */
export function ConfirmScreen({ kiosk, view, wish }: Props) {
  const words = kioskWords();
  const [first, ...further] = chosenServices(view, wish);
  if (!first) return null;
  return (
    <main class="screen confirm">
      <div class="confirm-what">
        <ChosenService service={first} ahead={first.ahead[wish.priority]} />
      </div>
      <div class="confirm-how">
        <PriorityChoice kiosk={kiosk} groups={view.priorityGroups} isOn={wish.priority === 'priority'} />
        {view.servicesPerTicket > 1 && <FurtherServices kiosk={kiosk} further={further} />}
      </div>
      <Countdown kiosk={kiosk} />
      <div class="confirm-buttons">
        <button type="button" class="control secondary" onClick={() => kiosk.tell({ type: 'back' })}>
          <Sign name="back" />
          <span>{words.back}</span>
        </button>
        <button type="button" class="control primary take" onClick={() => kiosk.takeTicket()}>
          <span>{words.take}</span>
          <span class="take-other" lang={words.otherLanguage}>
            {words.takeInOther}
          </span>
        </button>
      </div>
    </main>
  );
}

/** The services of a wish that the office offers, in the order of touching. */
export function chosenServices(view: KioskView, { services }: Wish): KioskService[] {
  return services.flatMap((id) => view.services.filter((service) => service.id === id));
}

function ChosenService({ service, ahead }: { service: KioskService; ahead: number }) {
  const words = kioskWords();
  const other = language.value === 'vi' ? 'en' : 'vi';
  return (
    <>
      <div class="chosen">
        <span class="chosen-icon">
          <ServiceIcon name={service.icon} />
        </span>
        <div>
          <Title class="chosen-name">{inLanguage(service.name)}</Title>
          <p class="chosen-other" lang={other}>
            {service.name[other]}
          </p>
        </div>
      </div>
      <dl class="facts">
        <div>
          <dt>{words.ahead}</dt>
          <dd aria-live="polite">{words.people(ahead)}</dd>
        </div>
        <div>
          <dt>{words.counters}</dt>
          <dd>{service.counters.join(', ')}</dd>
        </div>
      </dl>
    </>
  );
}

function FurtherServices({ kiosk, further }: { kiosk: Kiosk; further: readonly KioskService[] }) {
  const words = kioskWords();
  const isAny = further.length > 0;
  return (
    <div class="further">
      {isAny && (
        <p class="further-list">
          {words.thenAlso} <FurtherNames further={further} />
        </p>
      )}
      <button type="button" class="control quiet" onClick={() => kiosk.tell({ type: 'further-services-wished' })}>
        {!isAny && <Sign name="plus" />}
        <span>{isAny ? words.changeFurther : words.addFurther}</span>
      </button>
    </div>
  );
}

/** Short names side by side, none broken in two. */
export function FurtherNames({ further }: { further: readonly KioskService[] }) {
  return (
    <>
      {further.map((service, place) => (
        <strong key={service.id} class="unbroken">
          {language.value === 'vi' ? service.short : service.name.en}
          {place < further.length - 1 && '; '}
        </strong>
      ))}
    </>
  );
}
