import type { Oversight } from '#manager/oversight.ts';
import { Sheet } from '#manager/sheet.tsx';
import { Notice } from '#shared/page/notice.tsx';
import type { Access } from './access.ts';
import { AccessQuestionDialog } from './access-question.tsx';
import { accessWords } from './access-words.ts';
import { ClerkList } from './clerk-list.tsx';
import { ConnectCard } from './connect-card.tsx';
import { KnockingList } from './knocking-list.tsx';
import { MachinesCard } from './machines-card.tsx';
import { PairedList } from './paired-list.tsx';
import { PrinterCard } from './printer-card.tsx';
import type { Printing } from './printing.ts';
import { ServerCard } from './server-card.tsx';

type Props = { oversight: Oversight; access: Access; printing: Printing };

/** Which machines and which people may come in. */
export function AccessPage({ oversight, access, printing }: Props) {
  const w = accessWords();
  const view = access.view.value;
  const machines = access.machines.value;
  const hall = oversight.view.value;
  const timeZone = hall?.timeZone ?? 'UTC';
  const isLive = access.online.value === 'online';
  return (
    <Sheet
      title={w.title}
      oversight={oversight}
      buttons={
        <>
          <button
            type="button"
            class="secondary"
            disabled={!isLive}
            onClick={() => access.ask({ kind: 'change-password' })}
          >
            {w.changePassword}
          </button>
          <button type="button" class="secondary" disabled={!isLive} onClick={access.signOut}>
            {w.signOut}
          </button>
        </>
      }
      above={
        view && (
          <>
            {access.question.value === null && <Notice notice={access.notice} />}
            <AccessQuestionDialog access={access} view={view} />
          </>
        )
      }
    >
      {view && (
        <>
          <KnockingList access={access} view={view} timeZone={timeZone} />
          {machines && <MachinesCard access={access} view={machines} timeZone={timeZone} />}
          <PairedList access={access} view={view} />
          <ClerkList access={access} view={view} />
          <ConnectCard view={view} />
          <ServerCard view={view} />
          {hall && <PrinterCard printing={printing} printer={hall.printer} />}
        </>
      )}
    </Sheet>
  );
}
