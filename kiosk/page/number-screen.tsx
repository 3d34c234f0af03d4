import type { KioskView } from '#shared/contract/kiosk-views.ts';
import { inLanguage } from '#shared/page/words/language.ts';
import { chosenServices, FurtherNames } from './confirm-screen.tsx';
import { Countdown } from './countdown.tsx';
import type { Kiosk } from './create-kiosk.ts';
import { FollowCode } from './follow-code.tsx';
import { kioskWords } from './kiosk-words.ts';
import type { Paper } from './paper.ts';
import type { Screen } from './screen.ts';
import { Sign } from './signs.tsx';
import { Title } from './title.tsx';

type Props = { kiosk: Kiosk; view: KioskView | null; screen: Screen & { at: 'number' } };

/** The number, as large as the glass allows, and what becomes of the slip. */
export function NumberScreen({ kiosk, view, screen }: Props) {
  const words = kioskWords();
  const { answer, paper, wish } = screen;
  const [service, ...further] = view ? chosenServices(view, wish) : [];
  const isAlone = paper !== 'printed' && paper !== 'printing';
  return (
    <main class={`screen number ${paper} ${answer.follow ? 'with-code' : ''}`}>
      <Title class="number-title">{words.yourNumber}</Title>
      <div class="number-facts">
        <p class="the-number">{answer.number}</p>
        {service && <p class="number-service">{inLanguage(service.name)}</p>}
        <p class="number-place">
          <span>{words.peopleBefore(answer.ahead)}</span>
          {service && <span>{words.atCounters(service.counters.join(', '))}</span>}
        </p>
        {further.length > 0 && (
          <p class="number-further">
            {words.thenAlso} <FurtherNames further={further} />
          </p>
        )}
      </div>
      {answer.follow && <FollowCode url={answer.follow} />}
      <SlipNote paper={paper} isOutOfPaper={view?.printer === 'paper-out'} />
      <Countdown kiosk={kiosk} />
      <button
        type="button"
        class={isAlone ? 'control primary' : 'control secondary'}
        onClick={() => kiosk.tell({ type: 'back' })}
      >
        {isAlone ? words.remembered : words.done}
      </button>
    </main>
  );
}

function SlipNote({ paper, isOutOfPaper }: { paper: Paper; isOutOfPaper: boolean }) {
  const { sign, says, hint } = slipWords(paper, isOutOfPaper);
  return (
    <div class="slip-note">
      <span class="slip-sign">
        <Sign name={sign} />
      </span>
      <div>
        <p class="slip-says">{says}</p>
        <p class="slip-hint">{hint}</p>
      </div>
    </div>
  );
}

/** What is said of the slip, on the glass and aloud. */
export function slipWords(paper: Paper, isOutOfPaper: boolean) {
  const words = kioskWords();
  switch (paper) {
    case 'printed':
      return { sign: 'slip-out', says: words.takeSlip, hint: words.takeSlipHint } as const;
    case 'printing':
      return { sign: 'printer', says: words.printing, hint: words.printingHint } as const;
    case 'none':
      return { sign: 'eye', says: words.noPrinter, hint: words.noPrinterHint } as const;
    case 'unsure':
      return { sign: 'eye', says: words.unsure, hint: words.staffKnows } as const;
    case 'not-printed': {
      const why = isOutOfPaper ? words.outOfPaper : words.cannotPrint;
      return {
        sign: 'no-slip',
        says: `${why} – ${words.rememberNumber}`,
        hint: words.staffKnows,
      } as const;
    }
  }
}
