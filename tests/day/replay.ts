import type { BoardCall } from '#shared/contract/views.ts';
import type { Span } from '#shared/domain/hours.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { differences, lookedUpOtherwise } from './differences.ts';
import { type Group, HallModel, type Person, type Stay } from './hall-model.ts';
import { called, closeDay, finish, isBesideTheQueue, release, retell } from './retell.ts';
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
  /** Calls on the board that nobody pressed for and that the house may not have made. */
  strays: readonly { at: number; counter: CounterId }[];
  /** When the manager held the office open outside its hours. */
  extended: readonly Span[];
  isOver: boolean;
};

/** One call, judged before it was made true. */
export type CallFact = {
  at: number;
  counter: CounterId;
  /** `house`: by itself, where the counter wished it. */
  how: 'next' | 'this' | 'house';
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

type Grown = 'calls' | 'idles' | 'differences' | 'strays' | 'extended';
type Telling = { [K in Grown]: Story[K] extends readonly (infer T)[] ? T[] : never } & { hall: HallModel };

/** A clerk may be free this long while somebody waits. */
const REACTION_MS = 1000;

/** Goes through the day again, by the answers alone. */
export function replay({ setup, moments }: SeenDay): Story {
  const retelling = new Retelling(setup);
  for (const moment of moments) retelling.add(moment);
  return retelling.story();
}

/** The day so far, told moment by moment. */
export class Retelling {
  private readonly telling: Telling;
  private readonly idleSince = new Map<CounterId, { at: number; number: string }>();
  private turnsBefore = 0;
  private isOver = false;

  constructor(setup: Setup) {
    this.telling = { hall: new HallModel(setup), calls: [], idles: [], differences: [], strays: [], extended: [] };
  }

  add(moment: Moment) {
    const { hall, idles } = this.telling;
    for (const [counter, { at, number }] of this.idleSince) {
      if (moment.at - at > REACTION_MS) idles.push({ at, counter, number, why: 'did not call' });
    }
    for (const turn of moment.turns) {
      this.turnsBefore += 1;
      retellTurn(this.telling, turn, moment.at, this.turnsBefore);
    }
    this.isOver = moment.manager.dayState === 'closed';
    if (this.isOver) closeDay(hall, moment.at);
    for (const what of differences(hall, moment)) this.telling.differences.push({ at: moment.at, what });
    noteIdle(hall, moment, this.idleSince);
  }

  story(): Story {
    const { hall, ...told } = this.telling;
    return { ...told, people: [...hall.people.values()], stays: hall.stays, isOver: this.isOver };
  }
}

/**
 * Presses of one turn in the order in which they took effect: those that called by the board, those that found nobody last. Calls of the
 * house stand among them by the board, too.
 */
function retellTurn(story: Telling, { presses, calls }: Turn, at: number, turn: number) {
  const seqOf = (pressed: Pressed) =>
    calls.find((call) => call.counter === pressed.who.counter && call.ticket === calledBy(pressed))?.callSeq ??
    Number.MAX_SAFE_INTEGER;
  const isCall = ({ name }: Pressed) => name === 'ticket:call-next' || name === 'ticket:call-this';
  for (const pressed of presses.filter((one) => !isCall(one))) retellOther(story, pressed, at, turn);
  const ofTheHouse = calls.filter((call) => !presses.some((pressed) => isCallOf(pressed, call)));
  const because = presses.length === 1 ? (presses[0] ?? null) : null;
  // What a press alone did came before what the house made of it; of several those that found nobody came last.
  const foundNobody = (one: Pressed) => because === null && isCall(one) && !calledBy(one);
  const inOrder = [
    ...presses
      .filter((one) => isCall(one) && !foundNobody(one))
      .map((pressed) => ({ seq: because ? 0 : seqOf(pressed), tell: () => retellCall(story, pressed, at) })),
    ...ofTheHouse.map((call, index) => ({
      seq: call.callSeq,
      tell: () => retellHouseCall(story, call, { because, isFirst: index === 0, at, turn }),
    })),
  ];
  for (const { tell } of inOrder.sort((a, b) => a.seq - b.seq)) tell();
  for (const pressed of presses.filter(foundNobody)) retellCall(story, pressed, at);
}

/** Whether this row of the board is the answer to this press. */
function isCallOf(pressed: Pressed, { ticket, counter }: BoardCall): boolean {
  if (pressed.who.counter !== counter || !pressed.reply.ok) return false;
  return calledBy(pressed) === ticket || (pressed.name === 'ticket:recall' && pressed.input.expects === ticket);
}

function retellOther(story: Telling, pressed: Pressed, at: number, turn: number) {
  if (pressed.name === 'ticket:look-up') {
    for (const what of lookedUpOtherwise(story.hall, pressed)) story.differences.push({ at, what });
  }
  if (pressed.name === 'hours:extend' && pressed.reply.ok) {
    story.extended.push({ from: at, until: Number.POSITIVE_INFINITY });
  }
  retell(story.hall, pressed, at, turn);
}

/** `because`: the only press of the turn; `isFirst`: the house called nobody else before because of it. */
type Around = { because: Pressed | null; isFirst: boolean; at: number; turn: number };

/** A call that nobody pressed for: right only at a free counter that wished it. */
function retellHouseCall(story: Telling, call: BoardCall, { because, isFirst, at, turn }: Around) {
  const { hall } = story;
  const { counter, number } = call;
  const { state, autoCall } = hall.counter(counter);
  const isWished = state === 'open' && autoCall === 'on' && hall.at(counter) === null;
  if (!isWished) story.strays.push({ at, counter });
  const person = hall.person(call.ticket);
  // Of numbers given at the same time nobody can tell which the house saw first.
  const notKnown = (other: Person) => because === null && other.issuedIn === turn && other.ticket !== call.ticket;
  story.calls.push({ at, counter, how: 'house', number, ...judge(hall, person, counter, notKnown) });
  if (person) called(hall, person, counter, at);
  const isOneWithPress = isFirst && because?.who.counter === counter && because.reply.ok;
  if (isOneWithPress && !isBesideTheQueue(because.name) && !calledBy(because)) hall.rememberWithPress(counter);
  else hall.remember(counter);
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
    if (reply.ok) release(hall, pressed.name, counter);
    return;
  }
  const how = pressed.name === 'ticket:call-this' ? 'this' : 'next';
  const person = hall.person(ticket);
  story.calls.push({ at, counter, how, number: numberCalled(pressed), ...judge(hall, person, counter) });
  if (person) called(hall, hall.person(ticket) ?? person, counter, at);
  hall.remember(counter);
  release(hall, pressed.name, counter);
}

function judge(
  hall: HallModel,
  person: Person | null,
  counter: CounterId,
  isLeftOut: (other: Person) => boolean = () => false,
) {
  const groups = hall.eligible(counter).map(({ group, people }) => ({
    group,
    people: people.filter((other) => !isLeftOut(other)),
  }));
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
