import { type ReadonlySignal, signal } from '@preact/signals';
import type { AccessView, DevicePicture } from '#shared/contract/access-views.ts';
import type { MachinePicture, MachinesView } from '#shared/contract/health.ts';
import type { MessageInput, MessageName } from '#shared/contract/messages.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createPresses, type Presses } from '#shared/page/presses.ts';

export type Knocking = AccessView['knocking'][number];
export type Clerk = AccessView['clerks'][number];

/** A question that stands over the page, with what it was asked about: the picture behind may move on. */
export type AccessQuestion =
  | { kind: 'pair'; machine: Knocking }
  | { kind: 'revoke'; device: DevicePicture }
  | { kind: 'restart'; machine: MachinePicture }
  | { kind: 'add-clerk' }
  | { kind: 'new-pin'; clerk: Clerk }
  | { kind: 'remove-clerk'; clerk: Clerk }
  | { kind: 'change-password' };

/** What the components about machines and people read and press. */
export type Access = Omit<Presses, 'press' | 'say'> & {
  view: ReadonlySignal<AccessView | null>;
  machines: ReadonlySignal<MachinesView | null>;
  online: Connection<'view:manager'>['online'];
  question: ReadonlySignal<AccessQuestion | null>;
  ask(question: AccessQuestion | null): void;
  /** Answers the question that stands: it goes with a yes, and stays with a no and all that was typed. */
  answer<N extends MessageName>(name: N, input: MessageInput<N>, button?: string): void;
  signOut(): void;
};

export function createAccess(connection: Connection<'view:manager'>): Access {
  const { press, underWay, isSlow, notice } = createPresses(connection.send);
  const question = signal<AccessQuestion | null>(null);
  const ask = (next: AccessQuestion | null) => {
    question.value = next;
  };
  const answer = async <N extends MessageName>(name: N, input: MessageInput<N>, button?: string) => {
    const asked = question.value;
    const reply = await press(name, input, button);
    if (reply?.ok && question.value === asked) ask(null);
  };
  const signOut = async () => {
    // Whatever is answered: who wants to go must not stay signed in.
    if (await press('session:end', {})) connection.enter(null);
  };
  // Who signs in next must not find a question of the one before.
  connection.door.subscribe((door) => door && ask(null));
  return {
    view: connection.also('view:access'),
    machines: connection.also('view:machines'),
    online: connection.online,
    underWay,
    isSlow,
    notice,
    question,
    ask,
    answer: (name, input, button) => void answer(name, input, button),
    signOut: () => void signOut(),
  };
}
