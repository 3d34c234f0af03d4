import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';

const PAGES = ['kiosk', 'display', 'counter'] as const;

/** What is connected, the printer, and the journal that everything is written into. */
export function DeviceList({ view }: { view: ManagerView }) {
  const w = words();
  // Thousands apart, or a long day's number cannot be read; a thin space is in every font.
  const seq = String(view.journal.seq).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return (
    <section class="card" aria-labelledby="devices-heading">
      <h2 id="devices-heading">{w.devices}</h2>
      <dl class="lines">
        {PAGES.map((page) => (
          <div key={page} class={page === 'display' && view.pages.display === 0 ? 'is-missing' : ''}>
            <dt>{w.pages[page]}</dt>
            <dd>{view.pages[page]}</dd>
          </div>
        ))}
        <div class={['ready', 'near-end', 'none'].includes(view.printer) ? '' : 'is-missing'}>
          <dt>{w.printer}</dt>
          <dd>{w.printerState[view.printer]}</dd>
        </div>
        <div class={view.journal.intact ? '' : 'is-missing'}>
          <dt>{w.journal}</dt>
          <dd>{view.journal.intact ? w.journalSeq(seq) : w.journalSeqBroken(seq)}</dd>
        </div>
      </dl>
    </section>
  );
}
