import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FoundHall } from '#kiosk/bridge.ts';
import { hallKey } from '#shared/domain/hall-link.ts';
import { Both } from './both.tsx';
import type { Setup } from './create-setup.ts';
import { hallWords } from './setup-words.ts';

/** A server has answered. A person says whether it is the office's own: from then on no other key is believed. */
export function IsThisIt({ setup, hall }: { setup: Setup; hall: FoundHall }) {
  const mustCompare = hall.fingerprint !== null && !hall.isProved;
  const question = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => question.current?.focus(), []);
  return (
    <section class="is-this-it">
      <h2 ref={question} tabIndex={-1}>
        <Both text={hallWords.isThisIt} />
      </h2>
      <p class="met">
        <strong>{hall.name}</strong>
        <span class="origin">{hall.server}</span>
      </p>
      {hall.fingerprint && mustCompare && (
        <>
          <p>
            <Both text={hallWords.compare} />
          </p>
          <HallKey fingerprint={hall.fingerprint} />
        </>
      )}
      {!mustCompare && (
        <p class="proved">
          <Both text={hall.fingerprint === null ? hallWords.onThisPc : hallWords.proved} />
        </p>
      )}
      <div class="answers">
        <button type="button" class="secondary" onClick={setup.hall.forget}>
          <Both text={hallWords.other} />
        </button>
        <button type="button" class="primary" onClick={() => setup.chooseHall(hall)}>
          <Both text={mustCompare ? hallWords.same : hallWords.connect} />
        </button>
      </div>
    </section>
  );
}

/** The short form of the fingerprint, just as the manager's page shows it: five groups, so that an eye keeps its place. */
function HallKey({ fingerprint }: { fingerprint: string }) {
  return (
    <p class="hall-key">
      {hallKey(fingerprint)
        .split('-')
        .map((group, place) => (
          <span key={place}>{group}</span>
        ))}
    </p>
  );
}
