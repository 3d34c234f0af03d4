import type { Reply } from '#shared/contract/socket-events.ts';
import { MINUTE, minuteOfDay, momentOf, SECOND } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Chance, createChance } from './chance.ts';
import type { Visitor } from './draw-public.ts';
import type { Floor } from './floor.ts';
import { type Intent, intend } from './intent.ts';
import type { Lobby } from './lobby.ts';
import type { WorkingHours } from './opening-hours.ts';
import type { Page } from './page.ts';
import { ASSUMED, SAMPLE_DAY } from './sample.ts';
import type { Visit } from './visit.ts';

/** What every helper of the hall has around. */
export type Around = { floor: Floor; lobby: Lobby; hours: WorkingHours; setup: Setup; seed: number };

/** Who helps at the entrance: slips that were lost, numbers that are asked for, and kiosks that are tapped for fun. */
export class HelpDesk {
  private readonly around: Around;
  private readonly chance: Chance;

  constructor(around: Around) {
    this.around = around;
    this.chance = createChance(around.seed, 'help desk');
    const { reprints, lookUps } = ASSUMED.helpDesk;
    for (let count = 0; count < reprints; count += 1) this.plan(count, (page) => this.printAgain(page));
    for (let count = 0; count < lookUps; count += 1) this.plan(count, (page) => this.lookUp(page));
    for (const at of ASSUMED.tappedForFun.at) this.planFun(this.moment(at));
  }

  /** At some minute of the morning or the afternoon; by the manager and by a clerk in turn. */
  private plan(count: number, decide: (page: Page) => Intent | null) {
    const { floor } = this.around;
    const opens = this.chance.pick({ '07:30': 1, '13:15': 1 });
    const at = this.moment(opens) + this.chance.between(0, 150) * MINUTE;
    const counter = floor.pages.counters.find(({ who }) => who.counter === ASSUMED.helpDesk.counter);
    const page = count % 2 === 0 && counter ? counter : floor.pages.manager;
    floor.plan({ at, page, together: null, decide: () => decide(page) });
  }

  private moment(time: string): number {
    return momentOf(SAMPLE_DAY, minuteOfDay(time), this.around.setup.office.timeZone);
  }

  /** Somebody who still waits has lost the slip. */
  private printAgain(page: Page): Intent | null {
    const visit = this.anyVisit(({ stage }) => stage === 'waiting');
    if (!visit) {
      this.planAgain(page);
      return null;
    }
    // The printer has its own time, not that of the day that is played.
    const reckonsWith = this.around.setup.printer ? (['slip-under-way'] as const) : (['no-printer'] as const);
    const follow = (reply: Reply<'slip:reprint'>) => {
      if (!reply.ok && reply.refusal === 'slip-under-way') this.planAgain(page);
    };
    return intend('slip:reprint', { ticket: visit.ticket }, follow, [...reckonsWith, 'reprinted-enough']);
  }

  private planAgain(page: Page) {
    const { floor, hours } = this.around;
    const at = hours.whenOpen(floor.now() + 5 * MINUTE);
    if (at !== null) floor.plan({ at, page, together: null, decide: () => this.printAgain(page) });
  }

  private lookUp({ who }: Page): Intent | null {
    const visit = this.anyVisit(() => who.role === 'manager' || this.chance.happens(0.5));
    return visit && intend('ticket:look-up', { number: visit.number }, () => undefined);
  }

  private anyVisit(is: (visit: Visit) => boolean): Visit | null {
    const visits = [...this.around.lobby.visits.values()].filter(is);
    return visits[Math.floor(this.chance.between(0, visits.length))] ?? null;
  }

  /** Children at a kiosk; a little later the manager cancels what they took, and whoever took a number between. */
  private planFun(at: number) {
    const { times, service, cancelledAfterMinutes } = ASSUMED.tappedForFun;
    const { floor, lobby } = this.around;
    for (let tap = 0; tap < times; tap += 1) lobby.expect(forFun(at + tap * 5 * SECOND, service, this.chance));
    floor.plan({
      at: at + cancelledAfterMinutes * MINUTE,
      page: floor.pages.manager,
      together: null,
      decide: () => this.cancelThem(),
    });
  }

  private cancelThem(): Intent | null {
    const { lobby } = this.around;
    const numbers = [...lobby.visits.values()].filter(({ visitor }) => !visitor.comes).map(({ number }) => number);
    const [from, to] = [numbers.at(-ASSUMED.tappedForFun.times), numbers.at(-1)];
    if (from === undefined || to === undefined) return null;
    const follow = (reply: { ok: boolean; answer?: { cancelled: readonly string[] } }) => {
      for (const visit of lobby.visits.values())
        if (reply.answer?.cancelled.includes(visit.number)) visit.stage = 'gone';
    };
    // In a small day they have all been called by then.
    return intend('ticket:cancel-range', { from, to, reason: 'Bấm nghịch' }, follow, ['nobody-in-range']);
  }
}

function forFun(takesAt: number, service: string, chance: Chance): Visitor {
  const habits = { patienceMs: null, tellsClerk: false, asksClerk: false, comes: false, language: null };
  return { takesAt, kiosk: 0, services: [service], priority: 'regular', chance, ...habits };
}
