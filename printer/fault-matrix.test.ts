import { describe, expect, it } from 'vitest';
import { slipEvent } from '#core/events.ts';
import type { Bitmap } from './bitmap.ts';
import { createClockTimers } from './clock-timers.ts';
import { encodeSlip } from './escpos-bytes.ts';
import { createPaperTransport, type PaperTransport } from './paper-transport.ts';
import { sampleSlip } from './sample-slip.ts';
import { createSpooler, START_WITHIN_MS } from './spooler.ts';

// Every fault a printer is known for, and what is kept of the slip it hits: the fact, the paper, and the visitor behind him.

const ROWS = 150;
const HALF = 5_000;
const A_WHILE_MS = 60_000;
/** What stands behind a picture: the knife, and the request for the confirmation. */
const [KNIFE, CONFIRMATION] = [4, 3];

/** Two pictures in bands with white between them; each number has dots of its own. */
function pictureOf(number: string): Bitmap {
  const rows = new Uint8Array((576 / 8) * ROWS);
  const seed = Number(number.slice(1));
  for (let at = 0; at < rows.length; at += 1) {
    const row = Math.floor(at / (576 / 8));
    rows[at] = row > 40 && row < 70 ? 0 : (at * 7 + seed * 31) % 256;
  }
  return { width: 576, height: ROWS, rows };
}

const JOB = encodeSlip(pictureOf('A001'));

async function aPrinter() {
  const timers = createClockTimers();
  const printer = createPaperTransport(timers);
  const facts = new Map<string, string>();
  const states: string[] = [];
  const spooler = createSpooler({
    transport: printer,
    timers,
    encode: ({ number }) => encodeSlip(pictureOf(number)),
    onState: (state) => states.push(state),
    onOutcome: ({ id }, outcome, reason) => {
      const event = slipEvent(id, outcome, reason);
      expect(facts.get(id), `a second fact for ${id}`).toBeUndefined();
      facts.set(id, [event.type, 'reason' in event ? event.reason : ''].join(' ').trim());
    },
  });
  await timers.advance(2_000);
  return {
    timers,
    printer,
    facts,
    states,
    print: (id: string) => spooler.print({ id, slip: sampleSlip({ number: id }) }),
  };
}

/** How many papers show this slip and nothing else. */
function papersOf(printer: PaperTransport, number: string): number {
  const { height, rows } = pictureOf(number);
  return printer.papers.filter((one) => one.height === height && Buffer.compare(one.rows, rows) === 0).length;
}

/** What the paper may say, given the fact. */
function expectPapersToFit(printer: PaperTransport, facts: Map<string, string>) {
  for (const [number, fact] of facts) {
    const papers = papersOf(printer, number);
    if (fact === 'slip-printed') expect([number, papers]).toEqual([number, 1]);
    else if (fact.startsWith('slip-refused')) expect([number, papers]).toEqual([number, 0]);
    else expect(papers, number).toBeLessThanOrEqual(1);
  }
}

type Fault = {
  /** How things stand when the first visitor comes. */
  before?: (printer: PaperTransport) => void;
  /** What happens when half of his slip has been sent. */
  during?: (printer: PaperTransport) => void;
  /** His fact, and that of the visitor right behind him. */
  facts: [string, string];
  papers: number;
};

const healthy = (printer: PaperTransport) => {
  Object.assign(printer.line, { isOff: false, isStuck: false, isSilent: false });
  printer.paper.trouble({ paperOut: false, nearEnd: false, coverOpen: false, cutterJam: false });
};

