import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { PressButton } from '#shared/page/press-button.tsx';
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
  const small = { presses: printing, look: 'small' } as const;
  return (
    <section class="card" aria-labelledby="printer-heading">
      <h2 id="printer-heading">{words().printer}</h2>
      <p class={isWell ? 'printer-state' : 'printer-state is-missing'}>{words().printerState[printer]}</p>
      {printer === 'near-end' && <p class="soft">{w.nearEnd}</p>}
      {printer === 'none' && <p class="soft">{w.none}</p>}
      <div class="printer-buttons">
        {printer !== 'none' && (
          <PressButton {...small} name="printer:test" label={w.test} slowly={w.testing} press={printing.test} />
        )}
        <PressButton
          {...small}
          name="printer:preview"
          label={w.preview}
          slowly={w.previewing}
          press={printing.preview}
        />
        <PressButton {...small} name="printer:find" label={w.find} slowly={w.finding} press={printing.find} />
      </div>
      <div class="printer-says" role="status">
        <Says printing={printing} />
      </div>
      {picture !== null && <SlipCanvas png={picture} label={w.picture} />}
    </section>
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
