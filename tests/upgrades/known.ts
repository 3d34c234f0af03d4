import { boardView } from '#core/board-view.ts';
import { managerView } from '#core/manager-view.ts';
import { boundLineOf, lineOf, type Office } from '#core/office.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Press } from '#tests/faults/house.ts';

/** What people in an office could see at a moment, as a program of any version says it. */
export type Picture = {
  day: string | null;
  seq: number;
  /** Numbers in their order, by service, and by counter where they are bound to one. */
  waiting: Record<string, string[]>;
  bound: Record<string, string[]>;
  /** Set aside, by counter. */
  parked: Record<string, string[]>;
  board: unknown;
  totals: unknown;
  counters: unknown;
  absent: unknown;
  lastNumbers: Record<string, number>;
};

/** What stands beside a folder of an older version: what its program knew when it ended. */
export type KnownThen = {
  at: number;
  picture: Picture;
  /** Every press that was carried out, with its answer. */
  answered: { press: Press; reply: unknown }[];
  /** Codes on slips, by number. */
  slips: Record<string, string>;
  people: { password: string; clerk: string; pin: string; clerkSession: string; displayToken: string };
};

/** Draws an office with the views of this version. */
export function pictureOfHall(office: Office, setup: Setup, at: number): Picture {
  const board = boardView(office, setup, at);
  // What comes from machines is of no interest here.
  const machines = { printer: 'none', isJournalIntact: true, pages: {}, tappedForFun: [] } as unknown;
  const manager = managerView(office, setup, at, machines as Parameters<typeof managerView>[3]);
  const numbers = (line: ReturnType<typeof lineOf>) => line.take(line.length).map(({ number }) => number);
  return {
    day: office.day,
    seq: office.seq,
    waiting: Object.fromEntries(setup.services.map(({ id }) => [id, numbers(lineOf(office, id))])),
    bound: Object.fromEntries(setup.counters.map(({ id }) => [id, numbers(boundLineOf(office, id))])),
    parked: Object.fromEntries(setup.counters.map(({ id }) => [id, parkedAt(office, id)])),
    board: { calls: board.calls, waiting: board.waiting },
    totals: manager.totals,
    counters: manager.counters,
    absent: manager.absent,
    lastNumbers: Object.fromEntries([...office.lastNumber].sort()),
  };
}

function parkedAt(office: Office, counter: number): string[] {
  return [...office.tickets.values()].flatMap((ticket) =>
    ticket.state === 'parked' && ticket.counter === counter ? [ticket.number] : [],
  );
}
