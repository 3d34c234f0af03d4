import { signal } from '@preact/signals';
import { wallClock } from '#shared/domain/business-day.ts';
import type { Display } from './create-display.ts';
import { displayWords } from './display-words.ts';
import { inchesFor } from './legible.ts';
import type { Sizing } from './sizing.ts';

/** Whether it stands over the board. */
export const isDiagnosing = signal(false);

/** `?diagnosis` in the address shows it from the beginning, the key D shows and hides it. */
export function followDiagnosis(page: Window): void {
  isDiagnosing.value = new URLSearchParams(page.location.search).has('diagnosis');
  page.addEventListener('keydown', ({ key, repeat }) => {
    if (key.toLowerCase() === 'd' && !repeat) isDiagnosing.value = !isDiagnosing.value;
  });
}

type Props = { display: Display; sizing: Sizing };

/** What whoever sets the display up wants to know, without another screen. */
export function DiagnosisOverlay({ display, sizing }: Props) {
  const view = display.view.value;
  if (!isDiagnosing.value || !view) return null;
  const words = displayWords().diagnosis;
  const { rows, readableMetres, isMet } = sizing.plan.value;
  const screen = sizing.screenOf(view);
  const heardAt = display.lastHeardAt();
  const missing = display.announcer.missing();
  const metres = (readableMetres ?? 0).toFixed(1);
  return (
    <aside class="diagnosis">
      <p>{words.glass(innerWidth, innerHeight, devicePixelRatio, screen?.inches ?? null)}</p>
      <p>{readableMetres === null ? words.notSized : words.sized(rows, metres)}</p>
      {screen && readableMetres !== null && !isMet && (
        <p class="diagnosis-warning">
          {words.tooFar(metres, screen.seatMetres, inchesFor({ width: 0, height: 0, ...screen }, readableMetres))}
        </p>
      )}
      <p>{words.sound[display.soundHealth()]}</p>
      {missing.length > 0 && <p class="diagnosis-warning">{words.missingClips(missing.length)}</p>}
      <p>{heardAt === null ? words.neverHeard : words.heardAt(wallClock(heardAt, view.timeZone).text)}</p>
      <p>{words.upFor(Math.floor(performance.now() / 3_600_000))}</p>
    </aside>
  );
}
