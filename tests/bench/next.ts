import { apply } from '#core/apply.ts';
import { decide } from '#core/decide.ts';
import { type Command, isRefusal } from '#core/decision.ts';
import type { Entry } from '#core/events.ts';
import { emptyOffice } from '#core/office.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { WaitingTicket } from '#shared/domain/ticket.ts';
import { type Line, line, percentile } from './line.ts';

const PRESSES = 2_000;

/** What "next" takes the rules, with few and with very many waiting: microseconds, the median of many presses. */
export function nextMicroseconds(setup: Setup, waiting: number): number {
  const office = emptyOffice();
  const service = setup.services[0]?.id ?? '';
  const counter = setup.counters.find(({ own }) => own.includes(service))?.id ?? 1;
  let seq = 0;
  const tell = (command: string, events: Entry['events'], by: number | null = null) =>
    apply(office, { seq: ++seq, at: seq, command, counter: by, events });
  tell('day:open', [{ type: 'day-opened', day: '2026-11-23' }]);
  tell('counter:open', [{ type: 'counter-opened', counter }], counter);
  let issued = 0;
  const arrive = () => {
    issued += 1;
    const ticket: WaitingTicket = {
      ...{ id: `ticket-${issued}`, number: `A${issued}`, order: issued, priority: 'regular', issuedAt: seq },
      errand: { service, arrivedAt: issued, effectiveAt: issued },
      ...{ next: [], done: [], calls: 0, firstCalledAt: null, boundTo: null, returned: false, note: null },
      ...{ state: 'waiting', waitingSince: seq },
    };
    tell('ticket:take', [{ type: 'ticket-issued', ticket, ahead: 0 }]);
  };
  for (let i = 0; i < waiting; i += 1) arrive();
  const times: number[] = [];
  let expects: string | null = null;
  for (let press = 0; press < PRESSES; press += 1) {
    const command: Command = {
      ...{ name: 'ticket:call-next', input: { expects }, at: seq, role: 'counter', counter, newTicketId: 'unused' },
    };
    const begun = performance.now();
    const decision = decide(office, setup, command);
    if (isRefusal(decision)) throw new Error(decision.refusal);
    tell('ticket:call-next', decision.events, counter);
    times.push((performance.now() - begun) * 1000);
    expects = 'called' in decision.answer ? (decision.answer.called?.ticket ?? null) : null;
    arrive();
  }
  return percentile(times, 0.5);
}

export function nextLines(setup: Setup): Line[] {
  nextMicroseconds(setup, 10); // the engine has warmed up
  const few = nextMicroseconds(setup, 10);
  return [1_000, 100_000].map((waiting) =>
    line(
      `"next" with ${waiting.toLocaleString('en')} waiting ÷ with 10`,
      nextMicroseconds(setup, waiting),
      few,
      'µs',
      '≤ 1.1',
    ),
  );
}
