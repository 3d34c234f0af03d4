import { useState } from 'preact/hooks';
import type { DoorView } from '#shared/contract/access-views.ts';
import { ClerkNames } from './clerk-names.tsx';
import type { DoorLine } from './doorway.tsx';
import { PinForm } from './pin-form.tsx';

/** A clerk comes to this counter: first the name, then the PIN. */
export function ClerkSignIn({ connection, view }: { connection: DoorLine; view: DoorView }) {
  const [chosen, choose] = useState<string | null>(null);
  const clerk = view.clerks.find(({ id }) => id === chosen);
  if (!clerk) return <ClerkNames clerks={view.clerks} counter={view.counter} choose={choose} />;
  return <PinForm key={clerk.id} connection={connection} clerk={clerk} leave={() => choose(null)} />;
}
