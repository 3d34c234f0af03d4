import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { type Trouble, troublesOf } from './troubles.ts';

/** What a person should see to, above all figures. Nothing on a good day. */
export function Attention({ view }: { view: ManagerView }) {
  const troubles = troublesOf(view);
  if (troubles.length === 0) return null;
  return (
    <section class="attention" aria-labelledby="attention-heading" role="alert">
      <h2 id="attention-heading">
        <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.8 15 14H1zM8 6.2v3.6M8 12v.01" />
        </svg>
        {words().attention}
      </h2>
      <ul>
        {troubles.map((trouble) => (
          <li key={sentenceOf(trouble, view)}>{sentenceOf(trouble, view)}</li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf(trouble: Trouble, { timeZone }: ManagerView): string {
  const w = words();
  switch (trouble.kind) {
    case 'disk':
      return w.disk[trouble.trouble];
    case 'journal-broken':
      return w.journalBroken;
    case 'backup':
      return w.backupFailed(trouble.lastAt === null ? null : momentText(trouble.lastAt, timeZone));
    case 'no-display':
      return w.noDisplay;
    case 'no-kiosk':
      return w.noKiosk;
    case 'printer':
      return `${w.printerState[trouble.state]}.`;
    case 'tapped-for-fun':
      return w.tappedForFun(trouble.name, wallClock(trouble.at, timeZone).text);
    case 'nobody-calls':
      return w.nobodyCalls(trouble.short, trouble.waiting);
  }
}

/** Day and time: the last good backup may be of yesterday. */
function momentText(at: number, timeZone: string): string {
  const { day, text } = wallClock(at, timeZone);
  const [, month, date] = day.split('-');
  return `${text} ${date}/${month}`;
}
