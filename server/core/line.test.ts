import { describe, expect, it } from 'vitest';
import type { WaitingTicket } from '#shared/domain/ticket.ts';
import { comparePlaces, Line, placeOf } from './line.ts';

function waiting(order: number, effectiveAt: number): WaitingTicket {
  return {
    id: `ticket-${order}`,
    number: 'A001',
    order,
    priority: 'regular',
    issuedAt: 0,
    errand: { service: 'land', arrivedAt: effectiveAt, effectiveAt },
    next: [],
    done: [],
    calls: 0,
    firstCalledAt: null,
    boundTo: null,
    returned: false,
    note: null,
    state: 'waiting',
    waitingSince: 0,
  };
}

function lineOf(...tickets: WaitingTicket[]): Line {
  const line = new Line();
  for (const ticket of tickets) line.add(ticket);
  return line;
}

const all = (line: Line) => line.take(Number.POSITIVE_INFINITY);

/** The same numbers at every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % sides;
  };
}

describe('Line', () => {
  const [first, second, third] = [waiting(1, 10), waiting(2, 20), waiting(3, 20)];

  it('[Q1] keeps the smaller time first, in whatever order they come', () => {
    expect(all(lineOf(third, first, second))).toEqual([first, second, third]);
  });

  it('[Q4] keeps who was issued first before the other at the same time', () => {
    expect(all(lineOf(third, second))).toEqual([second, third]);
  });

  it('has a first, and none when empty', () => {
    expect([lineOf(second, first).first(), lineOf().first()]).toEqual([first, undefined]);
  });

  it('knows who of those who still stand came first, whatever their places', () => {
    const [early, late] = [waiting(4, 40), waiting(5, 5)];
    early.errand = { ...early.errand, arrivedAt: 1 };
    const line = lineOf(first, late, early, second);
    expect(line.firstArrival()).toBe(1);
    line.remove(early);
    line.remove(late);
    expect(line.firstArrival()).toBe(10);
    expect(lineOf().firstArrival()).toBeNull();
  });

  it('takes no more than wanted', () => {
    expect(lineOf(first, second, third).take(2)).toEqual([first, second]);
  });

  it('counts who stands before a place', () => {
    const line = lineOf(first, second, third);
    const counts = [9, 10, 20, 21].map((effectiveAt) => line.countBefore({ effectiveAt, order: 2 }));
    expect(counts).toEqual([0, 1, 1, 3]);
  });

  it('removes from the front, the middle and the end', () => {
    for (const gone of [first, second, third]) {
      const line = lineOf(first, second, third);
      expect(line.remove(gone)).toBe(true);
      expect(all(line)).toEqual([first, second, third].filter((ticket) => ticket !== gone));
    }
  });

  it('says so when a ticket does not stand here', () => {
    const line = lineOf(first, third);
    expect([line.remove(second), line.length]).toEqual([false, 2]);
  });

  it('takes someone in again before all others', () => {
    const line = lineOf(first, second);
    line.remove(first);
    line.add(first);
    expect(all(line)).toEqual([first, second]);
  });

  it('agrees with a sorted array over 100,000 tickets that come and go at the front and in the middle', () => {
    const roll = dice(1);
    const tickets = Array.from({ length: 100_000 }, (_, order) => waiting(order, order * 10 - roll(3) * 300));
    const line = lineOf(...tickets);
    const sorted = tickets.toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)));
    for (let step = 0; step < 3000; step += 1) {
      const index = roll(2) === 0 ? 0 : roll(sorted.length);
      const [gone] = sorted.splice(index, 1);
      if (!gone || !line.remove(gone)) throw new Error(`Step ${step}: the ticket at ${index} was not found.`);
      if (roll(3) > 0) continue;
      line.add(gone);
      sorted.splice(line.countBefore(placeOf(gone)), 0, gone);
    }
    expect(line.length).toBe(sorted.length);
    expect(all(line).map(({ order }) => order)).toEqual(sorted.map(({ order }) => order));
    expect(line.first()).toBe(sorted[0]);
  });

  it('gives every one of 100,000 in order when only the first is taken', () => {
    const line = lineOf(...Array.from({ length: 100_000 }, (_, order) => waiting(order, order)));
    let taken = 0;
    for (let ticket = line.first(); ticket; ticket = line.first()) {
      if (ticket.order !== taken || !line.remove(ticket)) throw new Error(`Ticket ${ticket.order} came as ${taken}.`);
      taken += 1;
    }
    expect([taken, line.length]).toEqual([100_000, 0]);
  });
});
