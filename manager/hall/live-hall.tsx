import { DeviceList } from '#manager/access/device-list.tsx';
import { CancelRangeCard } from '#manager/help-desk/cancel-range-card.tsx';
import { CancelRangeQuestion } from '#manager/help-desk/cancel-range-question.tsx';
import type { Oversight } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import { usePageTitle } from '#shared/page/alarm.ts';
import { ConnectionBanner } from '#shared/page/connection-banner.tsx';
import { pageWords } from '#shared/page/words/page-words.ts';
import { AbsentList } from './absent-list.tsx';
import { Attention } from './attention.tsx';
import { CountersGrid } from './counters-grid.tsx';
import { DossierTotals } from './dossier-totals.tsx';
import { EndDayQuestion } from './end-day-question.tsx';
import { HallHeader } from './hall-header.tsx';
import { ServicesTable } from './services-table.tsx';
import { SlipTroubles } from './slip-troubles.tsx';
import { Totals } from './totals.tsx';

/** The hall as it is at this moment, for whoever answers for it. */
export function LiveHall({ oversight }: { oversight: Oversight }) {
  const view = oversight.view.value;
  const { title } = words();
  usePageTitle(title);
  if (!view) return <p class="connecting">{pageWords().connecting}</p>;
  return (
    <>
      <ConnectionBanner online={oversight.online} heardAt={oversight.heardAt} timeZone={view.timeZone} />
      <div class={oversight.online.value === 'online' ? 'hall' : 'hall is-old'}>
        <HallHeader oversight={oversight} view={view} />
        <main>
          <Attention view={view} />
          <Totals totals={view.totals} />
          <DossierTotals dossiers={view.totals.dossiers} />
          <ServicesTable view={view} />
          <CountersGrid oversight={oversight} view={view} />
          <div class="small-cards">
            <AbsentList oversight={oversight} view={view} />
            <CancelRangeCard oversight={oversight} view={view} />
            <SlipTroubles oversight={oversight} view={view} />
            <DeviceList view={view} />
          </div>
        </main>
      </div>
      <EndDayQuestion oversight={oversight} view={view} />
      <CancelRangeQuestion oversight={oversight} view={view} />
    </>
  );
}
