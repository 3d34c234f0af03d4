import { dossiersTold } from './dossiers.ts';
import type { HallModel, Person } from './hall-model.ts';
import type { Moment, Pressed } from './seen.ts';

/** The manager's picture against what the answers add up to. */
export function differences(hall: HallModel, { manager }: Moment): string[] {
  const people = [...hall.people.values()];
  const count = (...states: Person['state'][]) => people.filter(({ state }) => states.includes(state)).length;
  const { dossiers, ...shownTotals } = manager.totals;
  const told: typeof shownTotals = {
    issued: people.length,
    waiting: count('waiting'),
    atCounters: count('called', 'serving'),
    served: people.reduce((sum, { done }) => sum + done.length, 0),
    noShow: count('no-show'),
    cancelled: count('cancelled'),
    expired: count('expired'),
  };
  const totals = Object.entries(told).flatMap(([name, expected]) => {
    const shown = new Map<string, number>(Object.entries(shownTotals)).get(name);
    return shown === expected ? [] : [`${name}: the manager sees ${shown}, the answers make ${expected}`];
  });
  const ways = Object.entries(dossiersTold(people.flatMap((person) => person.dossiers))).flatMap(([way, expected]) => {
    const shown = new Map<string, number>(Object.entries(dossiers)).get(way);
    return shown === expected ? [] : [`dossiers, ${way}: the manager sees ${shown}, the answers make ${expected}`];
  });
  return [...totals, ...ways, ...manager.counters.flatMap((counter) => counterDifferences(hall, counter))];
}

function counterDifferences(hall: HallModel, shown: Moment['manager']['counters'][number]): string[] {
  const { id } = shown;
  const { state, autoCall } = hall.counter(id);
  const both = {
    'who is there': [shown.current?.number, hall.at(id)?.number],
    state: [shown.state, state],
    'auto-call': [shown.autoCall, autoCall],
    'a call for help': [shown.helpSince !== null, hall.helpCalls.has(id)],
    'other services': [shown.isReassigned, hall.assigned.has(id)],
  };
  return Object.entries(both).flatMap(([what, [seen, expected]]) =>
    seen === expected ? [] : [`counter ${id}, ${what}: the manager sees ${seen}, the answers make ${expected}`],
  );
}

/** What the help desk was told of a number, against what the answers add up to. */
export function lookedUpOtherwise(hall: HallModel, { input, reply }: Extract<Pressed, { name: 'ticket:look-up' }>) {
  if (!reply.ok) return [];
  const { state, outcome, counter } = reply.answer;
  const told = JSON.stringify({ state, outcome, counter });
  const person = [...hall.people.values()].find(({ number }) => number === input.number);
  const expected = JSON.stringify(person ? asLookedUp(person) : null);
  return told === expected ? [] : [`${input.number} was looked up: ${told}, the answers make ${expected}`];
}

function asLookedUp({ state, boundTo, counter }: Person) {
  switch (state) {
    case 'served':
    case 'no-show':
    case 'cancelled':
    case 'expired':
      return { state: 'closed', outcome: state, counter: null };
    case 'waiting':
      return { state, outcome: null, counter: boundTo };
    default:
      return { state, outcome: null, counter };
  }
}
