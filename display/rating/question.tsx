import { useEffect } from 'preact/hooks';
import { placeAt } from '#display/burn-in.ts';
import type { Bilingual } from '#shared/contract/bilingual.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import { FACES } from '#shared/domain/rating.ts';
import { now } from '#shared/page/clock.ts';
import type { Asking, Shown } from './asking.ts';
import { FaceIcon } from './face-icon.tsx';
import { RATING_WORDS as w } from './rating-words.ts';

type Props = { asking: Asking; counter: CounterId };

/** One question on the counter's own display, after a visit is finished. */
export function Question({ asking, counter }: Props) {
  const shown = asking.shown.value;
  useEffect(() => {
    document.title = `${w.counter(counter).vi} · Lượt`;
  }, [counter]);
  if (!shown) return null;
  const [x, y] = placeAt(now.value);
  return (
    <main class={`rating is-${shown.stage}`} style={{ transform: `translate(${x}px, ${y}px)` }}>
      <p class="rating-counter">
        <Both text={w.counter(counter)} />
      </p>
      <Stage shown={shown} asking={asking} />
    </main>
  );
}

function Stage({ shown, asking }: { shown: Shown; asking: Asking }) {
  switch (shown.stage) {
    case 'faces':
      return <Faces asking={asking} />;
    case 'reasons':
      return <Reasons shown={shown} asking={asking} />;
    case 'thanks':
      return (
        <p class="rating-question" role="status">
          <Both text={w.thanks} />
        </p>
      );
  }
}

function Faces({ asking }: { asking: Asking }) {
  return (
    <>
      <h1 class="rating-question">
        <Both text={w.question} />
      </h1>
      <div class="rating-faces">
        {FACES.map((face) => (
          <button key={face} type="button" class={`rating-face face-${face}`} onClick={() => asking.pick(face)}>
            <FaceIcon face={face} />
            <span class="rating-digit">{face}</span>
            <Both text={w.faces[face]} />
          </button>
        ))}
      </div>
    </>
  );
}

function Reasons({ shown, asking }: { shown: Extract<Shown, { stage: 'reasons' }>; asking: Asking }) {
  return (
    <>
      <h1 class="rating-question">
        <Both text={w.why} />
      </h1>
      <div class="rating-reasons">
        {shown.reasons.map(({ id, name }, index) => (
          <button
            key={id}
            type="button"
            class="rating-reason"
            aria-pressed={shown.ticked.includes(id)}
            onClick={() => asking.tick(id)}
          >
            <span class="rating-box" aria-hidden="true">
              {shown.ticked.includes(id) ? '✓' : ''}
            </span>
            <span class="rating-digit">{index + 1}</span>
            <Both text={name} />
          </button>
        ))}
      </div>
      <div class="rating-end">
        <p class="rating-nameless">
          <Both text={w.nameless} />
        </p>
        <button type="button" class="rating-send" onClick={() => asking.send()}>
          <Both text={w.send} />
        </button>
      </div>
    </>
  );
}

function Both({ text }: { text: Bilingual }) {
  return (
    <span class="rating-both">
      <span>{text.vi}</span>
      <span class="rating-en" lang="en">
        {text.en}
      </span>
    </span>
  );
}
