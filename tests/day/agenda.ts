import type { Intent } from './intent.ts';
import type { Page } from './page.ts';

/** Something that somebody means to do at a moment of the day. */
export type Plan = {
  /** Ms UTC. */
  at: number;
  page: Page;
  /** Plans of one second with the same word are carried out at the same time; null: by itself. */
  together: 'take' | 'open' | 'next' | null;
  /** Asked when the time has come and the page's picture is new; null: not now, or not any more. */
  decide(): Intent | null;
};

/** What is to come, the earliest first; of one moment in the order of planning. */
export class Agenda {
  private plans: Plan[] = [];

  add(plan: Plan) {
    let low = 0;
    let high = this.plans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.plans[middle]?.at ?? 0) <= plan.at) low = middle + 1;
      else high = middle;
    }
    this.plans.splice(low, 0, plan);
  }

  nextAt(): number {
    return this.plans[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** What is to be done next at this moment: one plan, or several at the same time, each on another page. Empty: nothing. */
  take(now: number): Plan[] {
    const [first] = this.plans;
    if (!first || first.at > now) return [];
    const batch = [first];
    for (const plan of this.plans.slice(1)) {
      if (plan.at > now || first.together === null) break;
      if (plan.together === first.together && batch.every(({ page }) => page !== plan.page)) batch.push(plan);
    }
    this.plans = this.plans.filter((plan) => !batch.includes(plan));
    return batch;
  }
}
