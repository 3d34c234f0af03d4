import type { ManagerView } from '#shared/contract/views.ts';
import { MINUTE, minuteOfDay, momentOf, SECOND } from '#shared/domain/business-day.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import { type Chance, createChance } from './chance.ts';
import type { Around } from './help-desk.ts';
import { type Intent, intend } from './intent.ts';
import type { Page } from './page.ts';
import { ASSUMED, SAMPLE_DAY } from './sample.ts';

type Seen = ManagerView['counters'][number];

/** The manager at the busy hours: who helps where, who pauses and closes, who needs help; and the office held open in the evening. */
export class Supervisor {
  private readonly around: Around;
  private readonly chance: Chance;
  private readonly page: Page<'view:manager'>;

  constructor(around: Around) {
    this.around = around;
    this.chance = createChance(around.seed, 'supervisor');
    this.page = around.floor.pages.manager;
    const { helpsFrom, pausesAt, closesAt, holdsOpenFrom, callsForHelp } = ASSUMED.supervisor;
    for (const at of helpsFrom) this.at(at, () => this.sendHelper());
    for (const at of pausesAt) this.at(at, () => this.set('paused'));
    for (const at of closesAt) this.at(at, () => this.set('closed'));
    this.at(holdsOpenFrom, () => intend('hours:extend', {}, () => undefined));
    for (const [index, at] of callsForHelp.entries()) this.planCallForHelp(this.moment(at), index % 2 === 0);
  }

  private at(time: string, decide: () => Intent | null) {
    this.later(this.moment(time), decide);
  }

  private later(at: number, decide: () => Intent | null, page: Page = this.page) {
    this.around.floor.plan({ at, page, together: null, decide });
  }

  private moment(time: string): number {
    return momentOf(SAMPLE_DAY, minuteOfDay(time), this.around.setup.office.timeZone);
  }

  /** The calmest counter helps the longest line for a while. */
  private sendHelper(): Intent | null {
    const { services, counters } = this.page.view();
    const [longest] = [...services].sort((a, b) => b.waiting - a.waiting);
    const waitingAt = ({ services: own }: Seen) =>
      services.filter(({ id }) => own.includes(id)).reduce((sum, { waiting }) => sum + waiting, 0);
    const [calmest] = counters
      .filter(({ services: own, helps }) => longest && ![...own, ...helps].includes(longest.id))
      .sort((a, b) => waitingAt(a) - waitingAt(b));
    if (!longest || !calmest) return null;
    const { id: counter, services: own, helps } = calmest;
    const input = { counter, services: { own: [...own], helps: [...helps, longest.id] } };
    return intend('counter:assign', input, ({ ok }) => {
      if (ok) this.later(this.now() + ASSUMED.supervisor.helpsForMinutes * MINUTE, () => this.callBack(counter));
    });
  }

  private callBack(counter: CounterId): Intent {
    return intend('counter:assign', { counter, services: null }, () => undefined);
  }

  /** A counter with somebody called there, should there be one: closing sends him back to his line. */
  private set(to: 'paused' | 'closed'): Intent | null {
    const { counters, pauseReasons } = this.page.view();
    const [counter] = counters
      .filter(({ state, may }) => state === 'open' && may.includes(to))
      .sort((a, b) => Number(b.current !== null) - Number(a.current !== null));
    if (!counter) {
      this.later(this.now() + MINUTE, () => this.set(to));
      return null;
    }
    const reason = to === 'paused' ? (pauseReasons[0] ?? 'Họp') : null;
    return intend('counter:supervise', { counter: counter.id, to, reason }, ({ ok }) => {
      if (ok) this.later(this.now() + ASSUMED.supervisor.forMinutes * MINUTE, () => this.open(counter.id));
    });
  }

  private open(counter: CounterId): Intent | null {
    const seen = this.page.view().counters.find(({ id }) => id === counter);
    if (!seen?.may.includes('open')) return null;
    return intend('counter:supervise', { counter, to: 'open', reason: null }, ({ ok }) => {
      if (ok) this.around.lobby.clerks.find(({ page }) => page.who.counter === counter)?.becomeReady();
    });
  }

  /** A clerk in trouble; the manager comes, or it passes. */
  private planCallForHelp(at: number, isManagerComing: boolean) {
    const { counters } = this.around.floor.pages;
    const page = counters[Math.floor(this.chance.between(0, counters.length))];
    if (!page) return;
    const over = () =>
      intend('counter:help-came', { counter: isManagerComing ? page.who.counter : null }, () => undefined);
    const call = () =>
      intend('counter:call-help', {}, () => {
        const until = this.now() + ASSUMED.supervisor.helpComesAfterSeconds * SECOND;
        this.later(until, over, isManagerComing ? this.page : page);
      });
    this.later(at, call, page);
  }

  private now(): number {
    return this.around.floor.now();
  }
}
