import { useEffect } from 'preact/hooks';
import type { DoorView } from '#shared/contract/access-views.ts';
import type { DeviceRole } from '#shared/contract/roles.ts';
import { PageSwitches } from '#shared/page/page-switches.tsx';
import { inLanguage } from '#shared/page/words/language.ts';
import { refusalWords } from '#shared/page/words/refusal-words.ts';
import { ClerkSignIn } from './clerk-sign-in.tsx';
import { doorWords } from './door-words.ts';
import type { DoorLine } from './doorway.tsx';
import { NewPassword } from './new-password.tsx';
import { Pairing } from './pairing.tsx';
import { PasswordSignIn } from './password-sign-in.tsx';

type Props = { connection: DoorLine; view: DoorView; room: DeviceRole; tone: 'light' | 'dark' };

/** What stands before a page that has not been let in yet. */
export function Door({ connection, view, room, tone }: Props) {
  const words = doorWords();
  const title = view.needs === 'pairing' ? words.pairingTitle : words.room[room];
  useEffect(() => {
    document.title = `${title} · Lượt`;
  }, [title]);
  // Only the staff's pages remember a language; a kiosk's belongs to its visitor.
  const isStaff = room === 'counter' || room === 'manager';
  return (
    <div class="door" data-tone={tone} data-needs={view.needs}>
      <header class="door-header">
        <p class="door-office">{inLanguage(view.office)}</p>
        {isStaff && <PageSwitches />}
      </header>
      <LineTrouble connection={connection} />
      <main class="door-main">
        <Need connection={connection} view={view} room={room} />
      </main>
    </div>
  );
}

function Need({ connection, view, room }: Omit<Props, 'tone'>) {
  switch (view.needs) {
    case 'pairing':
      return <Pairing view={view} room={room} />;
    case 'new-password':
      return <NewPassword connection={connection} />;
    case 'password':
      return <PasswordSignIn connection={connection} />;
    case 'clerk':
      return <ClerkSignIn connection={connection} view={view} />;
  }
}

function LineTrouble({ connection }: { connection: DoorLine }) {
  const online = connection.online.value;
  if (online === 'online') return null;
  return (
    <p class="door-trouble" role="alert">
      {online === 'old-page' ? refusalWords()['old-page'] : doorWords().reconnecting}
    </p>
  );
}
