import { decide } from '#core/decide.ts';
import type { Command } from '#core/decision.ts';
import type { QueueEvent } from '#core/events.ts';
import { lineOf, type Office } from '#core/office.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';

/** The rules of the house with one of them broken. */
export type Rules = typeof decide;

/** Priority tickets stand before everybody else, however late they come. */
export const strictPriority: Rules = (office, setup, command) =>
  decide(office, command.name === 'ticket:take' ? withHeadStart(setup, 'always-first') : setup, command);

/** Priority tickets have no head start. */
export const noHeadStart: Rules = (office, setup, command) =>
  decide(office, command.name === 'ticket:take' ? withHeadStart(setup, 0) : setup, command);

/** Whoever came last is called first. */
export const lastInFirstOut: Rules = (office, setup, command) =>
  changeEvents(decide(office, setup, command), (event) => {
    if (event.type !== 'ticket-issued') return [event];
    const { errand } = event.ticket;
    return [{ ...event, ticket: { ...event.ticket, errand: { ...errand, effectiveAt: -errand.effectiveAt } } }];
  });

/** A counter helps others first and sees to its own lines when nobody waits there. */
export const helpingFirst: Rules = (office, setup, command) => {
  if (command.name !== 'ticket:call-next') return decide(office, setup, command);
  const counters = setup.counters.map(({ id, own, helps }) => ({ id, own: helps, helps: own }));
  return decide(office, { ...setup, counters }, command);
};

/** Nobody helps: a counter whose own lines are empty stays idle. */
export const neverHelping: Rules = (office, setup, command) => {
  if (command.name !== 'ticket:call-next') return decide(office, setup, command);
  return decide(office, { ...setup, counters: setup.counters.map((counter) => ({ ...counter, helps: [] })) }, command);
};

/** Now and then the slip says the number of the one before. */
export const doubledNumber: Rules = (office, setup, command) => {
  const decision = decide(office, setup, command);
  if (!('answer' in decision) || !('ahead' in decision.answer) || office.issued % 20 !== 19) return decision;
  return { ...decision, answer: { ...decision.answer, number: numberBefore(decision.answer.number) } };
};

/** Now and then the very same number is really issued again. */
export const numberIssuedAgain: Rules = (office, setup, command) => {
  const decision = decide(office, setup, command);
  if (!isNow(command)) return decision;
  return changeEvents(decision, (event) => {
    if (event.type !== 'ticket-issued') return [event];
    return [{ ...event, ticket: { ...event.ticket, number: numberBefore(event.ticket.number) } }];
  });
};

/** Now and then somebody gets a slip and stands in no line. */
export const forgottenTicket: Rules = (office, setup, command) => {
  const decision = decide(office, setup, command);
  const isForgotten = command.name === 'ticket:take' && isNow(command);
  return isForgotten && 'answer' in decision ? { ...decision, events: [] } : decision;
};

/** Calling the next sends the last of the first line home. */
export const sentHome: Rules = (office, setup, command) => {
  const decision = decide(office, setup, command);
  if (command.name !== 'ticket:call-next' || !('answer' in decision)) return decision;
  const line = lineOf(office, 'dat-dai');
  const last = line.length > 1 ? line.take(line.length).at(-1) : undefined;
  if (!last) return decision;
  return {
    ...decision,
    events: [...decision.events, { type: 'ticket-closed', ticket: last.id, outcome: 'cancelled' }],
  };
};

/** Two clerks who press in the same second are given the same person. */
export const calledTwice: Rules = (office, setup, command) => {
  const decision = decide(office, setup, command);
  if (command.name !== 'ticket:call-next' || command.counter === null || 'answer' in decision) return decision;
  const taken = calledJustNow(office, command);
  if (!taken) return decision;
  const { id, number } = taken;
  const call: QueueEvent = { type: 'ticket-called', ticket: id, counter: command.counter, outOfOrder: null };
  return { events: [{ type: 'ticket-handed-on', ticket: id }, call], answer: { called: { ticket: id, number } } };
};

/** Whatever the clerk says came of it, one dossier is counted. */
export const dossiersForgotten: Rules = (office, setup, command) => {
  if (!('dossiers' in command.input)) return decide(office, setup, command);
  const { dossiers: _said, ...input } = command.input;
  // The same command, with one word of it left out.
  return decide(office, setup, { ...command, input } as Command);
};

/** Everybody is called in Vietnamese alone. */
export const languageForgotten: Rules = (office, setup, command) =>
  changeEvents(decide(office, setup, command), (event) => {
    if (event.type !== 'ticket-issued') return [event];
    const { language: _chosen, ...ticket } = event.ticket;
    return [{ ...event, ticket }];
  });

/** The house calls two people at once to a counter that is free. */
export const houseCallsTwo: Rules = (office, setup, command) => {
  const decision = decide(office, setup, command);
  if (command.name !== 'ticket:auto-call') return decision;
  return changeEvents(decision, (event) => {
    if (event.type !== 'ticket-called') return [event];
    const { errand } = office.tickets.get(event.ticket) ?? {};
    const other = errand ? lineOf(office, errand.service).take(2)[1] : undefined;
    return other ? [event, { ...event, ticket: other.id }] : [event];
  });
};

/** What is declared for who stood in a wrong lane counts only from that press. */
export const furtherFromThePress: Rules = (office, setup, command) =>
  changeEvents(decide(office, setup, command), (event) => {
    if (event.type !== 'ticket-transferred' || !event.further) return [event];
    const late = ({ service, arrivedAt, effectiveAt }: (typeof event.further)[number]) => ({
      service,
      arrivedAt: command.at,
      effectiveAt: effectiveAt + command.at - arrivedAt,
    });
    return [{ ...event, further: event.further.map(late) }];
  });

/** Nobody may be called again, however long the clerk has waited. */
export const recallRefused: Rules = (office, setup, command) =>
  command.name === 'ticket:recall' ? { refusal: 'recall-too-soon' } : decide(office, setup, command);

/** The number of the one before; of the first its own. */
function numberBefore(number: string): string {
  return `${number[0]}${String(Math.max(1, Number(number.slice(1)) - 1)).padStart(3, '0')}`;
}

/** Once in a while. */
function isNow({ at }: Command): boolean {
  return at % MINUTE === 0;
}

function withHeadStart(setup: Setup, minutes: number | 'always-first'): Setup {
  return { ...setup, rules: { ...setup.rules, priorityHeadStartMinutes: minutes } };
}

function changeEvents(decision: ReturnType<Rules>, change: (event: QueueEvent) => QueueEvent[]): ReturnType<Rules> {
  return 'events' in decision ? { ...decision, events: decision.events.flatMap(change) } : decision;
}

function calledJustNow(office: Office, { at }: Command) {
  return [...office.tickets.values()].find((ticket) => ticket.state === 'called' && ticket.calledAt === at);
}
