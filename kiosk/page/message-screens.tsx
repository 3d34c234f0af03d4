import type { ComponentChildren } from 'preact';
import type { KioskView } from '#shared/contract/kiosk-views.ts';
import { language } from '#shared/page/words/language.ts';
import { refusalWords } from '#shared/page/words/refusal-words.ts';
import { wallMoment } from '#shared/page/words/wall-moment.ts';
import { Countdown } from './countdown.tsx';
import type { Kiosk } from './create-kiosk.ts';
import { LanguageSwitch } from './home-screen.tsx';
import { kioskWords } from './kiosk-words.ts';
import type { Screen } from './screen.ts';
import { Sign } from './signs.tsx';
import { TIMEOUTS } from './timeouts.ts';
import { Title } from './title.tsx';

type MessageProps = {
  name: string;
  sign: Parameters<typeof Sign>[0]['name'];
  says: string;
  children?: ComponentChildren;
};

/** One calm sentence in the middle of the glass. */
function Message({ name, sign, says, children }: MessageProps) {
  return (
    <div class={`message ${name}`}>
      <span class="message-sign">
        <Sign name={sign} />
      </span>
      <Title class="message-says">{says}</Title>
      {children}
    </div>
  );
}

/** Between the press and its answer. There is nothing to press: the number is asked for until it comes. */
export function SendingScreen({ kiosk }: { kiosk: Kiosk }) {
  const words = kioskWords();
  const isLong = kiosk.askedForMs.value >= TIMEOUTS.slowAnswer;
  return (
    <main class="screen only-message">
      <Message name="sending" sign="printer" says={words.sending}>
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <p class="message-hint" role="status">
          {isLong && (kiosk.isOnline.value ? words.sendingLong : words.sendingOffline)}
        </p>
      </Message>
    </main>
  );
}

/** The house said no, or said nothing. */
export function RefusedScreen({ kiosk, screen }: { kiosk: Kiosk; screen: Screen & { at: 'refused' } }) {
  const words = kioskWords();
  const isUnanswered = screen.refusal === 'no-connection';
  return (
    <main class="screen with-buttons">
      <Message name="refused" sign="attention" says={words.notTaken}>
        <p class="message-hint" role="alert">
          {isUnanswered ? words.notTakenOffline : lineBySentence(refusalWords()[screen.refusal])}
        </p>
        {isUnanswered && <p class="message-hint">{words.notTakenAdvice}</p>}
      </Message>
      <Countdown kiosk={kiosk} />
      <div class="confirm-buttons">
        <button
          type="button"
          class={isUnanswered ? 'control secondary' : 'control primary'}
          onClick={() => kiosk.tell({ type: 'back' })}
        >
          {words.home}
        </button>
        {isUnanswered && (
          <button type="button" class="control primary" onClick={() => kiosk.askAgain()}>
            {words.tryAgain}
          </button>
        )}
      </div>
    </main>
  );
}

function lineBySentence(text: string): string {
  return text.replaceAll('. ', '.\n');
}

/** The line to the house is down. It comes back by itself; there is nothing to press. */
export function ConnectingScreen() {
  const words = kioskWords();
  return (
    <main class="screen only-message">
      <Message name="connecting" sign="line" says={words.reconnecting}>
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <p class="message-hint">{words.reconnectingAdvice}</p>
      </Message>
    </main>
  );
}

/** Reloaded once and still not understood: a person of the office has to look. */
export function OldPageScreen() {
  return (
    <main class="screen only-message">
      <Message name="old-page" sign="attention" says={refusalWords()['old-page']}>
        <p class="message-hint">{kioskWords().askStaff}</p>
      </Message>
    </main>
  );
}

/** Nothing can be kept at present. The house tries again by itself; until then nobody is sent from screen to screen in vain. */
export function OutOfServiceScreen() {
  const words = kioskWords();
  return (
    <main class="screen only-message">
      <Message name="out-of-service" sign="attention" says={words.outOfService}>
        <p class="message-hint">{words.reconnectingAdvice}</p>
      </Message>
    </main>
  );
}

type ClosedProps = { kiosk: Kiosk; view: KioskView | null; nextFrom: number | null };

/** Outside the hours in which numbers are given. */
export function ClosedScreen({ kiosk, view, nextFrom }: ClosedProps) {
  const words = kioskWords();
  const isKnown = view !== null && nextFrom !== null;
  return (
    <main class="screen with-language">
      <LanguageSwitch kiosk={kiosk} />
      <Message name="closed" sign="clock" says={words.closed}>
        <p class="message-hint">{isKnown ? words.nextFrom : words.nextUnknown}</p>
        {isKnown && <p class="next-from">{wallMoment(nextFrom, view.timeZone, language.value)}</p>}
      </Message>
    </main>
  );
}
