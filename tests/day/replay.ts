import type { CounterId } from '#shared/domain/ids.ts';
import { dossiersTold } from './dossiers.ts';
import { type Group, HallModel, type Person, type Stay } from './hall-model.ts';
import { called, closeDay, finish, retell } from './retell.ts';
import type { Moment, Pressed, SeenDay, Turn } from './seen.ts';

/** What happened on a day, and how it compares with the law of the house. */
export type Story = {
  people: readonly Person[];
  calls: readonly CallFact[];
  /** Free clerks whom somebody could have come to, and who were not given anybody. */
  idles: readonly { at: number; counter: CounterId; number: string; why: 'told nobody waits' | 'did not call' }[];
  stays: readonly Stay[];
  /** Where the manager's picture and the answers tell different things. */
  differences: readonly { at: number; what: string }[];
};

/** One call, judged before it was made true. */
export type CallFact = {
  at: number;
  counter: CounterId;
  how: 'next' | 'this';
  number: string;
  /** The number the person was given; null: nobody knows this ticket. */
  issuedAs: string | null;
  before: Person['state'] | null;
  /** Among whom the counter found the person, and among whom it had to look first. */
  group: Group | null;
  firstGroup: Group | null;
  /** Numbers of the same group whose turn it was before. */
  passedOver: readonly string[];
};

type Telling = { [K in keyof Story]: Story[K] extends readonly (infer T)[] ? T[] : never } & { hall: HallModel };

/** A clerk may be free this long while somebody waits. */
const REACTION_MS = 1000;

/** Goes through the day again, by the answers alone. */
export function replay({ setup, moments }: SeenDay): Story {
  const hall = new HallModel(setup);
  const story: Telling = { hall, people: [], calls: [], idles: [], stays: [], differences: [] };
  const idleSince = new Map<CounterId, { at: number; number: string }>();
  let turnsBefore = 0;
  for (const moment of moments) {
    for (const [counter, { at, number }] of idleSince) {
      if (moment.at - at > REACTION_MS) story.idles.push({ at, counter, number, why: 'did not call' });
    }
    for (const turn of moment.turns) {
      turnsBefore += 1;
      retellTurn(story, turn, moment.at, turnsBefore);
    }
    if (moment.manager.dayState === 'closed') closeDay(hall, moment.at);
    for (const what of differences(hall, moment)) story.differences.push({ at: moment.at, what });
    noteIdle(hall, moment, idleSince);
  }
  return { ...story, people: [...hall.people.values()], stays: hall.stays };
}

/** Presses of one turn in the order in which they took effect: those that called by the board, those that found nobody last. */
function retellTurn(story: Telling, { presses, calls }: Turn, at: number, turn: number) {
  const seqOf = (pressed: Pressed) =>
    calls.find((call) => call.counter === pressed.who.counter && call.ticket === calledBy(pressed))?.callSeq ??
    Number.MAX_SAFE_INTEGER;
  const isCall = ({ name }: Pressed) => name === 'ticket:call-next' || name === 'ticket:call-this';
  const inOrder = [
    ...presses.filter((pressed) => !isCall(pressed)),
    ...presses.filter((pressed) => isCall(pressed) && calledBy(pressed)).sort((a, b) => seqOf(a) - seqOf(b)),
    ...presses.filter((pressed) => isCall(pressed) && !calledBy(pressed)),
  ];
  for (const pressed of inOrder) {
    if (isCall(pressed)) retellCall(story, pressed, at);
    else retell(story.hall, pressed, at, turn);
  }
}

function retellCall(story: Telling, pressed: Pressed, at: number) {
  const { hall } = story;
  const { counter } = pressed.who;
  if (counter === null) return;
  const { reply } = pressed;
  if (reply.ok) finish(hall, hall.at(counter), at, 'dossiers' in pressed.input ? pressed.input.dossiers : undefined);
  const ticket = calledBy(pressed);
  if (ticket === null) {
    const toldNobody = reply.ok || reply.refusal === 'nobody-waiting';
    const [first] = hall.eligible(counter).flatMap(({ people }) => people);
    if (toldNobody && first) story.idles.push({ at, counter, number: first.number, why: 'told nobody waits' });
    if (reply.ok) hall.remember(counter);
    return;
  }
  const how = pressed.name === 'ticket:call-this' ? 'this' : 'next';
  const person = hall.person(ticket);
  story.calls.push({ at, counter, how, number: numberCalled(pressed), ...judge(hall, person, counter) });
  if (person) called(hall, hall.person(ticket) ?? person, counter, at);
  hall.remember(counter);
}

function judge(hall: HallModel, person: Person | null, counter: CounterId) {
  const groups = hall.eligible(counter);
  const found = groups.find(({ people }) => people.some(({ ticket }) => ticket === person?.ticket));
  const passedOver = found?.people.filter((other) => person && hall.isBefore(other, person)) ?? [];
  return {
    issuedAs: person?.number ?? null,
    before: person?.state ?? null,
    group: found?.group ?? null,
    firstGroup: groups.find(({ people }) => people.length > 0)?.group ?? null,
    passedOver: passedOver.map(({ number }) => number),
  };
}

function calledBy({ name, reply }: Pressed): string | null {
  if (!reply.ok || (name !== 'ticket:call-next' && name !== 'ticket:call-this')) return null;
  return 'called' in reply.answer ? (reply.answer.called?.ticket ?? null) : null;
}

function numberCalled({ reply }: Pressed): string {
  return reply.ok && 'called' in reply.answer ? (reply.answer.called?.number ?? '') : '';
}

function noteIdle(hall: HallModel, { at, ready }: Moment, idleSince: Map<CounterId, { at: number; number: string }>) {
  const waitedFor = new Map<CounterId, string>();
  for (const counter of ready) {
    if (hall.counter(counter).state !== 'open' || hall.at(counter)) continue;
    const [first] = hall.eligible(counter).flatMap(({ people }) => people);
    if (first) waitedFor.set(counter, first.number);
  }
  for (const counter of [...idleSince.keys()]) if (!waitedFor.has(counter)) idleSince.delete(counter);
  for (const [counter, number] of waitedFor) if (!idleSince.has(counter)) idleSince.set(counter, { at, number });
}

/** The manager's picture against what the answers add up to. */
function differences(hall: HallModel, { manager }: Moment): string[] {
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
  const counters = manager.counters.flatMap(({ id, current }) => {
    const expected = hall.at(id)?.number ?? null;
    const shown = current?.number ?? null;
    return shown === expected ? [] : [`counter ${id}: the manager sees ${shown}, the answers make ${expected}`];
  });
  return [...totals, ...ways, ...counters];
}
