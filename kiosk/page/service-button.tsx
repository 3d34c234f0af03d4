import type { KioskService } from '#shared/contract/kiosk-views.ts';
import { language } from '#shared/page/words/language.ts';
import { kioskWords } from './kiosk-words.ts';
import { ServiceIcon } from './service-icon.tsx';
import { Sign } from './signs.tsx';

type Props = { service: KioskService; onTouch: () => void };

/** One service: what it is in both languages, what for, and how many are before you. */
export function ServiceButton({ service, onTouch }: Props) {
  const ahead = service.ahead.regular;
  return (
    <button type="button" class={`service ${service.kind}`} data-service={service.id} onClick={onTouch}>
      <span class="service-icon">
        <ServiceIcon name={service.icon} />
      </span>
      <span class={ahead === 0 ? 'service-ahead free' : 'service-ahead'}>
        <Sign name={ahead === 0 ? 'check' : 'people'} />
        <span>{kioskWords().waiting(ahead)}</span>
      </span>
      <ServiceNames service={service} hint={service.hint} />
    </button>
  );
}

/** The name in the present language, big, over the other one. A service goes by its short name, a lane by what it says. */
export function ServiceNames({ service, hint = null }: { service: KioskService; hint?: string | null }) {
  const { kind, name, short } = service;
  if (language.value === 'en') {
    return (
      <span class="service-names">
        <span class="service-name">{name.en}</span>
        <span class="service-other" lang="vi">
          {name.vi}
        </span>
      </span>
    );
  }
  return (
    <span class="service-names">
      <span class="service-name">{kind === 'lane' ? name.vi : short}</span>
      <span class="service-other" lang="en">
        {name.en}
      </span>
      {hint && <span class="service-hint">{hint}</span>}
    </span>
  );
}
