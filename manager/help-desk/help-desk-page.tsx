import { useEffect } from 'preact/hooks';
import type { Oversight } from '#manager/oversight.ts';
import { Sheet } from '#manager/sheet.tsx';
import { words } from '#manager/words.ts';
import type { HelpDesk } from '#shared/page/help-desk/help-desk.ts';
import { HelpDeskParts } from '#shared/page/help-desk/help-desk-parts.tsx';
import { Notice } from '#shared/page/notice.tsx';
import { CancelRangeCard } from './cancel-range-card.tsx';
import { CancelRangeQuestion } from './cancel-range-question.tsx';

/** What is done for somebody who stands there: a number looked up, one given out, and, by the manager alone, many cancelled. */
export function HelpDeskPage({ oversight, helpDesk }: { oversight: Oversight; helpDesk: HelpDesk }) {
  const view = oversight.view.value;
  // Whose number that was need not stand here when the sheet is opened again.
  useEffect(() => helpDesk.clear, []);
  return (
    <Sheet
      title={words().helpDesk}
      oversight={oversight}
      above={
        <>
          <Notice notice={helpDesk.notice} />
          {view && <CancelRangeQuestion oversight={oversight} view={view} />}
        </>
      }
    >
      {view && (
        <>
          <section class="card help-desk-card">
            <h2 class="sr-only">{words().helpDesk}</h2>
            <HelpDeskParts desk={helpDesk} services={view.services} timeZone={view.timeZone} />
          </section>
          <CancelRangeCard oversight={oversight} view={view} />
        </>
      )}
    </Sheet>
  );
}
