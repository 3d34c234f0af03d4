import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { refusalWords } from '#shared/page/words/refusal-words.ts';
import { printerWords } from './printer-words.ts';
import type { Printing } from './printing.ts';
import { SlipCanvas } from './slip-canvas.tsx';

type Props = { printing: Printing; printer: ManagerView['printer'] };

/** How the printer is, and the three things that whoever sets it up wants to try. */
export function PrinterCard({ printing, printer }: Props) {
  const w = printerWords();
  const isWell = ['ready', 'near-end', 'none'].includes(printer);
  const picture = printing.picture.value;
  return (
    <section class="card" aria-labelledby="printer-heading">
      <h2 id="printer-heading">{words().printer}</h2>
      <p class={isWell ? 'printer-state' : 'printer-state is-missing'}>{words().printerState[printer]}</p>
      {printer === 'near-end' && <p class="soft">{w.nearEnd}</p>}
      {printer === 'none' && <p class="soft">{w.none}</p>}
      <div class="printer-buttons">
        {printer !== 'none' && (
          <Press printing={printing} name="printer:test" says={w.test} saysThen={w.testing} act={printing.test} />
        )}
        <Press
          {...{ printing, name: 'printer:preview', says: w.preview, saysThen: w.previewing, act: printing.preview }}
        />
        <Press printing={printing} name="printer:find" says={w.find} saysThen={w.finding} act={printing.find} />
      </div>
      <div class="printer-says" role="status">
        <Says printing={printing} />
      </div>
      {picture !== null && <SlipCanvas png={picture} label={w.picture} />}
    </section>
  );
}

type PressProps = { printing: Printing; name: string; says: string; saysThen: string; act(): void };

function Press({ printing, name, says, saysThen, act }: PressProps) {
  const isUnderWay = printing.underWay.value === name;
  return (
    <button
      type="button"
      class={isUnderWay ? 'small is-under-way' : 'small'}
      aria-busy={isUnderWay}
      disabled={printing.online.value !== 'online'}
      onClick={act}
    >
      {isUnderWay && printing.isSlow.value ? saysThen : says}
    </button>
  );
}

/** What the presses came to. The place is always there, so that it is read aloud when it fills. */
function Says({ printing }: { printing: Printing }) {
  const w = printerWords();
  const [tested, found, notice] = [printing.tested.value, printing.found.value, printing.notice.value];
  return (
    <>
      {notice !== null && <p class="is-missing">{refusalWords()[notice]}</p>}
      {tested !== null && <p class={tested === 'refused' ? 'is-missing' : ''}>{w.tested[tested]}</p>}
      {found !== null && <p>{found.length === 0 ? w.nothingFound : w.found}</p>}
      {found !== null && found.length > 0 && (
        <ul>
          {found.map((address) => (
            <li key={address} class="address">
              {address}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
