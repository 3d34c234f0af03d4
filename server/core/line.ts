import type { WaitingTicket } from '#shared/domain/ticket.ts';

/** What orders a line: the smaller `effectiveAt` first, then who was issued first. */
export type Place = { effectiveAt: number; order: number };

export function placeOf(ticket: WaitingTicket): Place {
  return { effectiveAt: ticket.errand.effectiveAt, order: ticket.order };
}

/** Negative when `a` is before `b`. */
export function comparePlaces(a: Place, b: Place): number {
  return a.effectiveAt - b.effectiveAt || a.order - b.order;
}

/**
 * People waiting, kept in the order of their places so that nobody sorts when a clerk presses. Taking the first is O(1), finding a
 * place O(log n). The front of the array is given back in large steps: `shift` on a long array would move everybody at each call.
 */
export class Line {
  private tickets: WaitingTicket[] = [];
  private front = 0;

  get length(): number {
    return this.tickets.length - this.front;
  }

  first(): WaitingTicket | undefined {
    return this.tickets[this.front];
  }

  /** The first `most`, in order. */
  take(most: number): WaitingTicket[] {
    return this.tickets.slice(this.front, this.front + most);
  }

  /** When the first of them came; null: nobody is here. In the order of places, not of arrivals: he may stand behind a priority ticket. */
  firstArrival(): number | null {
    let first: number | null = null;
    for (let index = this.front; index < this.tickets.length; index += 1) {
      const arrivedAt = this.tickets[index]?.errand.arrivedAt ?? null;
      if (first === null || (arrivedAt !== null && arrivedAt < first)) first = arrivedAt;
    }
    return first;
  }

  /** How many stand before this place. */
  countBefore(place: Place): number {
    return this.indexOf(place) - this.front;
  }

  add(ticket: WaitingTicket) {
    this.tickets.splice(this.indexOf(placeOf(ticket)), 0, ticket);
  }

  /** False when this ticket does not stand here. */
  remove(ticket: WaitingTicket): boolean {
    const index = this.indexOf(placeOf(ticket));
    if (this.tickets[index]?.id !== ticket.id) return false;
    if (index === this.front) this.dropFirst();
    else this.tickets.splice(index, 1);
    return true;
  }

  private dropFirst() {
    this.front += 1;
    if (this.front < 1024 && this.front < this.tickets.length) return;
    this.tickets = this.tickets.slice(this.front);
    this.front = 0;
  }

  /** Where this place is or would be. */
  private indexOf(place: Place): number {
    let low = this.front;
    let high = this.tickets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const ticket = this.tickets[middle];
      if (ticket && comparePlaces(placeOf(ticket), place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
