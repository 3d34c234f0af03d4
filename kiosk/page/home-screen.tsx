import type { KioskView } from '#shared/contract/kiosk-views.ts';
import type { PrinterState } from '#shared/domain/printer.ts';
import type { Kiosk } from './create-kiosk.ts';
import { kioskWords } from './kiosk-words.ts';
import { canPrint } from './paper.ts';
import { ServiceButton } from './service-button.tsx';
import { Sign } from './signs.tsx';
import { Title } from './title.tsx';

/** Beyond this many the tiles are drawn smaller; twenty-four still fit on any glass. */
const MOST_AT_EASE = 16;

/** Everything the office does, on one page; the lanes for everybody stand apart. */
export function HomeScreen({ kiosk, view }: { kiosk: Kiosk; view: KioskView }) {
  const words = kioskWords();
  const buttons = (kind: 'service' | 'lane') =>
    view.services
      .filter((service) => service.kind === kind)
      .map((service) => (
        <ServiceButton
          key={service.id}
          service={service}
          onTouch={() => kiosk.tell({ type: 'service-touched', service: service.id })}
        />
      ));
  return (
    <main class="screen home">
      <div class="ask">
        <div>
          <Title>{words.question}</Title>
          <Advice printer={view.printer} />
        </div>
        <LanguageSwitch kiosk={kiosk} />
      </div>
      <div class={view.services.length > MOST_AT_EASE ? 'offer crowded' : 'offer'}>
        <section class="services" aria-label={words.services}>
          {buttons('service')}
        </section>
        <section class="lanes" aria-label={words.lanes}>
          {buttons('lane')}
        </section>
      </div>
    </main>
  );
}

/** How to begin; or, where no slip will come out, that the number is to be read from the glass. */
function Advice({ printer }: { printer: PrinterState }) {
  const words = kioskWords();
  if (printer === 'none' || canPrint(printer)) return <p class="how-to">{words.howTo}</p>;
  return (
    <p class="printer-note">
      <Sign name="no-slip" />
      <span>{printer === 'paper-out' ? words.paperOutNote : words.printerNote}</span>
    </p>
  );
}

/** Says the other language's name in that language. */
export function LanguageSwitch({ kiosk }: { kiosk: Kiosk }) {
  const words = kioskWords();
  return (
    <button
      type="button"
      class="control language"
      lang={words.otherLanguage}
      onClick={() => kiosk.tell({ type: 'language-switched' })}
    >
      <Sign name="globe" />
      <span>{words.switchLanguage}</span>
    </button>
  );
}
