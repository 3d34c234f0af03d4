import type { MessageInput } from '#shared/contract/messages.ts';
import type { CommandName } from '#shared/contract/queue-commands.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { PageRole } from '#shared/contract/roles.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { BoardCall, ManagerView } from '#shared/contract/views.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';

/** What the pages of a day saw and were told; nothing in here comes from inside the server. */
export type SeenDay = { setup: Setup; moments: readonly Moment[] };

/** One second of the day in which something happened, and how the hall looked when it was over. */
export type Moment = {
  /** Ms UTC. */
  at: number;
  turns: readonly Turn[];
  /** Clerks who are at an open counter with nothing to do but call the next. */
  ready: readonly CounterId[];
  /** The manager's newest picture at the end. */
  manager: ManagerView;
};

/** Presses made at the same time: none waited for the answer of another. */
export type Turn = {
  presses: readonly Pressed[];
  /** Calls that were new on the board afterwards, oldest first. */
  calls: readonly BoardCall[];
};

export type Who = { role: PageRole; counter: CounterId | null };

/** What people in the hall say: every command, and the help desk's question. */
export type PressName = CommandName | 'ticket:look-up';

type PressedAs<N extends PressName> = {
  who: Who;
  name: N;
  input: MessageInput<N>;
  reply: Reply<N>;
  /** Answers to the same press asked again with the same id. */
  repeats: readonly Reply<N>[];
  /** Every "no" that whoever pressed reckoned with. */
  reckonsWith: readonly Refusal[];
};

/** A press with its answer. */
export type Pressed = { [N in PressName]: PressedAs<N> }[PressName];
