import { Fragment } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SignView } from '#shared/contract/display-views.ts';
import { now } from '#shared/page/clock.ts';
import { inLanguage } from '#shared/page/words/language.ts';
import { placeAt } from './burn-in.ts';
import type { Display } from './create-display.ts';
import { displayWords } from './display-words.ts';
import { useFit } from './fit.ts';
import { StaleBanner } from './notices.tsx';
import type { Asking } from './rating/asking.ts';
import { Question } from './rating/question.tsx';

type Props = { view: SignView; display: Pick<Display, 'freshness' | 'lastHeardAt' | 'view'>; asking: Asking };

/** The small display above one counter: which it is, and whom it calls or serves; whoever was just served is asked how it was. */
export function Sign({ view, display, asking }: Props) {
  const isOld = display.freshness.value === 'stale' || display.freshness.value === 'old-page';
  // One number is all it shows; when that may be untrue nothing is left.
  if (isOld) return <StaleBanner display={display} timeZone={view.timeZone} isAlone />;
  return asking.shown.value ? <Question asking={asking} counter={view.counter} /> : <Plate view={view} />;
}

function Plate({ view }: { view: SignView }) {
  const words = displayWords();
  const title = words.signTitle(view.counter);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const [x, y] = placeAt(now.value);
  return (
    <main class={`sign is-${view.state}`} style={{ transform: `translate(${x}px, ${y}px)` }}>
      <section class="sign-counter">
        <p class="sign-label">{words.counter}</p>
        <p class="sign-counter-number" style={{ '--digits': Math.max(2, String(view.counter).length) }}>
          {view.counter}
        </p>
      </section>
      <section class="sign-now">
        <p class="sign-state">{words.signState[view.state]}</p>
        {view.number !== null && (
          // Another call is another number to look at, also when it reads the same.
          <p class="sign-number" key={view.callSeq}>
            {view.number}
          </p>
        )}
        {view.number === null ? <SignText parts={view.services} /> : <SignText text={nameOf(view.service)} />}
      </section>
    </main>
  );
}

function nameOf(service: SignView['service']): string {
  return service ? inLanguage(service.name) : '';
}

/** What is done here: for who is here, or, while nobody is, at all. */
function SignText({ text = '', parts = [] }: { text?: string; parts?: readonly string[] }) {
  const box = useFit<HTMLDivElement>([text, ...parts].join());
  return (
    <div class="sign-text" ref={box}>
      <p>
        {text}
        {parts.map((part, index) => (
          <Fragment key={part}>
            {index > 0 && ' · '}
            <span class="sign-part">{part}</span>
          </Fragment>
        ))}
      </p>
    </div>
  );
}