const FAULTS: Record<string, Fault> = {
  'no fault': { facts: ['slip-printed', 'slip-printed'], papers: 2 },
  'a roll nearly used up': {
    before: ({ paper }) => paper.trouble({ nearEnd: true }),
    facts: ['slip-printed', 'slip-printed'],
    papers: 2,
  },
  'no paper': {
    before: ({ paper }) => paper.trouble({ paperOut: true }),
    facts: ['slip-refused paper-out', 'slip-refused paper-out'],
    papers: 0,
  },
  'an open cover': {
    before: ({ paper }) => paper.trouble({ coverOpen: true }),
    facts: ['slip-refused cover-open', 'slip-refused cover-open'],
    papers: 0,
  },
  'a knife that is stuck': {
    before: ({ paper }) => paper.trouble({ cutterJam: true }),
    facts: ['slip-refused cutter-jam', 'slip-refused cutter-jam'],
    papers: 0,
  },
  // The printer keeps what it has and goes on when it is helped: his paper comes then, one.
  'a roll that ends under the slip': {
    during: ({ paper }) => paper.trouble({ paperOut: true }),
    facts: ['slip-unknown paper-out', 'slip-refused paper-out'],
    papers: 1,
  },
  'a cover opened under the slip': {
    during: ({ paper }) => paper.trouble({ coverOpen: true }),
    facts: ['slip-unknown cover-open', 'slip-refused cover-open'],
    papers: 1,
  },
  'a knife that gets stuck under the slip': {
    during: ({ paper }) => paper.trouble({ cutterJam: true }),
    facts: ['slip-unknown cutter-jam', 'slip-refused cutter-jam'],
    papers: 1,
  },
  'power gone for a moment': {
    during: (printer) => printer.cut('power gone'),
    facts: ['slip-unknown connection-lost', 'slip-printed'],
    papers: 1,
  },
  'power gone for good': {
    during: (printer) => {
      printer.line.isOff = true;
      printer.cut('power gone');
    },
    facts: ['slip-unknown connection-lost', 'slip-refused offline'],
    papers: 0,
  },
  'a printer that is off': {
    before: (printer) => {
      printer.line.isOff = true;
      printer.cut('power gone');
    },
    facts: ['slip-refused offline', 'slip-refused offline'],
    papers: 0,
  },
  'a printer that never says a word': {
    before: ({ line }) => {
      line.isSilent = true;
    },
    facts: ['slip-unknown silent', 'slip-refused too-late'],
    papers: 1,
  },
  'a printer that hangs in the middle': {
    during: ({ line }) => {
      line.isStuck = true;
    },
    facts: ['slip-unknown connection-lost', 'slip-unknown connection-lost'],
    papers: 0,
  },
};

describe('[P9] every fault of a printer', () => {
  it.each(Object.entries(FAULTS))('%s', async (_, { before, during, facts: expected, papers }) => {
    const { timers, printer, facts, print } = await aPrinter();
    before?.(printer);
    await timers.advance(0);
    if (during) printer.line.after = { bytes: HALF, happen: () => during(printer) };
    const begunBefore = printer.begun;
    print('A001');
    print('A002');
    await timers.advance(START_WITHIN_MS);
    // The visitor behind him is not kept: his slip has begun, or he has been told.
    expect(facts.has('A002') || printer.begun - begunBefore === 2).toBe(true);
    await timers.advance(A_WHILE_MS);
    expect([facts.get('A001'), facts.get('A002')]).toEqual(expected);
    healthy(printer);
    await timers.advance(A_WHILE_MS);
    expect(papersOf(printer, 'A001') + papersOf(printer, 'A002')).toBe(papers);
    print('A003');
    await timers.advance(START_WITHIN_MS);
    expect(facts.get('A003')).toBe('slip-printed');
    expectPapersToFit(printer, facts);
  });
});

/** A prime, so that the cuts fall on every place of a picture's rows; the commands before and behind it are cut everywhere. */
const EVERY = 53;
const CUTS = Array.from({ length: JOB.length + 1 }, (_, at) => at).filter(
  (at) => at % EVERY === 0 || at < 40 || at > JOB.length - 40,
);

describe('[P9] a slip that is cut off', () => {
  it.each([
    ['by a line that was pulled', 'forgets'],
    ['by a line that was pulled, from a printer that waits for the rest', 'waits'],
    ['by power that was gone', 'power gone'],
  ] as const)(`${CUTS.length} times %s, each after another byte`, async (_, unfinished) => {
    for (const bytes of CUTS) {
      const { timers, printer, facts, print } = await aPrinter();
      printer.line.after = { bytes, happen: () => printer.cut(unfinished) };
      print('A001');
      print('A002');
      await timers.advance(START_WITHIN_MS);
      expect([bytes, ...facts]).toEqual([bytes, ['A001', 'slip-unknown connection-lost'], ['A002', 'slip-printed']]);
      expect([bytes, papersOf(printer, 'A002')]).toEqual([bytes, 1]);
      // Whole only where the whole picture was through; without the knife it hangs there until the next slip cuts it off.
      const wholeFrom = JOB.length - CONFIRMATION - (unfinished === 'power gone' ? 0 : KNIFE);
      expect([bytes, papersOf(printer, 'A001')]).toEqual([bytes, bytes >= wholeFrom ? 1 : 0]);
    }
  });
});
