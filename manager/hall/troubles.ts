import type { ManagerView } from '#shared/contract/views.ts';
import type { DiskTrouble } from '#shared/domain/disk.ts';
import type { PrinterState } from '#shared/domain/printer.ts';

/** Something that a person should see to, the gravest first. */
export type Trouble =
  | { kind: 'disk'; trouble: DiskTrouble }
  | { kind: 'journal-broken' }
  | { kind: 'backup'; lastAt: number | null }
  | { kind: 'no-display' }
  | { kind: 'no-kiosk' }
  | { kind: 'printer'; state: Exclude<PrinterState, 'ready' | 'none'> }
  | { kind: 'tapped-for-fun'; name: string | null; at: number }
  | { kind: 'nobody-calls'; prefix: string; short: string; waiting: number };

/** What does not go well in the hall at this moment. */
export function troublesOf(view: ManagerView): readonly Trouble[] {
  const troubles: Trouble[] = [];
  if (view.journal.trouble !== null) troubles.push({ kind: 'disk', trouble: view.journal.trouble });
  if (!view.journal.intact) troubles.push({ kind: 'journal-broken' });
  if (view.backup.failed) troubles.push({ kind: 'backup', lastAt: view.backup.lastAt });
  // After the day nobody needs a screen or paper.
  if (view.dayState === 'open') {
    if (view.pages.display === 0) troubles.push({ kind: 'no-display' });
    if (view.pages.kiosk === 0) troubles.push({ kind: 'no-kiosk' });
    if (view.printer !== 'ready' && view.printer !== 'none') troubles.push({ kind: 'printer', state: view.printer });
  }
  for (const { name, at } of view.tappedForFun) troubles.push({ kind: 'tapped-for-fun', name, at });
  for (const { prefix, short, waiting, openCounters } of view.services) {
    if (waiting > 0 && openCounters === 0) troubles.push({ kind: 'nobody-calls', prefix, short, waiting });
  }
  return troubles;
}
