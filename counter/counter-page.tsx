import type { CounterId } from '#shared/domain/ids.ts';
import { usePageTitle } from '#shared/page/alarm.ts';
import { ConnectionBanner } from '#shared/page/connection-banner.tsx';
import { Notice } from '#shared/page/notice.tsx';
import { pageWords } from '#shared/page/words/page-words.ts';
import { ActionGrid } from './actions/action-grid.tsx';
import { CameBackNotice } from './actions/came-back.tsx';
import { HelpCalls } from './actions/help-call.tsx';
import { MoreActions } from './actions/more-actions.tsx';
import { PrimaryAction } from './actions/primary-action.tsx';
import type { Desk } from './desk/desk.ts';
import { DossierBar } from './dossiers/dossier-bar.tsx';
import { HallPanel } from './hall/hall-panel.tsx';
import { hallWords } from './hall/hall-words.ts';
import { SetAside } from './lists/set-aside.tsx';
import { WaitingLine } from './lists/waiting-line.tsx';
import { DeskQuestion } from './questions/questions.tsx';
import { Said } from './said.tsx';
import { AtCounter } from './ticket/at-counter.tsx';
import { DayNav, TopBar } from './top-bar.tsx';
import { words } from './words.ts';

/** All that a clerk sees of one counter, eight hours a day. */
export function CounterPage({ desk, id }: { desk: Desk; id: CounterId }) {
  const view = desk.view.value;
  const { counter, changeCounter } = words();
  const title = [counter(id), view?.current?.number].filter(Boolean).join(' · ');
  usePageTitle(title);
  if (!view) {
    return (
      <p class="connecting">
        {pageWords().connecting} <a href="/counter/">{changeCounter}</a>
      </p>
    );
  }
  const isLive = desk.online.value === 'online';
  return (
    <>
      <Said desk={desk} view={view} />
      <ConnectionBanner online={desk.online} heardAt={desk.heardAt} timeZone={view.timeZone} />
      <HelpCalls desk={desk} view={view} />
      <div class={isLive ? 'desk' : 'desk is-old'}>
        <TopBar view={view} />
        <div class="desk-body">
          <main class="desk-main">
            <AtCounter view={view} />
            <PrimaryAction desk={desk} view={view} />
            <DossierBar desk={desk} view={view} />
            <ActionGrid desk={desk} view={view} />
            <MoreActions desk={desk} view={view} />
          </main>
          <div class="desk-side">
            <aside class="desk-lists" aria-label={hallWords().lists}>
              <WaitingLine desk={desk} view={view} />
              <SetAside desk={desk} view={view} />
            </aside>
            <HallPanel view={view} />
          </div>
        </div>
        <DayNav desk={desk} view={view} />
      </div>
      {desk.question.value === null && <Notice notice={desk.notice} />}
      <CameBackNotice desk={desk} />
      <DeskQuestion desk={desk} view={view} />
    </>
  );
}
