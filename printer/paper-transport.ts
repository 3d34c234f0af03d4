import type { Bitmap } from './bitmap.ts';
import type { Timers } from './timers.ts';
import type { Transport } from './transport.ts';
import { DRAIN_WITHIN_MS, within } from './transport-times.ts';
import { VirtualPaper } from './virtual-paper.ts';

/** For tests: a printer at the other end of a transport without a network, so that anything can happen after any byte. */
export type PaperTransport = Transport & {
  paper: VirtualPaper;
  papers: readonly Bitmap[];
  /** Jobs that were begun to be sent. */
  begun: number;
  /** What is wrong with the line, and what becomes of it after so many bytes of the next job. */
  line: {
    isOff: boolean;
    /** Takes not a byte more. */
    isStuck: boolean;
    /** Prints, but says nothing. */
    isSilent: boolean;
    after: { bytes: number; happen: () => void } | null;
  };
  /**
   * Cuts the connection. `unfinished`: what the printer does with a command of which only the beginning came. With `power gone`
   * it forgets all it had.
   */
  cut: (unfinished?: 'forgets' | 'waits' | 'power gone') => void;
};

const LONGEST_QUESTION = 3;

export function createPaperTransport(timers: Timers): PaperTransport {
  let heard: (chunk: Uint8Array) => void = () => {};
  let closed: (cause: Error | null) => void = () => {};
  let isOpen = false;
  const papers: Bitmap[] = [];
  const answer = (bytes: number[]) => {
    if (isOpen && !it.line.isSilent) queueMicrotask(() => isOpen && heard(Uint8Array.from(bytes)));
  };
  const aRoll = () => new VirtualPaper({ widthDots: 576, onPaper: (paper) => papers.push(paper), answer });

  const never = () => within(new Promise(() => {}), DRAIN_WITHIN_MS, 'sending', timers);

  const it: PaperTransport = {
    paper: aRoll(),
    papers,
    begun: 0,
    line: { isOff: false, isStuck: false, isSilent: false, after: null },
    cut: (unfinished = 'forgets') => {
      if (unfinished === 'forgets') it.paper.dropUnfinished();
      if (unfinished === 'power gone') it.paper = aRoll();
      if (!isOpen) return;
      isOpen = false;
      closed(new Error('The line was cut'));
    },
    open: async () => {
      if (it.line.isOff) throw new Error('Nobody listens');
      isOpen = true;
    },
    write: async (bytes) => {
      const isJob = bytes.length > LONGEST_QUESTION && bytes.some((byte) => byte !== 0);
      if (isJob) it.begun += 1;
      if (it.line.isStuck) await never();
      if (!isJob) return take(bytes);
      const { after } = it.line;
      const first = after ? after.bytes : bytes.length;
      take(bytes.subarray(0, first));
      if (!after) return;
      it.line.after = null;
      after.happen();
      if (it.line.isStuck) await never();
      take(bytes.subarray(first));
    },
    onData: (listener) => {
      heard = listener;
    },
    onClose: (listener) => {
      closed = listener;
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      it.paper.dropUnfinished();
      closed(null);
    },
  };

  const take = (bytes: Uint8Array) => {
    if (!isOpen) throw new Error('The line was cut');
    // Asked in real time, answered though the printer has stopped.
    if (bytes.length === LONGEST_QUESTION && bytes[0] === 0x10) answer([it.paper.realTimeAnswer(bytes[2] ?? 0)]);
    it.paper.take(bytes);
  };
  return it;
}
