import type { Log } from '#server/log.ts';
import { SECOND } from '#shared/domain/business-day.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { Public } from './public.ts';
import { RobotClerk } from './robot-clerk.ts';
import { type Press, RobotPage } from './robot-page.ts';
import type { Visitors } from './visitor.ts';

export type CrowdParts = { url: string; setup: Setup; seed: number; speed: number; log: Log };

/** No simulated clerk sits here: a person can. Other counters call for the same lines. */
export const FREE_COUNTERS: readonly CounterId[] = [3, 14];

/** Real time in which one announcement is heard to its end, and how far it may be stretched in office time. */
const VOICE_MS = 7 * SECOND;
const LONGEST_VOICE_MS = 45 * SECOND;
/** A missed visitor is called again after so many announcements, but not sooner than a clerk would. */
const VOICES_BEFORE_RECALL = 2;
const SOONEST_RECALL_MS = 25 * SECOND;

/** Everybody simulated: those who come, and the clerks who call them. */
export class Crowd {
  readonly kiosk: RobotPage<'view:kiosk'>;
  private readonly counters: readonly RobotPage<'view:counter'>[];
  private readonly clerks: readonly RobotClerk[];
  private readonly street: Public;
  private readonly visitors: Visitors = new Map();
  private readonly voiceMs: number;
  private lastCallAt = 0;
  private steps = 0;

  private constructor(kiosk: RobotPage<'view:kiosk'>, counters: RobotPage<'view:counter'>[], parts: CrowdParts) {
    const { setup, seed, speed, log } = parts;
    const { visitors } = this;
    this.kiosk = kiosk;
    this.counters = counters;
    this.voiceMs = Math.min(VOICE_MS * speed, LONGEST_VOICE_MS);
    const recallEveryMs = Math.max(SOONEST_RECALL_MS, this.voiceMs * VOICES_BEFORE_RECALL);
    const onRefusal = (counter: number, name: string, refusal: string) =>
      log('warning', `Simulated clerk at counter ${counter}: ${name} was refused, ${refusal}.`);
    this.clerks = counters.map((page) => new RobotClerk(page, { setup, seed, visitors, recallEveryMs, onRefusal }));
    this.street = new Public(kiosk, { setup, seed, visitors });
  }

  /** Everybody joins the hall. @throws when the hall lets somebody not in */
  static async join(parts: CrowdParts): Promise<Crowd> {
    const { url, setup } = parts;
    const kiosk = await RobotPage.join(url, { view: 'view:kiosk', role: 'kiosk', counter: null });
    const staffed = setup.counters.filter(({ id }) => !FREE_COUNTERS.includes(id));
    const counters = await Promise.all(
      staffed.map(({ id }) => RobotPage.join(url, { view: 'view:counter', role: 'counter', counter: id })),
    );
    return new Crowd(kiosk, counters, parts);
  }

  /** Everybody looks once and does what is due. When this returns, everybody has seen what came of it. */
  async act(now: number, passedMs: number): Promise<void> {
    const presses = this.duePresses(now);
    const hasCome = await this.street.act(now, passedMs);
    await Promise.all(presses.map(([clerk, press]) => clerk.carryOut(press, now)));
    if (hasCome || presses.length > 0) await this.look();
  }

  async look(): Promise<void> {
    await Promise.all([this.kiosk, ...this.counters].map((page) => page.look()));
  }

  /** A new day: whoever was here has gone. */
  forgetVisitors() {
    this.visitors.clear();
  }

  leave() {
    for (const page of [this.kiosk, ...this.counters]) page.close();
  }

  /** Beginning with another clerk each time, so that nobody always gets the quiet moment for a call. One press a ticket. */
  private duePresses(now: number): [RobotClerk, Press][] {
    this.steps += 1;
    const first = this.steps % Math.max(1, this.clerks.length);
    const inTurn = [...this.clerks.slice(first), ...this.clerks.slice(0, first)];
    const due: [RobotClerk, Press][] = [];
    const tickets = new Set<string>();
    for (const clerk of inTurn) {
      const press = clerk.decide(now, now >= this.lastCallAt + this.voiceMs);
      if (!press) continue;
      const ticket = 'ticket' in press.input ? press.input.ticket : null;
      if (ticket !== null && tickets.has(ticket)) continue;
      if (ticket !== null) tickets.add(ticket);
      if (RobotClerk.isCall(press)) this.lastCallAt = now;
      due.push([clerk, press]);
    }
    return due;
  }
}
