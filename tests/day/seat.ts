import type { CommandInput, CommandName } from '#shared/contract/queue-commands.ts';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import { type Chance, createChance } from './chance.ts';
import type { Clerk } from './clerk.ts';
import { type Intent, intend } from './intent.ts';
import { ASSUMED } from './sample.ts';
import { drawServiceMs, hasMore, moveOn, serviceNow, staysAway, type Visit } from './visit.ts';

/** What a clerk can think better of once somebody has been called: the house may have called him because of a finish, or of nothing. */
const CALLS: readonly CommandName[] = ['ticket:call-next', 'ticket:auto-call', 'ticket:finish'];

/** The chair at one counter: from the call until the visitor has left it, one way or another. */
export class Seat {
  private readonly clerk: Clerk;
  private readonly leaving: Chance;

  constructor(clerk: Clerk) {
    this.clerk = clerk;
    this.leaving = createChance(clerk.place.seed, 'leaving', clerk.page.who.counter ?? 0);
  }

  /** Called; now the visitor comes, late, or not at all. */
  meet(visit: Visit) {
    if (this.leaving.happens(ASSUMED.leavesWhenCalled)) this.sendHome(visit);
    else if (staysAway(visit, this.clerk.now())) this.callAgain(visit);
    else this.sitDown(visit);
  }

  /** Pressed by mistake: takes it back while that is still possible. */
  thinkAgain(visit: Visit) {
    this.later(this.clerk.chance.between(3, 9) * SECOND, visit, () => {
      const { undo } = this.clerk.page.view();
      if (undo && CALLS.includes(undo.command) && undo.until >= this.clerk.now()) return this.clerk.undo(visit);
      this.meet(visit);
      return null;
    });
  }

  /** Comes to the counter only to say that it takes too long. */
  private sendHome(visit: Visit) {
    this.later(this.leaving.between(5, 40) * SECOND, visit, () =>
      intend('ticket:cancel', { ticket: visit.ticket }, ({ ok }) => {
        if (ok) visit.stage = 'gone';
        this.clerk.becomeReady();
      }),
    );
  }

  private sitDown(visit: Visit) {
    const { chance } = visit.visitor;
    const comesIn = chance.lognormal(ASSUMED.callToSeatSeconds) * SECOND;
    this.later(comesIn, visit, () => {
      visit.stage = 'serving';
      if (!chance.happens(ASSUMED.clerk.startNotPressed))
        return intend('ticket:start-service', { expects: visit.ticket }, ({ ok }) =>
          this.goOn(ok, () => this.serve(visit)),
        );
      this.serve(visit);
      return null;
    });
  }

  private callAgain(visit: Visit) {
    const { chance } = visit.visitor;
    this.later(chance.between(10, 25) * SECOND, visit, () => {
      const { current, callsBeforeAbsent } = this.clerk.page.view();
      if ((current?.calls ?? 0) >= callsBeforeAbsent) return this.giveUp(visit);
      return intend('ticket:recall', { expects: visit.ticket }, ({ ok }) =>
        this.goOn(ok, () => {
          if (visit.visitor.comes && chance.happens(ASSUMED.noShow.comesAtRecall)) this.sitDown(visit);
          else this.callAgain(visit);
        }),
      );
    });
  }

  private giveUp(visit: Visit): Intent {
    return intend('ticket:no-show', { expects: visit.ticket }, ({ ok }) => {
      if (ok) visit.stage = 'absent';
      const { lobby } = this.clerk.place;
      if (ok && !visit.hasReturned && lobby.mayReturn(visit)) lobby.planReturn(visit, this.clerk);
      this.clerk.becomeReady();
    });
  }

  private serve(visit: Visit) {
    const { chance } = visit.visitor;
    const service = this.clerk.serviceOf(serviceNow(visit));
    if (!service) return this.clerk.becomeReady();
    const serviceMs = drawServiceMs(visit, service);
    const { wrongService, parked, serviceAddedAtCounter } = ASSUMED;
    if (!visit.hasBeenMoved && !visit.hasBeenParked && chance.happens(wrongService)) {
      return this.later(chance.between(60, 150) * SECOND, visit, () => this.transfer(visit));
    }
    if (visit.hasBeenParked) return this.leave(visit, serviceMs * 0.4);
    if (parked.of.includes(service.id) && chance.happens(parked.share)) {
      return this.later(serviceMs * 0.6, visit, () => this.park(visit));
    }
    if (visit.services.length === 1 && chance.happens(serviceAddedAtCounter)) {
      this.later(serviceMs * 0.5, visit, () => this.addService(visit));
      return;
    }
    this.leave(visit, serviceMs);
  }

