import type { CommandAnswer } from '#shared/contract/queue-commands.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Client, joinCounter, joinKiosk } from './test-hall.ts';

/** What two clerks got who pressed "next" in the same instant, again and again. */
export type Together = {
  /** Presses that brought nobody. */
  errors: readonly string[];
  /** Numbers that were called more than once. */
  doubles: readonly string[];
  /** Rounds in which the two did not get the two who stood first. */
  outOfTurn: readonly string[];
  /** From each press to its answer, ms. */
  answeredMs: readonly number[];
  /** The same for a message that is refused at the door and needs no rule and no disk, asked by both in the same instant, too. */
  bareMs: readonly number[];
};

type Waiting = CommandAnswer<'ticket:take'>;
type Clerk = { page: Client<'view:counter'>; expects: TicketId | null };

/** So many rounds are waited for at once: the line is as long as on a busy morning, not as long as the whole test. */
const ROUNDS_AHEAD = 50;

/** Counters 1 and 2 do everything: both look at one line, and there are numbers for some thousand rounds. */
export function oneLineForTwo(services: readonly { id: string }[]): Pick<Setup, 'counters'> {
  const own = services.map(({ id }) => id);
  return { counters: [1, 2].map((id) => ({ id, own, helps: [] })) };
}

/** Lets both press so many times; two are waiting for every round, so both must get somebody. */
export async function pressTogether(url: string, services: readonly { id: string }[], rounds: number) {
  const kiosk = await joinKiosk(url);
  const clerks: [Clerk, Clerk] = [await openCounter(url, 1), await openCounter(url, 2)];
  const told = { errors: [], doubles: [], outOfTurn: [], answeredMs: [], bareMs: [] } as Recorded;
  const calledBefore = new Set<TicketId>();
  const line: Waiting[] = [];
  let taken = 0;
  for (let round = 0; round < rounds; round += 1) {
    if (line.length === 0) {
      const count = 2 * Math.min(ROUNDS_AHEAD, rounds - round);
      line.push(...(await takeNumbers(kiosk, services, taken, count)));
      taken += count;
    }
    await askBare(clerks, told);
    const replies = await pressBoth(clerks, round, told);
    note(told, replies, line.splice(0, 2), calledBefore);
  }
  for (const page of [kiosk, ...clerks.map(({ page: one }) => one)]) page.close();
  return told satisfies Together;
}

type Recorded = { -readonly [K in keyof Together]: Together[K][number][] };

async function openCounter(url: string, counter: number): Promise<Clerk> {
  const page = await joinCounter(url, counter);
  await page.send('counter:open', {});
  return { page, expects: null };
}

/** On one connection, so that they are given out in the order in which they are asked for. */
async function takeNumbers(
  kiosk: Client<'view:kiosk'>,
  services: readonly { id: string }[],
  from: number,
  count: number,
): Promise<Waiting[]> {
  const replies = await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const service = services[(from + index) % services.length]?.id ?? '';
      return kiosk.send('ticket:take', { services: [service], priority: 'regular' });
    }),
  );
  return replies.map((reply) => {
    if (!reply.ok) throw new Error(`No number was given: ${reply.refusal}`);
    return reply.answer;
  });
}

async function askBare(clerks: readonly Clerk[], { bareMs }: Recorded) {
  await Promise.all(
    clerks.map(({ page }) => timed(page.socket.emitWithAck('no-such-message' as 'counter:open', {} as never), bareMs)),
  );
}

/** Both are on their way before any answer can come; who is the first to send changes with every round. */
async function pressBoth(clerks: readonly Clerk[], round: number, { answeredMs }: Recorded) {
  const inOrder = round % 2 === 0 ? clerks : clerks.toReversed();
  return await Promise.all(
    inOrder.map(async (clerk) => {
      const reply: Reply<'ticket:call-next'> = await timed(
        clerk.page.send('ticket:call-next', { expects: clerk.expects }),
        answeredMs,
      );
      if (reply.ok) clerk.expects = reply.answer.called?.ticket ?? null;
      return reply;
    }),
  );
}

function note(
  { errors, doubles, outOfTurn }: Recorded,
  replies: readonly Reply<'ticket:call-next'>[],
  first: readonly Waiting[],
  calledBefore: Set<TicketId>,
) {
  const called: string[] = [];
  for (const reply of replies) {
    if (!reply.ok || !reply.answer.called) {
      errors.push(reply.ok ? 'told that nobody waits' : reply.refusal);
      continue;
    }
    const { ticket, number } = reply.answer.called;
    if (calledBefore.has(ticket)) doubles.push(number);
    calledBefore.add(ticket);
    called.push(number);
  }
  const expected = first.map(({ number }) => number);
  if (called.toSorted().join() !== expected.toSorted().join()) {
    outOfTurn.push(`called ${called.join(' and ')}, first were ${expected.join(' and ')}`);
  }
}

async function timed<T>(asked: Promise<T>, times: number[]): Promise<T> {
  const begun = performance.now();
  const answer = await asked;
  times.push(performance.now() - begun);
  return answer;
}
