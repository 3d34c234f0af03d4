import type { ReadonlySignal } from '@preact/signals';
import type { RatingsView } from '#shared/contract/rating-views.ts';
import type { HelpDesk } from '#shared/page/help-desk/help-desk.ts';
import { Notice } from '#shared/page/notice.tsx';
import type { Access } from './access/access.ts';
import { AccessPage } from './access/access-page.tsx';
import type { Printing } from './access/printing.ts';
import type { Choosing } from './choosing.ts';
import { DisplaysPage } from './displays/displays-page.tsx';
import type { Recording } from './displays/recording.ts';
import { LiveHall } from './hall/live-hall.tsx';
import { HelpDeskPage } from './help-desk/help-desk-page.tsx';
import type { Oversight } from './oversight.ts';
import { RatingsPage } from './ratings/ratings-page.tsx';
import { section } from './section.ts';
import { SectionNav } from './section-nav.tsx';
import { CounterQuestion } from './supervise/counter-question.tsx';
import { HelpCalls } from './supervise/help-calls.tsx';

type Props = {
  oversight: Oversight;
  helpDesk: HelpDesk;
  access: Access;
  printing: Printing;
  choosing: Choosing;
  recording: Recording;
  ratings: ReadonlySignal<RatingsView | null>;
};

/** The manager's sheets: the hall as it is, what is done for a visitor who asks, what its displays show and say, how content its visitors are, and who may come in. */
export function ManagerPage({ oversight, helpDesk, access, printing, choosing, recording, ratings }: Props) {
  const view = oversight.view.value;
  const isReady = view !== null;
  return (
    <>
      {view && <HelpCalls oversight={oversight} view={view} />}
      {isReady && <SectionNav access={access} isDayOpen={view.dayState === 'open'} />}
      {isReady && section.value === 'access' && (
        <AccessPage oversight={oversight} access={access} printing={printing} />
      )}
      {isReady && section.value === 'help-desk' && <HelpDeskPage oversight={oversight} helpDesk={helpDesk} />}
      {isReady && section.value === 'displays' && (
        <DisplaysPage oversight={oversight} choosing={choosing} recording={recording} />
      )}
      {isReady && section.value === 'ratings' && (
        <RatingsPage oversight={oversight} choosing={choosing} ratings={ratings} />
      )}
      {(!isReady || section.value === 'hall') && <LiveHall oversight={oversight} />}
      {oversight.question.value === null && <Notice notice={oversight.notice} />}
      {view && <CounterQuestion oversight={oversight} view={view} />}
    </>
  );
}