  /** At the end: mostly one press that also calls the next. */
  private leave(visit: Visit, afterMs: number) {
    const { finishesBeforeNext, callsOutOfOrder } = ASSUMED.clerk;
    const dice = this.clerk.chance.fraction();
    // Who goes on to another line may be called from there by whoever presses at the same time: let that be a turn of its own. So is
    // a press after which the house calls.
    const together = hasMore(visit) || dice < callsOutOfOrder || this.clerk.isCalledFor() ? null : 'next';
    const decide = () => {
      if (dice < callsOutOfOrder && !this.clerk.isLast()) return this.clerk.callOutOfOrder();
      if (this.clerk.isCalledFor()) return this.finishWhereTheHouseCalls(visit);
      if (this.clerk.isLast() || dice > 1 - finishesBeforeNext) return this.finish(visit);
      return this.clerk.callNext();
    };
    this.later(afterMs, visit, decide, together);
  }

  /** The papers are written before the press, for it brings the next. */
  private finishWhereTheHouseCalls(visit: Visit): Intent | null {
    if (this.clerk.isLast()) {
      this.later(2 * SECOND, visit, () => this.finish(visit));
      return this.clerk.letHouseCall('off');
    }
    const { ticket } = visit;
    return intend('ticket:finish', { expects: ticket, ...this.clerk.whatCame(ticket) }, ({ ok }) => {
      if (ok) moveOn(visit);
      this.clerk.hasFinished(visit);
      this.clerk.becomeReady();
    });
  }

  private finish(visit: Visit): Intent {
    const { min, max } = ASSUMED.clerk.writeUpSeconds;
    const { ticket } = visit;
    return intend('ticket:finish', { expects: ticket, ...this.clerk.whatCame(ticket) }, ({ ok }) => {
      if (ok) moveOn(visit);
      this.clerk.later(this.clerk.chance.between(min, max) * SECOND, () => {
        this.clerk.becomeReady();
        return null;
      });
    });
  }

  private park(visit: Visit): Intent {
    return intend('ticket:park', { expects: visit.ticket }, ({ ok }) => {
      if (ok) {
        Object.assign(visit, { stage: 'parked', hasBeenParked: true } satisfies Partial<Visit>);
        const backAt = this.clerk.now() + visit.visitor.chance.lognormal(ASSUMED.parked.minutes) * MINUTE;
        this.clerk.place.lobby.planResume(visit, this.clerk, backAt);
      }
      this.clerk.becomeReady();
    });
  }

  private transfer(visit: Visit): Intent | null {
    const to = this.otherService(visit);
    const counter = this.counterFor(to, visit);
    const note = visit.visitor.chance.happens(0.5) ? 'Chọn nhầm lĩnh vực' : null;
    const further = this.whatElse(visit, to);
    const more = further.length > 0 ? { further } : {};
    const input: CommandInput<'ticket:transfer'> = { expects: visit.ticket, to, counter, note, ...more };
    return intend('ticket:transfer', input, ({ ok }) => {
      if (ok) {
        Object.assign(visit, { stage: 'waiting', hasBeenMoved: true } satisfies Partial<Visit>);
        visit.services[visit.step] = to;
        visit.services.push(...further);
      }
      this.clerk.becomeReady();
    });
  }

  /** Whoever stood in a wrong lane often came for more than one thing. */
  private whatElse(visit: Visit, to: ServiceId): ServiceId[] {
    const room = this.clerk.page.view().current?.room ?? 0;
    if (room < 1 || !this.leaving.happens(ASSUMED.cameForMore)) return [];
    const others = Object.entries(ASSUMED.serviceShare).filter(([id]) => id !== to && !visit.services.includes(id));
    return [this.leaving.pick(Object.fromEntries(others))];
  }

  private addService(visit: Visit): Intent {
    const service = this.otherService(visit);
    return intend('ticket:add-service', { expects: visit.ticket, service }, ({ ok }) =>
      this.goOn(ok, () => {
        visit.services.push(service);
        this.leave(visit, 2 * MINUTE);
      }),
    );
  }

  private otherService({ visitor, services }: Visit): ServiceId {
    const { serviceShare } = ASSUMED;
    const others = Object.entries(serviceShare).filter(([id]) => !services.includes(id));
    return visitor.chance.pick(Object.fromEntries(others));
  }

  /** Sometimes a clerk knows exactly who should do it. */
  private counterFor(service: ServiceId, { visitor }: Visit): number | null {
    if (!visitor.chance.happens(ASSUMED.transferToCounter)) return null;
    const { counter, counters } = this.clerk.page.view();
    const open = counters.find(
      ({ id, state, serves }) => id !== counter.id && state === 'open' && serves.includes(service),
    );
    return open?.id ?? null;
  }

  /** Plans what comes next with this visitor, unless somebody else sits here by then. */
  private later(ms: number, visit: Visit, decide: () => Intent | null, together: 'next' | null = null) {
    const { visitsBefore } = this.clerk;
    const ifHere = () => {
      // Sent away when the manager closed the counter; since then somebody else has been here, or he again.
      if (this.clerk.visitsBefore !== visitsBefore) return null;
      if (this.clerk.page.view().current?.ticket === visit.ticket) return decide();
      this.clerk.becomeReady();
      return null;
    };
    this.clerk.later(ms, ifHere, together);
  }

  private goOn(ok: boolean, next: () => void) {
    if (ok) next();
    else this.clerk.becomeReady();
  }
}
