import { beforeAll, describe, expect, it } from 'vitest';
import { checksOf } from './checks.ts';
import { firstBroken } from './first-broken.ts';
import { nothingLeftOut } from './left-out.ts';
import type { Rules } from './mutants.ts';
import * as mutants from './mutants.ts';
import { type DayOptions, playDay } from './play-day.ts';
import { readArguments } from './read-arguments.ts';
import { replay } from './replay.ts';
import { type DayReport, reportOf } from './report.ts';
import { run } from './run.ts';
import { ASSUMED } from './sample.ts';
import type { Moment, Pressed, SeenDay } from './seen.ts';

/** Playing is real work: a whole day through real sockets. */
const PATIENCE_MS = 240_000;

describe('the sample Monday', () => {
  let day: SeenDay;
  let report: DayReport;
  let presses: Pressed[];

  beforeAll(async () => {
    day = await playDay({ seed: 7, scale: 1, isPrinting: true });
    report = reportOf(day);
    presses = day.moments.flatMap(({ turns }) => turns.flatMap((turn) => turn.presses));
  }, PATIENCE_MS);

  it('keeps every promise', () => {
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual([
      'no number twice',
      'nobody lost',
      'nobody called twice',
      'FCFS with head start',
      'own before helping',
      'nobody idle while an eligible ticket waits',
      'L = λW within 2 %',
      'called in the language chosen',
      'same id, same answer',
      'no unexpected refusal',
      'nothing left out',
    ]);
  });

  it('is a day of about 500 tickets with 12 % priority at 14 counters', () => {
    expect(report.tickets).toBeGreaterThan(450);
    expect(report.tickets).toBeLessThan(580);
    const taken = presses.flatMap((pressed) => (pressed.name === 'ticket:take' ? [pressed.input.priority] : []));
    const priority = taken.filter((one) => one === 'priority').length / taken.length;
    expect(priority).toBeGreaterThan(0.08);
    expect(priority).toBeLessThan(0.16);
    const counters = new Set(presses.map(({ who }) => who.counter).filter((counter) => counter !== null));
    expect(counters.size).toBe(14);
  });

  it('has everything in it that happens in a hall, and notices when something never does', () => {
    expect(nothingLeftOut(presses, true).detail).toMatch(/^all \d\d that/);
    const withoutHelp = presses.filter(({ name, who }) => !(name === 'counter:help-came' && who.role === 'manager'));
    expect(nothingLeftOut(withoutHelp, true)).toEqual({
      name: 'nothing left out',
      ok: false,
      detail: 'never said with a yes: counter:help-came by manager',
    });
  });

  it('has counters in it where the house calls, where that is turned on and off, and where a press is taken back', () => {
    const { calls } = replay(day);
    expect(calls.filter(({ how }) => how === 'house').length).toBeGreaterThan(60);
    const atThem = presses.filter(({ who }) => ASSUMED.clerk.autoCallsAt.includes(who.counter ?? 0));
    expect(atThem.filter(({ name, reply }) => name === 'ticket:undo-call' && reply.ok)).not.toEqual([]);
    expect(new Set(atThem.flatMap((one) => (one.name === 'counter:auto-call' ? [one.input.to] : [])))).toEqual(
      new Set(['on', 'off']),
    );
  });

  it('has visitors in it who stood in a wrong lane and came for more than one thing', () => {
    const sentOn = presses.flatMap((one) => (one.name === 'ticket:transfer' && one.reply.ok ? [one.input] : []));
    expect(sentOn.filter(({ further }) => further !== undefined).length).toBeGreaterThan(3);
  });

  it('has clerks in it who say what came of a visit, and one who only asked is no dossier', () => {
    const said = presses.flatMap(({ input }) => ('dossiers' in input && input.dossiers ? [input.dossiers] : []));
    expect(said.some(({ count }) => count === 0)).toBe(true);
    expect(said.some(({ count, channel }) => count > 1 && channel === 'online')).toBe(true);
    expect(new Set(said.map(({ handedOver }) => handedOver)).size).toBe(3);
    const last = day.moments.at(-1)?.manager.totals;
    expect(last?.dossiers.all).not.toBe(last?.served);
  });

  it('has visitors in it who leave: from the line, by the help desk and by a clerk, and from a counter that has called them', () => {
    const called = new Set<string>();
    const ways = new Set<string>();
    for (const { name, who, input, reply } of presses) {
      const isCall = name === 'ticket:call-next' || name === 'ticket:call-this';
      if (isCall && reply.ok && reply.answer.called) called.add(reply.answer.called.ticket);
      if (name === 'ticket:cancel') ways.add(`${who.role}${called.has(input.ticket) ? ', called' : ''}`);
    }
    expect([...ways].sort()).toEqual(['counter', 'counter, called', 'manager']);
  });

  it('has visitors in it who take their number in English', () => {
    const taken = presses.flatMap(({ name, input }) => (name === 'ticket:take' ? [input.language] : []));
    expect(taken.filter((language) => language === 'en').length).toBeGreaterThan(3);
  });

  it('has counters and kiosks pressing at the very same time, and some find that another was quicker', () => {
    const turns = day.moments.flatMap((moment) => moment.turns.map((turn) => turn.presses));
    const together = (name: string) => turns.filter((turn) => turn.filter((press) => press.name === name).length > 1);
    expect(together('ticket:call-next').length).toBeGreaterThan(20);
    expect(together('ticket:take').length).toBeGreaterThan(20);
    expect(presses.filter(({ reply }) => !reply.ok && reply.refusal === 'nobody-waiting')).not.toEqual([]);
  });

  // Checks that no rule of the house can be broken for are shown a day that was written otherwise.

  it('notices when the pictures and the waiting times do not fit together', () => {
    const moments = day.moments.map((moment) => withWaiting(moment, Math.floor(moment.manager.totals.waiting * 0.9)));
    expect(failing(checksOf({ ...day, moments }, replay(day)))).toEqual(['L = λW within 2 %']);
  });

  it('notices when the same press is answered differently', () => {
    const changed = changePress(day, ({ repeats }) => repeats.length > 0, otherRepeat);
    expect(failing(reportOf(changed).checks)).toEqual(['same id, same answer']);
  });

  it('notices when the board shows no call', () => {
    const moments = day.moments.map((moment) => ({
      ...moment,
      turns: moment.turns.map((turn) => ({ ...turn, calls: turn.calls.slice(1) })),
    }));
    expect(failing(checksOf({ ...day, moments }, replay(day)))).toEqual(['nobody called twice']);
  });

  it('notices a clerk who was shown nobody while somebody waited', () => {
    const withoutCounter1 = mapPresses(day, (pressed) => {
      return pressed.who.counter === 1 && pressed.name !== 'counter:open' ? [] : [pressed];
    });
    const moments = withoutCounter1.moments.map((moment) => ({
      ...moment,
      ready: [1],
      turns: moment.turns.map((turn) => ({ ...turn, calls: turn.calls.filter(({ counter }) => counter !== 1) })),
    }));
    const { checks } = reportOf({ ...day, moments });
    expect(checks.find(({ name }) => name.startsWith('nobody idle'))).toMatchObject({
      ok: false,
      detail: expect.stringContaining('07:00 A001 waited, counter 1 did not call'),
    });
  });
});

