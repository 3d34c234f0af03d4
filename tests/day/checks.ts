import { isDeepStrictEqual } from 'node:util';
import { HOUR, MINUTE, wallClock } from '#shared/domain/business-day.ts';
import { nothingLeftOut } from './left-out.ts';
import type { Story } from './replay.ts';
import type { Pressed, SeenDay, Turn } from './seen.ts';

/** One promise of the house, and whether the day kept it. */
export type Check = { name: string; ok: boolean; detail: string };

/** How far L may be from λW. */
const LITTLE_TOLERANCE = 0.02;

/** Every promise, judged by what the pages saw. */
export function checksOf(day: SeenDay, story: Story): Check[] {
  const clock = (at: number) => wallClock(at, day.setup.office.timeZone).text;
  return [
    noNumberTwice(day, story, clock),
    nobodyLost(story, clock),
    nobodyCalledTwice(day, story, clock),
    firstComeFirstServed(story, clock),
    ownBeforeHelping(story, clock),
    nobodyIdle(story, clock),
    littlesLaw(day, story),
    calledInTheLanguageChosen(day, clock),
    sameIdSameAnswer(day, clock),
    noUnexpectedRefusal(day, clock),
    nothingLeftOut(
      everyPress(day).map(({ pressed }) => pressed),
      story.isOver,
    ),
  ];
}

type ClockText = (at: number) => string;

function verdict(name: string, findings: readonly string[], allWell: string): Check {
  const [first] = findings;
  if (first === undefined) return { name, ok: true, detail: allWell };
  return { name, ok: false, detail: findings.length === 1 ? first : `${first} (and ${findings.length - 1} more)` };
}

function noNumberTwice({ setup }: SeenDay, { people, calls }: Story, clock: ClockText): Check {
  const seen = new Set<string>();
  const findings: string[] = [];
  for (const { number, issuedAt, issuedFor } of people) {
    const prefix = setup.services.find(({ id }) => id === issuedFor)?.prefix;
    if (seen.has(number)) findings.push(`${clock(issuedAt)} ${number} was given a second time`);
    else if (!/^[A-Z]\d{3}$/.test(number) || number[0] !== prefix)
      findings.push(`${number} is no number of ${issuedFor}`);
    seen.add(number);
  }
  for (const { at, number, issuedAs } of calls) {
    if (issuedAs !== number) findings.push(`${clock(at)} ${issuedAs ?? 'an unknown ticket'} was called as ${number}`);
  }
  return verdict('no number twice', findings, `${seen.size} numbers, all different`);
}

function nobodyLost({ people, differences, isOver }: Story, clock: ClockText): Check {
  const findings = differences.map(({ at, what }) => `${clock(at)} ${what}`);
  const ended = { served: 0, 'no-show': 0, cancelled: 0, expired: 0 };
  for (const { number, state } of people) {
    if (state in ended)
      ended[state as keyof typeof ended] += 1; // `in` has just shown that it is one of them
    else if (isOver) findings.push(`${number} is still ${state} at the end of the day`);
  }
  const { served, cancelled, expired } = ended;
  const sum = `${served} served + ${ended['no-show']} no-show + ${cancelled} cancelled + ${expired} expired`;
  return verdict('nobody lost', findings, `${people.length} issued = ${sum}, as the manager saw at every moment`);
}

function nobodyCalledTwice(day: SeenDay, { calls, strays }: Story, clock: ClockText): Check {
  const findings = calls
    .filter(({ before }) => before !== 'waiting')
    .map(({ at, number, counter, before }) => `${clock(at)} counter ${counter} called ${number}, who was ${before}`);
  for (const { at, turn } of everyTurn(day))
    findings.push(...boardFindings(turn).map((what) => `${clock(at)} ${what}`));
  for (const { at, counter } of strays)
    findings.push(`${clock(at)} the board shows a call at counter ${counter} that nobody pressed for or wished`);
  return verdict(
    'nobody called twice',
    findings,
    `${calls.length} calls, each of somebody who waited, each on the board`,
  );
}

/** What the board showed anew against what counters were answered: a ticket, a counter, once. */
function boardFindings({ presses, calls }: Turn): string[] {
  const told = presses.filter(({ reply }) => reply.ok).flatMap(callTold);
  const shown = calls.map(({ ticket, counter }) => ({ ticket, counter }));
  const missing = told.filter((call) => !shown.some((row) => isDeepStrictEqual(row, call)));
  return missing.map(({ counter }) => `the board did not show the call of counter ${counter}`);
}

function callTold({ who, name, input, reply }: Pressed): { ticket: string; counter: number }[] {
  const { counter } = who;
  if (counter === null || !reply.ok) return [];
  if (name === 'ticket:recall') return [{ ticket: input.expects, counter }];
  if (!('called' in reply.answer) || reply.answer.called === null) return [];
  return [{ ticket: reply.answer.called.ticket, counter }];
}

