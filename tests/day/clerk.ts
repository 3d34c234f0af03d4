import type { Reply } from '#shared/contract/socket-events.ts';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import type { Dossiers } from '#shared/domain/dossiers.ts';
import type { ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { Service, Setup } from '#shared/domain/setup.ts';
import { type Chance, createChance } from './chance.ts';
import { drawDossiers } from './dossiers.ts';
import type { Floor } from './floor.ts';
import { type Intent, intend } from './intent.ts';
import type { Lobby } from './lobby.ts';
import type { WorkingHours } from './opening-hours.ts';
import type { Page } from './page.ts';
import { ASSUMED } from './sample.ts';
import { Seat } from './seat.ts';
import { moveOn, type Visit } from './visit.ts';

/** What every clerk has around. */
export type Workplace = { floor: Floor; lobby: Lobby; hours: WorkingHours; setup: Setup; seed: number };

/** More presses than this in one second with nobody coming are not a clerk's. */
const PRESSES_A_SECOND = 3;

/** Somebody at a counter who opens, calls, pauses and closes by what the page shows. Who sits there is the affair of `Seat`. */
export class Clerk {
  readonly page: Page<'view:counter'>;
  readonly chance: Chance;
  readonly place: Workplace;
  private stage: 'away' | 'ready' | 'busy' = 'away';
  private pausesAt: number;
  /** How many have been called here. */
  visitsBefore = 0;
  private inVain = { at: 0, times: 0 };
  /** Who was here before the present call, for an undo; and who was finished last. */
  private before: Visit | null = null;
  private finished: Visit | null = null;
  /** Lets the house call the next. */
  private readonly likesAutoCall: boolean;
  private readonly seat: Seat;
  private readonly counting: Chance;

  constructor(page: Page<'view:counter'>, place: Workplace) {
    this.page = page;
    this.place = place;
    this.chance = createChance(place.seed, 'clerk', page.who.counter ?? 0);
    this.counting = createChance(place.seed, 'dossiers', page.who.counter ?? 0);
    const [opens = 0] = place.hours.opens;
    // Of all days one without any pause would leave something out.
    const pauses = this.chance.happens(ASSUMED.clerk.pauses) || page.who.counter === 1;
    this.pausesAt = pauses ? opens + this.chance.between(90, 180) * MINUTE : Number.POSITIVE_INFINITY;
    this.likesAutoCall = ASSUMED.clerk.autoCallsAt.includes(page.who.counter ?? 0);
    this.seat = new Seat(this);
    for (const at of place.hours.opens) this.planOpening(at);
  }

  isReady(): boolean {
    return this.stage === 'ready';
  }

  isOpen(): boolean {
    return this.page.view().counter.state === 'open';
  }

  hasParked(ticket: TicketId): boolean {
    return this.page.view().parked.some((parked) => parked.ticket === ticket);
  }

  serves(service: ServiceId): boolean {
    return this.page.view().services.some(({ id, serves }) => id === service && serves !== 'no');
  }

  serviceOf(id: ServiceId): Service | undefined {
    return this.place.setup.services.find((service) => service.id === id);
  }

  now(): number {
    return this.place.floor.now();
  }

  /** Whether the house calls the next for this clerk. */
  isCalledFor(): boolean {
    return this.page.view().autoCall === 'on';
  }

  /** What a ready clerk does on looking at the page; null: goes on waiting. */
  nextStep(): { intent: Intent; together: boolean } | null {
    const { current, upNext, counter, autoCall } = this.page.view();
    // Closed by the manager; whoever opens it again brings the clerk back.
    if (counter.state === 'closed') this.stage = 'away';
    if (counter.state !== 'open') return null;
    if (current && autoCall !== 'off') return this.greet(current.ticket);
    const leaves = !current && (this.goesHome() || this.now() >= this.pausesAt);
    if (leaves && autoCall !== 'off') return { intent: this.letHouseCall('off'), together: false };
    if (leaves) return { intent: this.goesHome() ? this.close() : this.pause(), together: false };
    if (this.likesAutoCall && autoCall === 'off' && !this.isLast())
      return { intent: this.letHouseCall('on'), together: false };
    if ((!upNext && !current) || autoCall === 'on') return null;
    if (this.inVain.at === this.now() && this.inVain.times >= PRESSES_A_SECOND) return null;
    return { intent: this.callNext(), together: true };
  }

  /** Free again; the next step follows in the same second. */
  becomeReady() {
    this.stage = 'ready';
  }

  /** Plans something of this counter so many ms from now. */
  later(ms: number, decide: () => Intent | null, together: 'next' | null = null) {
    this.place.floor.plan({ at: this.now() + ms, page: this.page, together, decide });
  }

  /** Whether whoever is here now is the last before a break. */
  isLast(): boolean {
    return this.place.hours.at(this.now()) === 'over' || this.now() >= this.pausesAt;
  }

  /** Before a break nobody more shall be called. */
  letHouseCall(to: 'on' | 'off'): Intent {
    return intend('counter:auto-call', { to }, () => undefined);
  }

  /** Somebody is served whose turn is over: should the house have called the next for it, one undo takes back both. */
  hasFinished(visit: Visit) {
    this.finished = visit;
  }

  callNext(): Intent {
    const expects = this.page.view().current?.ticket ?? null;
    // Another clerk may have been quicker by a breath.
    const reckonsWith = expects === null ? (['nobody-waiting'] as const) : [];
    const follow = (reply: Reply<'ticket:call-next'>) => {
      if (!reply.ok || reply.answer.called === null) this.countInVain();
      if (reply.ok) this.receive(expects, reply.answer.called?.ticket ?? null, true);
      else this.becomeReady();
    };
    return intend('ticket:call-next', { expects, ...this.whatCame(expects) }, follow, reckonsWith);
  }

  /** Somebody who is not the first, for a reason; the next where there is no other. */
  callOutOfOrder(): Intent {
    const { current, waiting, reasons } = this.page.view();
    const expects = current?.ticket ?? null;
    const other = waiting[1 + Math.floor(this.chance.between(0, Math.min(6, waiting.length - 1)))];
    const [reason] = reasons.outOfOrder;
    if (!other || !reason) return this.callNext();
    const input = { expects, ticket: other.ticket, reason, ...this.whatCame(expects) };
    return intend('ticket:call-this', input, (reply) => {
      if (reply.ok) this.receive(expects, reply.answer.called.ticket, false);
      else this.becomeReady();
    });
  }

  /** What is said of who is finished by a press, if anybody is. */
  whatCame(finished: TicketId | null): { dossiers?: Dossiers } {
    return finished === null ? {} : drawDossiers(this.counting);
  }

  /** Takes back a call; who was here before it is here again. */
  undo(visit: Visit): Intent {
    return intend('ticket:undo-call', { expects: visit.ticket }, ({ ok }) => {
      if (!ok) return this.becomeReady();
      visit.stage = 'waiting';
      visit.timesCalled -= 1;
      if (this.before) {
        if (this.before.stage === 'waiting') this.before.step -= 1;
        this.before.stage = 'serving';
      }
      this.later(this.chance.between(10, 40) * SECOND, () => {
        // Somebody set aside here may have been queued meanwhile, and called by the house.
        // Or the manager has made this counter pause.
        const isAsItWas = (this.page.view().current?.ticket ?? null) === (this.before?.ticket ?? null);
        if (isAsItWas && this.isOpen()) return this.callNext();
        this.becomeReady();
        return null;
      });
    });
  }

  /** The house has called somebody here. */
  private greet(ticket: TicketId): null {
    const isOneWithFinish = this.page.view().undo?.command === 'ticket:finish';
    const finished = isOneWithFinish ? this.finished : null;
    this.receive(null, ticket, true);
    this.before = finished;
    return null;
  }

  private countInVain() {
    const { at, times } = this.inVain;
    this.inVain = { at: this.now(), times: at === this.now() ? times + 1 : 1 };
  }

  /** After an answered call: one leaves, another comes. */
  private receive(left: TicketId | null, ticket: TicketId | null, byTheRule: boolean) {
    const { visits } = this.place.lobby;
    this.before = (left !== null && visits.get(left)) || null;
    if (this.before) moveOn(this.before);
    const visit = ticket === null ? undefined : visits.get(ticket);
    if (!visit) return this.becomeReady();
    this.stage = 'busy';
    this.visitsBefore += 1;
    visit.stage = 'called';
    visit.timesCalled += 1;
    if (byTheRule && this.chance.happens(ASSUMED.clerk.undoesCall)) this.seat.thinkAgain(visit);
    else this.seat.meet(visit);
  }

  /** With empty lines and nobody's papers on the desk; at noon at the latest when lunch would be over. */
  private goesHome(): boolean {
    const { upNext, parked } = this.page.view();
    const hours = this.place.hours.at(this.now());
    return hours === 'over' || (hours === 'late' && !upNext && parked.length === 0);
  }

  private close(): Intent {
    return intend('counter:close', {}, () => {
      this.stage = 'away';
    });
  }

  private pause(): Intent {
    this.pausesAt = Number.POSITIVE_INFINITY;
    const [reason = ''] = this.page.view().reasons.pause;
    return intend('counter:pause', { reason }, () => {
      this.stage = 'away';
      this.planOpening(this.now() + ASSUMED.clerk.pauseMinutes * MINUTE);
    });
  }

  private planOpening(at: number) {
    const decide = () => {
      if (this.stage !== 'away' || this.isOpen()) return null;
      return intend('counter:open', {}, ({ ok }) => {
        if (ok) this.becomeReady();
      });
    };
    this.place.floor.plan({ at, page: this.page, together: 'open', decide });
  }
}
