import type { Entry } from '#core/events.ts';
import type { RatingOffer } from '#shared/contract/rating-views.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import type { CounterId, ServiceId, TicketId } from '#shared/domain/ids.ts';
import { type Face, isAskedAt, type Rating, type RatingChoice, WORST_WITHOUT_WHY } from '#shared/domain/rating.ts';
import type { Setup } from '#shared/domain/setup.ts';

export type RatingDeskParts = {
  /** ms UTC. */
  now(): number;
  /** ms that only ever run forward. */
  ticks(): number;
  setup: Pick<Setup, 'office' | 'wording'>;
  choice(): RatingChoice;
  /** What a visitor who has just left a counter was there for; null where that is not known any more. */
  servedFor(counter: CounterId, ticket: TicketId): ServiceId | null;
  newToken(): string;
  /** On disk when this returns. */
  keep(rating: Rating): void;
  /** Something that somebody sees has changed. */
  changed(): void;
};

/** The page asks for half as long: an answer given in the last second may still be on its way. [V2] */
export const ANSWERED_WITHIN_MS = 60_000;

type Question = RatingOffer & {
  ticket: TicketId;
  service: ServiceId;
  since: number;
  /** Nobody else stands there yet. */
  isShown: boolean;
};

type Answer = { token: string; face: Face; reasons: readonly string[] };

/** Puts one question a finished visit on the counter's display, and takes one answer to it. In memory: a question that is lost was only one. */
export class RatingDesk {
  private readonly parts: RatingDeskParts;
  private readonly questions = new Map<CounterId, Question>();
  /** Who has answered today: a visit that is finished once more after an undo is not asked again. Never beside an answer. */
  private readonly answered = new Set<TicketId>();

  constructor(parts: RatingDeskParts) {
    this.parts = parts;
  }

  /** Hears what has been carried out. */
  hear({ counter, events }: Entry) {
    for (const event of events) {
      if (event.type === 'day-opened') this.answered.clear();
      else if (event.type === 'ticket-called') this.hide(event.counter);
      else if (event.type === 'call-undone') this.takeBack(event.counter, event.restored);
      else if (event.type === 'ticket-closed' && event.outcome === 'served' && counter !== null)
        this.ask(counter, event.ticket);
    }
  }

  /** What stands on this counter's display now; null: no question. */
  offer(counter: CounterId): RatingOffer | null {
    const question = this.questions.get(counter);
    if (!question?.isShown || this.isOver(question) || !isAskedAt(this.parts.choice(), counter)) return null;
    const { token, askedAt, reasons } = question;
    return { token, askedAt, reasons };
  }

  /** An answer from the display of this counter; null: of any other. */
  give(counter: CounterId | null, { token, face, reasons }: Answer): object | Refusal {
    const question = counter === null ? undefined : this.questions.get(counter);
    if (counter === null || question?.token !== token || this.isOver(question)) return 'no-such-question';
    const known = this.parts.setup.wording.ratingReasons.filter(({ id }) => reasons.includes(id));
    if (known.length !== reasons.length || (face >= WORST_WITHOUT_WHY && reasons.length > 0)) return 'not-understood';
    const { now, setup, keep, changed } = this.parts;
    const { day, minute } = wallClock(now(), setup.office.timeZone);
    const { service, ticket } = question;
    const ids = known.map(({ id }) => id).sort();
    const isComplaint = known.some(({ complaint }) => complaint);
    keep({ day, hour: Math.floor(minute / 60), counter, service, face, reasons: ids, isComplaint });
    // Only now: what could not be kept may be given again.
    this.questions.delete(counter);
    this.answered.add(ticket);
    changed();
    return {};
  }

  private ask(counter: CounterId, ticket: TicketId) {
    this.questions.delete(counter);
    const { choice, servedFor, newToken, now, ticks, setup } = this.parts;
    const service = servedFor(counter, ticket);
    if (!isAskedAt(choice(), counter) || this.answered.has(ticket) || service === null) return;
    const reasons = setup.wording.ratingReasons.map(({ id, name }) => ({ id, name }));
    const question = { token: newToken(), askedAt: now(), reasons, ticket, service, since: ticks(), isShown: true };
    this.questions.set(counter, question);
    this.parts.changed();
  }

  /** The next visitor is not to see it; whoever has already touched a face is still heard. */
  private hide(counter: CounterId) {
    const question = this.questions.get(counter);
    if (question) question.isShown = false;
  }

  private takeBack(counter: CounterId, restored: readonly { id: TicketId }[]) {
    const question = this.questions.get(counter);
    if (question && restored.some(({ id }) => id === question.ticket)) this.questions.delete(counter);
  }

  private isOver({ since }: Question): boolean {
    return this.parts.ticks() - since > ANSWERED_WITHIN_MS;
  }
}