describe('another day', () => {
  it(
    'is the same for the same seed, and another for another',
    async () => {
      const [first, again, other] = [await reportFor(3), await reportFor(3), await reportFor(4)];
      expect(again).toEqual(first);
      expect(other.services).not.toEqual(first.services);
      expect(failing(other.checks)).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe('a house with a broken rule', () => {
  // Of each day only so much is played as it takes; what is broken first must be what was put in, and nothing else.
  const cases: { name: string; rules: Rules; check: string; scale?: number; also?: string[]; says?: RegExp }[] = [
    // Where nobody waits longer than the head start, strict priority does no harm: that needs lines.
    { name: 'strict priority', rules: mutants.strictPriority, check: 'FCFS with head start', scale: 1.3 },
    { name: 'no head start', rules: mutants.noHeadStart, check: 'FCFS with head start' },
    { name: 'last in, first out', rules: mutants.lastInFirstOut, check: 'FCFS with head start' },
    { name: 'further services late', rules: mutants.furtherFromThePress, check: 'FCFS with head start', scale: 3 },
    { name: 'helping first', rules: mutants.helpingFirst, check: 'own before helping' },
    { name: 'never helping', rules: mutants.neverHelping, check: 'nobody idle while an eligible ticket waits' },
    { name: 'dossiers forgotten', rules: mutants.dossiersForgotten, check: 'nobody lost' },
    { name: 'the language forgotten', rules: mutants.languageForgotten, check: 'called in the language chosen' },
    { name: 'recalls refused', rules: mutants.recallRefused, check: 'no unexpected refusal' },
    // The journal lets no number in a second time; what the pages see is a house that cannot serve.
    { name: 'a number issued again', rules: mutants.numberIssuedAgain, check: 'no unexpected refusal' },
    { name: 'a forgotten ticket', rules: mutants.forgottenTicket, check: 'nobody lost' },
    { name: 'somebody sent home', rules: mutants.sentHome, check: 'nobody lost' },
    // Once the house and its answers part, more than one promise is broken by the same press.
    {
      ...{ name: 'a doubled number', rules: mutants.doubledNumber },
      ...{ check: 'no number twice', also: ['nobody lost'], says: /was given a second time/ },
    },
    {
      ...{ name: 'somebody called twice', rules: mutants.calledTwice },
      ...{ check: 'nobody called twice', also: ['nobody lost', 'FCFS with head start'], says: /, who was called/ },
    },
    {
      ...{ name: 'two called by the house', rules: mutants.houseCallsTwo },
      ...{ check: 'nobody called twice', also: ['nobody lost', 'FCFS with head start'], says: /nobody pressed for/ },
    },
  ];

  it.each(cases)(
    '$name: $check',
    async ({ rules, check, scale = 0.3, also = [], says = /./ }) => {
      const broken = await firstBroken({ seed: 7, scale, decide: rules });
      expect(broken.map(({ name }) => name).sort()).toEqual([check, ...also].sort());
      expect(broken.find(({ name }) => name === check)?.detail).toMatch(says);
    },
    PATIENCE_MS,
  );

  it(
    'is noticed only where one is: of the house as it is, nothing is broken to the end',
    async () => {
      expect(await firstBroken({ seed: 7, scale: 0.05 })).toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe('npm run day', () => {
  it(
    'prints JSON in the promised shape and ends with 0',
    async () => {
      const { code, out } = await runWith(['--seed', '2', '--scale', '0.1', '--json']);
      const report: unknown = JSON.parse(out);
      expect(code).toBe(0);
      const number = expect.any(Number);
      expect(report).toEqual({
        tickets: number,
        services: expect.arrayContaining([
          { id: 'dat-dai', tickets: number, meanWaitMin: number, p90WaitMin: number, served: number, noShow: number },
        ]),
        checks: expect.arrayContaining([{ name: 'no number twice', ok: true, detail: expect.any(String) }]),
      });
    },
    PATIENCE_MS,
  );

  it(
    'prints a table, and ends with 1 when a check fails',
    async () => {
      const { code, out } = await runWith(['--seed', '2', '--scale', '0.1'], mutants.lastInFirstOut);
      expect(code).toBe(1);
      expect(out).toContain('FAILED  FCFS with head start');
      expect(out).toMatch(/^Đất đai +\d+ +\d+\.\d +\d+\.\d +\d+ +\d+$/m);
    },
    PATIENCE_MS,
  );

  it('says in one sentence what was asked wrongly, and ends with 2', async () => {
    expect(await runWith(['--seed', 'seven'])).toMatchObject({
      code: 2,
      err: '--seed must be a whole number, not "seven".\n',
    });
    expect(await runWith(['--scale', '50'])).toMatchObject({
      code: 2,
      err: '--scale must be a number from 0.05 to 5, not "50".\n',
    });
    const { code, err } = await runWith(['--fast']);
    expect(code).toBe(2);
    expect(err).toContain('--fast');
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('reads its arguments', () => {
    expect(readArguments([])).toEqual({ seed: 1, scale: 1, json: false });
    expect(readArguments(['--seed', '7', '--scale', '3', '--json'])).toEqual({ seed: 7, scale: 3, json: true });
  });
});

async function reportFor(seed: number): Promise<DayReport> {
  return reportOf(await playDay({ seed, scale: 0.1 }));
}

async function runWith(args: string[], decide?: DayOptions['decide']) {
  const said = { out: '', err: '' };
  const code = await run(args, {
    print: (text) => {
      said.out += text;
    },
    mutter: (text) => {
      said.err += text;
    },
    ...(decide && { decide }),
  });
  return { code, ...said };
}

function failing(checks: DayReport['checks']): string[] {
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

function withWaiting(moment: Moment, waiting: number): Moment {
  const { manager } = moment;
  return { ...moment, manager: { ...manager, totals: { ...manager.totals, waiting } } };
}

function otherRepeat(pressed: Pressed): Pressed {
  return { ...pressed, repeats: [{ ok: false, refusal: 'out-of-service' }] };
}

/** The same day with the first such press changed. */
function changePress(day: SeenDay, is: (pressed: Pressed) => boolean, change: (pressed: Pressed) => Pressed): SeenDay {
  const all = day.moments.flatMap(({ turns }) => turns.flatMap(({ presses }) => presses));
  const one = all.find(is);
  return mapPresses(day, (pressed) => [pressed === one ? change(pressed) : pressed]);
}

function mapPresses(day: SeenDay, change: (pressed: Pressed) => Pressed[]): SeenDay {
  const moments = day.moments.map((moment) => ({
    ...moment,
    turns: moment.turns.map((turn) => ({ ...turn, presses: turn.presses.flatMap(change) })),
  }));
  return { ...day, moments };
}
