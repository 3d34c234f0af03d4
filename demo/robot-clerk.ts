import type { CommandName } from '#shared/contract/queue-commands.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { businessDay, MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { sessionsOf } from '#shared/domain/hours.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { createChance } from '#tests/day/chance.ts';
import { ASSUMED } from '#tests/day/sample.ts';
import { clerkPress } from './clerk-press.ts';
import { clerkHours } from './lively-hours.ts';
import type { Press, RobotPage } from './robot-page.ts';
import type { Visitors } from './visitor.ts';

/** What all simulated clerks have around. */
export type Workplace = {
  setup: Setup;
  seed: number;
  visitors: Visitors;
  recallEveryMs: number;
  /** Told a "no" that nobody reckoned with. */
  onRefusal(counter: number, name: CommandName, refusal: Refusal): void;
};

/** What everybody in the hall can hear. */
const CALLS: ReadonlySet<CommandName> = new Set(['ticket:call-next', 'ticket:call-this', 'ticket:recall']);
/** Somebody else, at this counter or another, was quicker by a breath; or the manager has closed the day. */
const QUICKER: ReadonlySet<Refusal> = new Set([
  'stale-picture',
  'nobody-waiting',
  'nobody-here',
  'already-open',
  'already-serving',
  'counter-not-open',
  'finish-first',
  'recall-too-soon',
  'no-such-ticket',
  'not-waiting',
  'not-absent',
  'returned-already',
  'not-parked-here',
  'day-closed',
]);
/** After a "no" the clerk looks up before pressing again. */
const AFTER_REFUSAL_MS = 10 * SECOND;

/** A simulated person at one counter. */
export class RobotClerk {
  private readonly page: RobotPage<'view:counter'>;
  private readonly place: Workplace;
  private seen = '';
  private seenSince = 0;
  private patientUntil = 0;

  constructor(page: RobotPage<'view:counter'>, place: Workplace) {
    this.page = page;
    this.place = place;
  }

  /** @param mayCall whether the hall is quiet enough for another call. @returns the press that is due now; null: none */
  decide(now: number, mayCall: boolean): Press | null {
    const view = this.page.view();
    if (!view || now < this.patientUntil) return null;
    const { setup, seed, visitors, recallEveryMs } = this.place;
    const hours = clerkHours(now, setup);
    const unchangedMs = now - this.since(now, view, hours);
    const isBreak = this.isBreak(now, view.counter.id);
    const mind = { now, seed, setup, visitors, hours, isBreak, unchangedMs, recallEveryMs };
    const press = clerkPress(view, mind);
    return press && CALLS.has(press.name) && !mayCall ? null : press;
  }

  /** @returns whether it was accepted */
  async carryOut(press: Press, now: number): Promise<boolean> {
    const reply = await this.page.press(press);
    if (reply.ok) this.remember(press);
    else {
      this.patientUntil = now + AFTER_REFUSAL_MS;
      const counter = this.page.view()?.counter.id ?? 0;
      if (!QUICKER.has(reply.refusal)) this.place.onRefusal(counter, press.name, reply.refusal);
    }
    return reply.ok;
  }

  /** A call, so that the next one can wait until the voice has ended. */
  static isCall({ name }: Press): boolean {
    return CALLS.has(name);
  }

  /** Since when the counter is as it is. Standing closed outside the hours counts for nothing. */
  private since(now: number, { counter, current }: CounterView, hours: string): number {
    const isOut = counter.state !== 'open' && hours !== 'open';
    const seen = `${counter.state} ${current?.ticket} ${current?.state} ${current?.calls}`;
    if (isOut || seen !== this.seen) this.seenSince = now;
    this.seen = seen;
    return this.seenSince;
  }

  /** What happened once to a visitor does not happen again. */
  private remember({ name, input }: Press) {
    const { visitors } = this.place;
    const here = 'expects' in input && input.expects !== null ? visitors.get(input.expects) : undefined;
    const aside = 'ticket' in input ? visitors.get(input.ticket) : undefined;
    if (name === 'ticket:transfer' && here) here.hasWrongService = false;
    if (name === 'ticket:park' && here) here.mustFillInForm = false;
    if (name === 'ticket:return' && aside) aside.comesAtCall = 1;
  }

  /** Some have a break of ten minutes, once in a session. */
  private isBreak(now: number, counter: number): boolean {
    const { setup, seed } = this.place;
    const { pauses, pauseMinutes } = ASSUMED.clerk;
    const day = businessDay(now, setup.office.timeZone);
    return sessionsOf(day, setup).some(({ open }) => {
      const chance = createChance(seed, 'break', counter, open.from);
      const from = open.from + chance.between(60, 180) * MINUTE;
      return chance.happens(pauses) && now >= from && now < from + pauseMinutes * MINUTE;
    });
  }
}
