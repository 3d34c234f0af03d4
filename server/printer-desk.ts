import { findPrinters } from '#printer/find-printers.ts';
import { listedPrinters } from '#printer/listed-printers.ts';
import type { SlipContent } from '#printer/slip.ts';
import type { Spooler } from '#printer/spooler.ts';
import type { PrinterRequestName, RequestAnswer } from '#shared/contract/office-requests.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { SlipOutcome } from '#shared/domain/printer.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { slipOf } from './paper.ts';

/** What a printer is asked beside the queue: nothing of it stands in the journal. */
export type PrinterDesk = {
  ask<N extends PrinterRequestName>(name: N): Promise<RequestAnswer<N> | Refusal>;
  /** How a job ended. @returns whether it was this desk's, and no ticket's */
  ended(job: string, outcome: SlipOutcome): boolean;
};

export type PrinterDeskParts = {
  setup: Setup;
  spooler(): Spooler | null;
  now(): number;
  /** ms that only ever run forward. */
  ticks(): number;
  find?: () => Promise<string[]>;
};

/** No ticket has such an id. */
const TEST_JOB = 'test slip';
/** A page whose answer was lost asks again within this time; a second paper would be one too many. */
const SAME_PAPER_MS = 4_000;
/** So seldom are all neighbours called. */
const SAME_ROUND_MS = 10_000;

/** What this machine knows by itself, then whoever answers in the network. */
async function everywhere(): Promise<string[]> {
  return (await Promise.all([listedPrinters(), findPrinters()])).flat();
}

export function openPrinterDesk({ setup, spooler, now, ticks, find = everywhere }: PrinterDeskParts): PrinterDesk {
  let told: (outcome: SlipOutcome) => void = () => undefined;

  const answers: { [N in PrinterRequestName]: () => Promise<RequestAnswer<N> | Refusal> } = {
    'printer:test': once(ticks, SAME_PAPER_MS, async () => {
      const printer = spooler();
      if (!printer) return 'no-printer';
      const outcome = new Promise<SlipOutcome>((resolve) => {
        told = resolve;
      });
      printer.print({ id: TEST_JOB, slip: testSlip(setup, now()) });
      return { outcome: await outcome };
    }),
    'printer:preview': async () => {
      // Fetched only now, as for printing: most halls never ask.
      const { createSlipPreview } = await import('#printer/slip-picture.ts');
      const png = (await createSlipPreview())(testSlip(setup, now()), setup.printer?.widthMm ?? 80);
      return { png: Buffer.from(png).toString('base64') };
    },
    'printer:find': once(ticks, SAME_ROUND_MS, async () => ({ found: await find() })),
  };
  return {
    ask: (name) => answers[name](),
    ended(job, outcome) {
      if (job !== TEST_JOB) return false;
      told(outcome);
      return true;
    },
  };
}

/** [P17] No ticket: no letter before its number, no code for a phone, and its name on it. */
function testSlip(setup: Setup, at: number): SlipContent {
  const service = setup.services[0]?.id ?? '';
  return {
    ...slipOf({ number: '000', service, issuedAt: at, ahead: 0 }, setup),
    service: 'PHIẾU THỬ',
    code: 'PHIẾU THỬ',
    footer: 'Phiếu thử máy in, không phải số thứ tự.',
  };
}

/** Whoever asks while it is under way, or just after, gets the same answer. A "no" is no answer to keep. */
function once<T extends object>(
  ticks: () => number,
  keptMs: number,
  work: () => Promise<T | Refusal>,
): () => Promise<T | Refusal> {
  let latest: { answer: Promise<T | Refusal>; until: number } | null = null;
  return () => {
    if (latest && ticks() < latest.until) return latest.answer;
    const mine = { answer: work(), until: Number.POSITIVE_INFINITY };
    latest = mine;
    const keptUntil = (until: number) => {
      mine.until = until;
    };
    mine.answer.then(
      (answer) => keptUntil(typeof answer === 'string' ? 0 : ticks() + keptMs),
      () => keptUntil(0),
    );
    return mine.answer;
  };
}
