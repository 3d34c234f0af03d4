import { MINUTE } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Chance, createChance } from '#tests/day/chance.ts';
import { ASSUMED, KNOWN } from '#tests/day/sample.ts';
import { slotWeight } from './lively-hours.ts';
import type { RobotPage } from './robot-page.ts';
import { chanceOfVisitor, drawVisitor, type Visitors } from './visitor.ts';

/** Against the sample Monday: two counters are left free, and at six times real time the board must stay readable. */
const SCALE = 0.65;
/** With so many waiting, as many come as on the sample Monday. More come to an empty hall, and few to a full one. */
const USUAL_WAITING = 14;
const [MOST, LEAST] = [2, 0.3];
/** Whoever sees so many before him goes home without a number. */
const TOO_MANY_AHEAD = 6;

const sum = (weights: Readonly<Record<string, number>>) => Object.values(weights).reduce((all, one) => all + one, 0);
const DOSSIERS = ((KNOWN.dossiersADay.min + KNOWN.dossiersADay.max) / 2) * ASSUMED.mondayFactor * SCALE;
const VISITORS_A_WEIGHT = (DOSSIERS * (1 + sum(ASSUMED.laneRatio))) / sum(ASSUMED.slotWeights);

/** Everybody who comes in from the street and takes a number. */
export class Public {
  private readonly page: RobotPage<'view:kiosk'>;
  private readonly setup: Setup;
  private readonly seed: number;
  private readonly visitors: Visitors;
  private readonly chance: Chance;
  private come = 0;
  /** Visitors still to be expected before the next one comes; falls with time. */
  private untilNext = 0;

  constructor(page: RobotPage<'view:kiosk'>, { setup, seed, visitors }: PublicParts) {
    this.page = page;
    this.setup = setup;
    this.seed = seed;
    this.visitors = visitors;
    this.chance = createChance(seed, 'demo street');
  }

  /** Lets those come who come within this stretch of time. @returns whether a number was asked for */
  async act(now: number, passedMs: number): Promise<boolean> {
    const view = this.page.view();
    if (!view?.open) return false;
    const waiting = view.services.reduce((all, { ahead }) => all + ahead.regular, 0);
    const mood = Math.min(MOST, Math.max(LEAST, 2 - waiting / USUAL_WAITING));
    const perMs = (slotWeight(now, this.setup) * VISITORS_A_WEIGHT * mood) / (ASSUMED.slotMinutes * MINUTE);
    this.untilNext -= perMs * passedMs;
    if (this.untilNext > 0) return false;
    this.untilNext += -Math.log(1 - this.chance.fraction());
    return this.comeIn();
  }

  private async comeIn(): Promise<boolean> {
    this.come += 1;
    const visitor = drawVisitor(chanceOfVisitor(this.seed, this.come));
    const services = this.page.view()?.services ?? [];
    const isTooFull = services.some(({ id, ahead }) => id === visitor.services[0] && ahead.regular >= TOO_MANY_AHEAD);
    if (isTooFull) return false;
    const { priority } = visitor;
    const reply = await this.page.press({
      name: 'ticket:take',
      input: { services: [...visitor.services], priority },
    });
    // An answer with a ticket is the answer of `ticket:take`.
    if (reply.ok && 'ticket' in reply.answer) this.visitors.set(reply.answer.ticket, visitor);
    return true;
  }
}

export type PublicParts = { setup: Setup; seed: number; visitors: Visitors };
