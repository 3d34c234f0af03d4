import type { CounterView, CurrentTicket } from '#shared/contract/views.ts';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Chance, createChance } from '#tests/day/chance.ts';
import { ASSUMED, serviceTimeCv } from '#tests/day/sample.ts';
import type { Press } from './robot-page.ts';
import { anotherService, type Visitors } from './visitor.ts';

/** What a simulated clerk knows besides the picture. */
export type Mind = {
  now: number;
  seed: number;
  setup: Setup;
  visitors: Visitors;
  hours: 'open' | 'late' | 'over';
  /** Whether this clerk has a break now. */
  isBreak: boolean;
  /** For how long the counter has been as it is: this state, this ticket or none. */
  unchangedMs: number;
  /** Between two calls of one ticket; long enough in real time for the voice to end. */
  recallEveryMs: number;
};

/** Clerks of the demo are this much quicker than the office's own: two of their counters are empty. */
const PACE = 0.9;
/** A counter that stands closed or paused, by whomever, is opened after so long. */
const AWAY_MS = { min: MINUTE, max: 4 * MINUTE };

/**
 * What a simulated clerk presses on looking at this picture; null: nothing yet. All follows from the picture, so that a person at the
 * same counter only changes what the clerk sees next.
 */
export function clerkPress(view: CounterView, mind: Mind): Press | null {
  if (view.counter.state !== 'open') return comeBack(view, mind);
  return lookAround(view, mind) ?? goOn(view, mind);
}

function comeBack(view: CounterView, mind: Mind): Press | null {
  const chance = createChance(mind.seed, 'away', view.counter.id, Math.floor(mind.now / (5 * MINUTE)));
  const isBack = mind.unchangedMs >= chance.between(AWAY_MS.min, AWAY_MS.max);
  return mind.hours === 'open' && !mind.isBreak && isBack ? { name: 'counter:open', input: {} } : null;
}

/** Who was set aside is back, who was absent is here after all, who has waited too long leaves. */
function lookAround(view: CounterView, { now, visitors, seed }: Mind): Press | null {
  for (const { ticket, number, parkedAt } of view.parked) {
    const backMs = createChance(seed, 'form', number).between(5, 20) * MINUTE;
    if (visitors.has(ticket) && now >= parkedAt + backMs) return { name: 'ticket:resume', input: { ticket } };
  }
  for (const { ticket, absentSince, mayReturn } of view.absent) {
    const visitor = visitors.get(ticket);
    if (!visitor || !mayReturn || now < absentSince + visitor.returnsAfterMs) continue;
    return { name: 'ticket:return', input: { ticket } };
  }
  const leaving = view.waiting.find(
    ({ ticket, arrivedAt }) => now >= arrivedAt + (visitors.get(ticket)?.patienceMs ?? Number.POSITIVE_INFINITY),
  );
  return leaving ? { name: 'ticket:cancel', input: { ticket: leaving.ticket } } : null;
}

function goOn(view: CounterView, mind: Mind): Press | null {
  const { current } = view;
  if (!current) return callSomebody(view, mind);
  return current.state === 'called' ? meet(view, current, mind) : serve(view, current, mind);
}

function callSomebody(view: CounterView, { hours, isBreak, unchangedMs, seed }: Mind): Press | null {
  if (hours === 'over' || (hours === 'late' && !view.upNext)) return { name: 'counter:close', input: {} };
  const [reason] = view.reasons.pause;
  if (isBreak && reason) return { name: 'counter:pause', input: { reason } };
  if (!view.upNext) return null;
  const { min, max } = ASSUMED.clerk.writeUpSeconds;
  const writeUpMs = createChance(seed, 'write-up', view.counter.id, view.upNext.number).between(min, max) * SECOND;
  return unchangedMs >= writeUpMs ? { name: 'ticket:call-next', input: { expects: null } } : null;
}

/** Called: comes, comes late, or never. */
function meet(view: CounterView, current: CurrentTicket, mind: Mind): Press | null {
  const { ticket, calls } = current;
  const { comesAtCall, walkMs } = comingOf(current, mind);
  if (calls >= comesAtCall) {
    return mind.unchangedMs >= walkMs ? { name: 'ticket:start-service', input: { expects: ticket } } : null;
  }
  if (mind.unchangedMs < mind.recallEveryMs) return null;
  return { name: calls >= view.callsBeforeAbsent ? 'ticket:no-show' : 'ticket:recall', input: { expects: ticket } };
}

function comingOf({ ticket, number, calls }: CurrentTicket, { visitors, seed }: Mind) {
  const walkMs = createChance(seed, 'walk', number, calls).lognormal(ASSUMED.callToSeatSeconds) * SECOND;
  return { walkMs, comesAtCall: visitors.get(ticket)?.comesAtCall ?? 1 };
}

function serve(view: CounterView, current: CurrentTicket, mind: Mind): Press | null {
  const { ticket, service, since } = current;
  const chance = createChance(mind.seed, 'service', current.number, service, view.counter.id);
  const visitor = mind.visitors.get(ticket);
  const servedMs = mind.now - since;
  const serviceMs = serviceTime(current, chance, mind);
  if (visitor?.hasWrongService) return servedMs >= serviceMs * 0.2 ? sendOn(current, chance) : null;
  if (visitor?.mustFillInForm && current.next.length === 0) {
    return servedMs >= serviceMs * 0.5 ? { name: 'ticket:park', input: { expects: ticket } } : null;
  }
  if (servedMs < serviceMs) return null;
  const isLast = mind.hours === 'over' || mind.isBreak || !view.upNext;
  const dice = chance.fraction();
  const { finishesBeforeNext, callsOutOfOrder } = ASSUMED.clerk;
  if (isLast || dice > 1 - finishesBeforeNext) return { name: 'ticket:finish', input: { expects: ticket } };
  return dice < callsOutOfOrder ? callAnother(view, current) : { name: 'ticket:call-next', input: { expects: ticket } };
}

function serviceTime({ service }: CurrentTicket, chance: Chance, { setup }: Mind): number {
  const minutes = setup.services.find(({ id }) => id === service)?.meanServiceMinutes ?? 5;
  const drawn = chance.lognormal({ mean: minutes * MINUTE * PACE, cv: serviceTimeCv(service) });
  return Math.max(drawn, ASSUMED.serviceTime.minSeconds * SECOND);
}

function sendOn({ ticket, service }: CurrentTicket, chance: Chance): Press {
  const to = anotherService(service, chance);
  const note = chance.happens(0.5) ? 'Chọn nhầm lĩnh vực' : null;
  return { name: 'ticket:transfer', input: { expects: ticket, to, counter: null, note } };
}

function callAnother(view: CounterView, { ticket: expects }: CurrentTicket): Press {
  const other = view.waiting[1];
  const [reason] = view.reasons.outOfOrder;
  if (!other || !reason) return { name: 'ticket:call-next', input: { expects } };
  return { name: 'ticket:call-this', input: { expects, ticket: other.ticket, reason } };
}
