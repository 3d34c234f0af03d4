import type { BoardCall } from '#shared/contract/views.ts';
import { SECOND } from '#shared/domain/business-day.ts';
import { Agenda, type Plan } from './agenda.ts';
import type { Intent } from './intent.ts';
import type { Page } from './page.ts';
import type { Turn } from './seen.ts';

/** The pages of one hall. */
export type Pages = {
  kiosks: readonly Page<'view:kiosk'>[];
  counters: readonly Page<'view:counter'>[];
  display: Page<'view:board'>;
  manager: Page<'view:manager'>;
};

/** Where people act: their plans, the time, and turns of presses carried out through the pages. */
export class Floor {
  readonly pages: Pages;
  private readonly agenda = new Agenda();
  /** How many turns there were, and in which each page's picture was last known to be new. */
  private turn = 0;
  private readonly newIn = new Map<Page, number>();
  private lastCallSeq = 0;
  private at: number;

  constructor(pages: Pages, at: number) {
    this.pages = pages;
    this.at = at;
  }

  /** The simulated moment, ms UTC, in whole seconds. */
  now(): number {
    return this.at;
  }

  advance(at: number) {
    this.at = at;
  }

  nextAt(): number {
    return this.agenda.nextAt();
  }

  /** Whole seconds, and never in the past. */
  plan(plan: Plan) {
    const at = Math.max(this.at, Math.round(plan.at / SECOND) * SECOND);
    this.agenda.add({ ...plan, at });
  }

  takeDue(): Plan[] {
    return this.agenda.take(this.at);
  }

  /** To be said when the house may have changed something by itself. */
  expectNews() {
    this.turn += 1;
  }

  /** Waits until the pictures of these pages tell all that has been answered so far. */
  async look(pages: readonly Page[]): Promise<void> {
    const old = pages.filter((page) => this.newIn.get(page) !== this.turn);
    await Promise.all(old.map((page) => page.knock()));
    for (const page of old) this.newIn.set(page, this.turn);
  }

  /**
   * Presses at the same time, awaits all answers and the board, then lets each go on. Who is first is for the network to say; on one
   * machine it is the order in which the presses were sent, so that the same seed is the same day.
   */
  async play(presses: readonly { page: Page; intent: Intent }[]): Promise<Turn> {
    const done = await Promise.all(presses.map(({ page, intent }) => intent.carryOut(page)));
    this.expectNews();
    await this.look([this.pages.display]);
    for (const { follow } of done) follow();
    return { presses: done.map(({ pressed }) => pressed), calls: this.newCalls() };
  }

  private newCalls(): BoardCall[] {
    const calls = this.pages.display.view().calls.filter(({ callSeq }) => callSeq > this.lastCallSeq);
    calls.sort((a, b) => a.callSeq - b.callSeq);
    this.lastCallSeq = calls.at(-1)?.callSeq ?? this.lastCallSeq;
    return calls;
  }
}