function firstComeFirstServed({ calls }: Story, clock: ClockText): Check {
  const byTheRule = calls.filter(({ how }) => how !== 'this');
  const findings = byTheRule.flatMap(({ at, number, counter, group, before, passedOver }) => {
    const who = `${clock(at)} counter ${counter} called ${number}`;
    if (before === 'waiting' && group === null) return [`${who}, whom it may not call`];
    return passedOver.length > 0 ? [`${who} before ${passedOver.slice(0, 3).join(', ')}`] : [];
  });
  const chosen = calls.length - byTheRule.length;
  const byTheHouse = calls.filter(({ how }) => how === 'house').length;
  return verdict(
    'FCFS with head start',
    findings,
    `${byTheRule.length} calls by the rule, ${byTheHouse} of them by the house itself, ${chosen} out of order with a reason`,
  );
}

function ownBeforeHelping({ calls }: Story, clock: ClockText): Check {
  const byTheRule = calls.filter(({ how, group }) => how !== 'this' && group !== null);
  const findings = byTheRule
    .filter(({ group, firstGroup }) => group !== firstGroup)
    .map(({ at, number, counter, group, firstGroup }) => {
      return `${clock(at)} counter ${counter} called ${number} (${group}) while somebody of its ${firstGroup} waited`;
    });
  const helping = byTheRule.filter(({ group }) => group === 'helps').length;
  return verdict('own before helping', findings, `${helping} of ${byTheRule.length} calls helped another line`);
}

function nobodyIdle({ idles }: Story, clock: ClockText): Check {
  const findings = idles.map(
    ({ at, counter, number, why }) => `${clock(at)} ${number} waited, counter ${counter} ${why}`,
  );
  return verdict('nobody idle while an eligible ticket waits', findings, 'every free clerk called within a second');
}

/** L from the manager's pictures, integrated over the day; λW from the answers: all the time anybody stood in a line. */
function littlesLaw({ moments }: SeenDay, { stays, isOver }: Story): Check {
  // Whoever still waits has not told how long.
  if (!isOver) return { name: 'L = λW within 2 %', ok: true, detail: 'the day is not over' };
  const first = moments[0]?.at ?? 0;
  const spanMs = (moments.at(-1)?.at ?? 0) - first;
  let area = 0;
  moments.forEach(({ at, manager }, index) => {
    area += manager.totals.waiting * ((moments[index + 1]?.at ?? at) - at);
  });
  const stood = stays.reduce((sum, { from, until }) => sum + until - from, 0);
  const [seen, told] = [area / spanMs, stood / spanMs];
  const off = Math.abs(seen - told) / Math.max(told, Number.MIN_VALUE);
  const rate = `${((stays.length / spanMs) * HOUR).toFixed(1)}/h × ${(stood / stays.length / MINUTE).toFixed(2)} min`;
  const detail = `L = ${seen.toFixed(3)} seen, λW = ${rate} = ${told.toFixed(3)}, ${(off * 100).toFixed(2)} % apart`;
  return { name: 'L = λW within 2 %', ok: off <= LITTLE_TOLERANCE, detail };
}

/** The board says of a call what the voice needs to know: the language in which the number was taken. */
function calledInTheLanguageChosen(day: SeenDay, clock: ClockText): Check {
  const chosen = new Map<string, string | undefined>();
  for (const { pressed } of everyPress(day)) {
    if (pressed.name === 'ticket:take' && pressed.reply.ok) {
      chosen.set(pressed.reply.answer.ticket, pressed.input.language);
    }
  }
  const calls = everyTurn(day).flatMap(({ at, turn }) => turn.calls.map((call) => ({ at, call })));
  const findings = calls
    .filter(({ call }) => call.language !== chosen.get(call.ticket))
    .map(({ at, call }) => `${clock(at)} ${call.number} was called in ${call.language ?? 'Vietnamese alone'}`);
  const others = calls.filter(({ call }) => call.language !== undefined).length;
  return verdict('called in the language chosen', findings, `${others} of ${calls.length} calls in English, too`);
}

function sameIdSameAnswer(day: SeenDay, clock: ClockText): Check {
  const repeated = everyPress(day).filter(({ pressed }) => pressed.repeats.length > 0);
  const findings = repeated
    .filter(({ pressed }) => pressed.repeats.some((again) => !isDeepStrictEqual(again, pressed.reply)))
    .map(({ at, pressed }) => `${clock(at)} ${pressed.name} was answered differently when asked again`);
  return verdict('same id, same answer', findings, `${repeated.length} presses asked again`);
}

function noUnexpectedRefusal(day: SeenDay, clock: ClockText): Check {
  const all = everyPress(day);
  const findings = all.flatMap(({ at, pressed: { who, name, reply, reckonsWith } }) => {
    if (reply.ok || reckonsWith.includes(reply.refusal)) return [];
    return [`${clock(at)} ${who.role} ${who.counter ?? ''}: ${name} was refused, ${reply.refusal}`];
  });
  const races = all.filter(({ pressed }) => !pressed.reply.ok).length - findings.length;
  return verdict('no unexpected refusal', findings, `${all.length} presses, ${races} of them a breath too late`);
}

function everyTurn({ moments }: SeenDay): { at: number; turn: Turn }[] {
  return moments.flatMap(({ at, turns }) => turns.map((turn) => ({ at, turn })));
}

function everyPress(day: SeenDay): { at: number; pressed: Pressed }[] {
  return everyTurn(day).flatMap(({ at, turn }) => turn.presses.map((pressed) => ({ at, pressed })));
}
