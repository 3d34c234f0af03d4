import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Clerk } from './clerk.ts';
import type { Visitor } from './draw-public.ts';
import type { Floor } from './floor.ts';
import { type Intent, intend } from './intent.ts';
import type { WorkingHours } from './opening-hours.ts';
import type { Page } from './page.ts';
import { ASSUMED } from './sample.ts';
import { beginVisit, serviceNow, type Visit } from './visit.ts';

/** Everybody who is in the house or on the way: what they do when no clerk is with them. */
export class Lobby {
  readonly visits = new Map<TicketId, Visit>();
  readonly clerks: Clerk[] = [];
  private returns = 0;
  private readonly floor: Floor;
  private readonly hours: WorkingHours;

  constructor(floor: Floor, hours: WorkingHours) {
    this.floor = floor;
    this.hours = hours;
  }

  expect(visitor: Visitor) {
    const kiosk = visitor.kiosk === null ? undefined : this.floor.pages.kiosks[visitor.kiosk];
    if (!kiosk) return this.expectAtDesk(visitor);
    this.floor.plan({
      at: visitor.takesAt,
      page: kiosk,
      together: 'take',
      decide: () => {
        if (kiosk.view().open) return this.take(visitor);
        this.expectAtDesk(visitor);
        return null;
      },
    });
  }

  /** Somebody parked comes back with the form filled in: to the same counter, or to any that stands in for it. */
  planResume(visit: Visit, clerk: Clerk, at: number) {
    const open = this.hours.whenOpen(at);
    if (open === null) return; // too late: the visitor goes home, and the ticket expires
    const decide = () => this.resume(visit, clerk);
    this.floor.plan({ at: open, page: clerk.page, together: null, decide });
  }

  /** Somebody absent was only outside, as some are; the first two of a day always, so that one tells the manager and one a clerk. */
  mayReturn(visit: Visit): boolean {
    return visit.visitor.comes && (visit.visitor.chance.happens(ASSUMED.noShow.returns) || this.returns < 2);
  }

  planReturn(visit: Visit, clerk: Clerk) {
    const at = this.floor.now() + visit.visitor.chance.between(3, 25) * MINUTE;
    const open = this.hours.whenOpen(at);
    if (open === null) return;
    const page: Page = this.returns % 2 === 0 ? clerk.page : this.floor.pages.manager;
    this.returns += 1;
    const decide = () => {
      if (visit.stage !== 'absent') return null;
      return intend('ticket:return', { ticket: visit.ticket }, ({ ok }) => {
        if (ok) Object.assign(visit, { stage: 'waiting', hasReturned: true } satisfies Partial<Visit>);
      });
    };
    this.floor.plan({ at: open, page, together: null, decide });
  }

  private expectAtDesk(visitor: Visitor) {
    const at = Math.max(visitor.takesAt, this.floor.now());
    const { manager, counters } = this.floor.pages;
    const toManager = () => this.floor.plan({ at, page: manager, together: 'take', decide: () => this.take(visitor) });
    const counter = counters.find(({ who }) => who.counter === ASSUMED.helpDesk.counter);
    if (!counter || !visitor.asksClerk) return toManager();
    this.floor.plan({
      ...{ at, page: counter, together: 'take' },
      decide: () => {
        if (counter.view().may.includes('ticket:take')) return this.take(visitor);
        toManager();
        return null;
      },
    });
  }

  private take(visitor: Visitor): Intent {
    const { services, priority, language } = visitor;
    return intend('ticket:take', { services: [...services], priority, ...(language && { language }) }, (reply) => {
      if (!reply.ok) return;
      const visit = beginVisit(visitor, reply.answer, this.floor.now());
      this.visits.set(visit.ticket, visit);
      if (visitor.patienceMs !== null) this.planLeaving(visit, visitor.patienceMs);
    });
  }

  /** Tells a clerk, or the help desk. Who has been called by then, or has been at a counter, stays. */
  private planLeaving(visit: Visit, patienceMs: number) {
    const { manager } = this.floor.pages;
    const clerk = visit.visitor.tellsClerk ? this.clerks.find((one) => one.serves(serviceNow(visit))) : undefined;
    const decide = () => {
      if (visit.stage !== 'waiting' || visit.timesCalled > 0) return null;
      return intend('ticket:cancel', { ticket: visit.ticket }, ({ ok }) => {
        if (ok) visit.stage = 'gone';
      });
    };
    const toDesk = () => this.floor.plan({ at: this.floor.now(), page: manager, together: null, decide });
    const toClerk = () => {
      if (clerk?.isOpen()) return decide();
      toDesk();
      return null;
    };
    this.floor.plan({
      at: this.floor.now() + patienceMs,
      page: clerk?.page ?? manager,
      together: null,
      decide: toClerk,
    });
  }

  private resume(visit: Visit, clerk: Clerk): Intent | null {
    if (visit.stage !== 'parked') return null;
    if (!clerk.isOpen()) {
      this.resumeElsewhere(visit, clerk);
      return null;
    }
    if (!clerk.hasParked(visit.ticket)) return null;
    return intend('ticket:resume', { ticket: visit.ticket }, ({ ok }) => {
      if (ok) visit.stage = 'waiting';
    });
  }

  private resumeElsewhere(visit: Visit, clerk: Clerk) {
    const other = this.clerks.find((one) => one.isOpen() && one.serves(serviceNow(visit)));
    if (other) this.planResume(visit, other, this.floor.now() + 5 * SECOND);
    else this.planResume(visit, clerk, this.floor.now() + ASSUMED.clerk.pauseMinutes * MINUTE);
  }
}
