import { wallClock } from '#shared/domain/business-day.ts';
import { serverNow } from '#shared/page/clock.ts';
import { inLanguage, language } from '#shared/page/words/language.ts';
import type { Phone } from './create-phone.ts';
import { phoneWords } from './phone-words.ts';
import { PlaceCard } from './place-card.tsx';
import type { Sound } from './sound.ts';
import { Spoken } from './spoken.tsx';

type Props = { phone: Phone; sound: Sound };

/** One ticket on its owner's phone. */
export function PhonePage({ phone, sound }: Props) {
  const { value: view } = phone.view;
  const { value: slip } = phone.slip;
  const state = slip.state === 'unknown' ? 'unknown' : (phone.place.value?.state ?? 'connecting');
  const isTold = state === 'waiting' || state === 'parked' || state === 'absent';
  return (
    <div class={`phone ${state}`}>
      <header>
        <p class="office">{view ? inLanguage(view.office) : ''}</p>
        <LanguageButton />
      </header>
      <main>
        {slip.state === 'known' && state !== 'connecting' && (
          <div class="ticket">
            <p class="caption">{phoneWords().yourNumber}</p>
            <h1>{slip.number}</h1>
            {phone.service.value && <p class="service">{inLanguage(phone.service.value)}</p>}
          </div>
        )}
        <PlaceCard state={state} place={phone.place.value} />
      </main>
      <footer>
        {isTold && <SoundButton sound={sound} />}
        {state !== 'unknown' && <LineState phone={phone} />}
      </footer>
      <Spoken phone={phone} />
    </div>
  );
}

function LanguageButton() {
  const other = language.value === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" class="language" lang={other} onClick={() => chooseLanguage(other)}>
      {phoneWords().otherLanguage}
    </button>
  );
}

/** Speaks a language until the page is closed: nothing is kept on the phone. */
export function chooseLanguage(chosen: 'vi' | 'en') {
  language.value = chosen;
  document.documentElement.lang = chosen;
}

function SoundButton({ sound }: { sound: Sound }) {
  const words = phoneWords();
  if (!sound.isOn.value) {
    return (
      <>
        <button type="button" class="allow-sound" onClick={() => void sound.allow()}>
          <Bell />
          {words.allowSound}
        </button>
        <p class="stay">{words.stay}</p>
      </>
    );
  }
  return (
    <>
      <div class="sound-on">
        <Bell />
        <span>{words.soundOn}</span>
        <button type="button" class="silence" onClick={() => sound.silence()}>
          {words.soundOff}
        </button>
      </div>
      <p class="stay">{words.stay}</p>
    </>
  );
}

function Bell() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M10 20.5a2.2 2.2 0 0 0 4 0" />
    </svg>
  );
}

/** How old the picture is; a line that is always there, so that nothing jumps when the connection goes. */
function LineState({ phone }: { phone: Phone }) {
  const words = phoneWords();
  const { online, heardAt } = phone.connection;
  if (online.value === 'old-page') {
    return (
      <p class="line-state lost">
        {words.oldPage} –{' '}
        <button type="button" class="silence" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </p>
    );
  }
  const { value: view } = phone.view;
  if (!view) return <p class="line-state">{words.connecting}</p>;
  // Heard by the phone's clock, which may be off; the wall in the office shows the server's.
  const heard = wallClock(heardAt.value + serverNow() - Date.now(), view.timeZone).text;
  const isLost = online.value !== 'online';
  return <p class={isLost ? 'line-state lost' : 'line-state'}>{isLost ? words.offline(heard) : words.live(heard)}</p>;
}
