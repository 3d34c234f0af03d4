import { pageWords } from '#shared/page/words/page-words.ts';
import { FindNumber } from './find-number.tsx';
import type { HelpDesk } from './help-desk.ts';
import { type DeskService, IssueNumber } from './issue-number.tsx';

type Props = {
  desk: HelpDesk;
  services: readonly DeskService[];
  /** IANA name; moments are shown on the office's wall clock. */
  timeZone: string;
};

/** All of the help desk: a number looked up, and one given out for whoever stands there. The house says what this page may do. */
export function HelpDeskParts({ desk, services, timeZone }: Props) {
  return (
    <div class="help-desk">
      {desk.online.value !== 'online' && (
        <p class="desk-offline" role="alert">
          {pageWords().offline}.
        </p>
      )}
      <FindNumber desk={desk} services={services} timeZone={timeZone} />
      <IssueNumber desk={desk} services={services} />
    </div>
  );
}
