import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LookedUp } from '#shared/contract/look-up.ts';
import type { MessageInput } from '#shared/contract/messages.ts';
import type { ServiceId, TicketId, TicketNumber } from '#shared/domain/ids.ts';
import { serverNow } from '#shared/page/clock.ts';
import type { Online } from '#shared/page/connection.ts';
import { createPresses, type Presses, type Send } from '#shared/page/presses.ts';
import { type SlipNow, slipNow } from './slip-now.ts';

/** A number that was just given out here, and what became of its paper. */
export type Issued = {
  ticket: TicketId;
  number: TicketNumber;
  services: readonly ServiceId[];
  ahead: number;
  slip: SlipNow;
};

/** What the house said of a number, and when: it stands still while the hall goes on. */
export type Found = LookedUp & { at: number };

/** What the help desk's parts read and press, at the manager's page and at a counter's. */
export type HelpDesk = Omit<Presses, 'press' | 'say'> & {
  online: ReadonlySignal<Online>;
  issued: ReadonlySignal<Issued | null>;
  found: ReadonlySignal<Found | null>;
  /** @returns whether a number was given out */
  issue(input: MessageInput<'ticket:take'>): Promise<boolean>;
  find(number: TicketNumber): void;
  /** One more paper of this ticket; what became of it is followed. */
  reprint(ticket: TicketId, number: TicketNumber): void;
  /** @returns whether it was cancelled */
  cancel(ticket: TicketId, number: TicketNumber, reason: string): Promise<boolean>;
  /** Forgets what was found and given out: the next visitor stands there, or the question is left. */
  clear(): void;
};

type Part = { send: Send; presses: Presses; issued: Signal<Issued | null>; found: Signal<Found | null> };

/** The names under which the presses are under way. */
export const findButton = (number: TicketNumber) => `ticket:look-up ${number}`;
export const reprintButton = (ticket: TicketId) => `slip:reprint ${ticket}`;
export const cancelButton = (ticket: TicketId) => `ticket:cancel ${ticket}`;

/** How often, and how many times, it is looked whether a slip has come out. A printer is given up long before the last time. */
const LOOK_EVERY_MS = 700;
const LOOKS_AT_MOST = 40;

export function createHelpDesk({ send, online }: { send: Send; online: ReadonlySignal<Online> }): HelpDesk {
  const presses = createPresses(send);
  const part: Part = { send, presses, issued: signal(null), found: signal(null) };
  const { underWay, isSlow, notice } = presses;
  return {
    ...{ underWay, isSlow, notice, online, issued: part.issued, found: part.found },
    issue: (input) => issue(part, input),
    find: (number) => void find(part, number),
    reprint: (ticket, number) => void reprint(part, ticket, number),
    cancel: (ticket, number, reason) => cancel(part, ticket, number, reason),
    clear() {
      part.issued.value = null;
      part.found.value = null;
    },
  };
}

async function issue(part: Part, input: MessageInput<'ticket:take'>): Promise<boolean> {
  const reply = await part.presses.press('ticket:take', input);
  if (!reply?.ok) return false;
  const { ticket, number, ahead } = reply.answer;
  part.issued.value = { ticket, number, services: input.services, ahead, slip: 'printing' };
  void followSlip(part, ticket, number);
  return true;
}

async function find(part: Part, number: TicketNumber) {
  const reply = await part.presses.press('ticket:look-up', { number }, findButton(number));
  if (!reply) return;
  part.found.value = reply.ok ? { ...reply.answer, at: serverNow() } : null;
  if (reply.ok && slipNow(reply.answer) === 'printing') void followSlip(part, reply.answer.ticket, number);
}

async function reprint(part: Part, ticket: TicketId, number: TicketNumber) {
  const reply = await part.presses.press('slip:reprint', { ticket }, reprintButton(ticket));
  if (reply?.ok) await followSlip(part, ticket, number);
}

async function cancel(part: Part, ticket: TicketId, number: TicketNumber, reason: string): Promise<boolean> {
  const reply = await part.presses.press('ticket:cancel', { ticket, reason }, cancelButton(ticket));
  if (!reply?.ok) return false;
  await lookAgain(part, ticket, number);
  return true;
}

/** Looks until the paper has come out or not, as long as anybody here looks at it. */
async function followSlip(part: Part, ticket: TicketId, number: TicketNumber) {
  for (let looks = 0; looks < LOOKS_AT_MOST; looks++) {
    const slip = await lookAgain(part, ticket, number);
    if (slip !== 'printing') return;
    await new Promise((again) => setTimeout(again, LOOK_EVERY_MS));
    if (!isShown(part, ticket)) return;
  }
}

/** What is now true of a number that stands here; beside the presses, for nobody pressed for it. */
async function lookAgain(part: Part, ticket: TicketId, number: TicketNumber): Promise<SlipNow | null> {
  const reply = await part.send('ticket:look-up', { number });
  // Not found now: the line is cut, or the day is over. What stands here stays, with its time.
  if (!reply.ok) return null;
  const slip = slipNow(reply.answer);
  const { issued, found } = part;
  if (issued.value?.ticket === ticket) issued.value = { ...issued.value, slip };
  if (found.value?.ticket === ticket) found.value = { ...reply.answer, at: serverNow() };
  return slip;
}

function isShown({ issued, found }: Part, ticket: TicketId): boolean {
  return issued.value?.ticket === ticket || found.value?.ticket === ticket;
}
