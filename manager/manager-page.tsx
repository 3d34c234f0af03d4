import type { Access } from './access.ts';
import { AccessPage } from './access-page.tsx';
import { LiveHall } from './live-hall.tsx';
import type { Oversight } from './oversight.ts';
import type { Printing } from './printing.ts';
import { section } from './section.ts';
import { SectionNav } from './section-nav.tsx';

type Props = { oversight: Oversight; access: Access; printing: Printing };

/** The manager's two sheets: the hall as it is, and who may come in. */
export function ManagerPage({ oversight, access, printing }: Props) {
  const isReady = oversight.view.value !== null;
  return (
    <>
      {isReady && <SectionNav access={access} isDayOpen={oversight.view.value?.dayState === 'open'} />}
      {isReady && section.value === 'access' ? (
        <AccessPage oversight={oversight} access={access} printing={printing} />
      ) : (
        <LiveHall oversight={oversight} />
      )}
    </>
  );
}
