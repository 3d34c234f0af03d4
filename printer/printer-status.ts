import type { PrinterState } from '#shared/domain/printer.ts';

/** What a printer tells of itself. */
export type PrinterFacts = {
  offline: boolean;
  coverOpen: boolean;
  paperOut: boolean;
  nearEnd: boolean;
  cutterJam: boolean;
};

export const ALL_WELL: PrinterFacts = {
  offline: false,
  coverOpen: false,
  paperOut: false,
  nearEnd: false,
  cutterJam: false,
};

/**
 * `picture`: an automatic status frame, complete. `confirmation`: the answer to GS r, in the order of the requests.
 * `real-time`: the answer to DLE EOT; the byte does not say to which question, only the asker knows.
 */
export type StatusMessage =
  | { type: 'picture'; facts: PrinterFacts }
  | { type: 'confirmation'; facts: Pick<PrinterFacts, 'paperOut' | 'nearEnd'> }
  | { type: 'real-time'; byte: number };

export type StatusParser = { read: (chunk: Uint8Array) => StatusMessage[] };

/** Sorts what a printer sends, in whatever pieces it arrives. Flow control and bytes of no known class are passed over. */
export function createStatusParser(): StatusParser {
  // The bytes of a frame that has begun; its last three look like GS r answers, so only the frame tells them apart.
  let frame: number[] = [];
  const readByte = (byte: number): StatusMessage | null => {
    switch (classOf(byte)) {
      case 'frame-start':
        frame = [byte];
        return null;
      case 'real-time':
        return { type: 'real-time', byte };
      case 'plain': {
        if (frame.length === 0) return { type: 'confirmation', facts: paperFacts(byte) };
        frame.push(byte);
        if (frame.length < 4) return null;
        const facts = frameFacts(frame);
        frame = [];
        return { type: 'picture', facts };
      }
      case 'none':
        return null;
    }
  };
  return { read: (chunk) => Array.from(chunk, readByte).filter((message) => message !== null) };
}

/** What the answer to real-time question `n` says; the other facts are not asked by it. */
export function factsOfAnswer(n: 1 | 2 | 3 | 4, byte: number): Partial<PrinterFacts> {
  switch (n) {
    case 1:
      return { offline: isSet(byte, 3) };
    case 2:
      return { coverOpen: isSet(byte, 2) };
    case 3:
      return { cutterJam: isSet(byte, 3) };
    case 4:
      return { nearEnd: isSet(byte, 2) || isSet(byte, 3), paperOut: isSet(byte, 5) || isSet(byte, 6) };
  }
}

/** The one thing to tell people. An open cover comes first: many printers report no paper while it is open. */
export function stateOf(facts: PrinterFacts): PrinterState {
  if (facts.coverOpen) return 'cover-open';
  if (facts.paperOut) return 'paper-out';
  if (facts.cutterJam) return 'cutter-jam';
  if (facts.offline) return 'offline';
  return facts.nearEnd ? 'near-end' : 'ready';
}

/** In these states nothing is printed until somebody has come to help. */
export function needsHands(state: PrinterState): state is 'cover-open' | 'paper-out' | 'cutter-jam' {
  return state === 'cover-open' || state === 'paper-out' || state === 'cutter-jam';
}

/** In these states a slip that is sent now comes out. */
export function canPrint(state: PrinterState): boolean {
  return state === 'ready' || state === 'near-end';
}

function classOf(byte: number): 'frame-start' | 'real-time' | 'plain' | 'none' {
  if ((byte & 0x93) === 0x10) return 'frame-start';
  if ((byte & 0x93) === 0x12) return 'real-time';
  return (byte & 0x90) === 0 ? 'plain' : 'none';
}

function frameFacts([first = 0, second = 0, third = 0]: number[]): PrinterFacts {
  return {
    offline: isSet(first, 3),
    coverOpen: isSet(first, 5),
    cutterJam: isSet(second, 3),
    ...paperFacts(third),
  };
}

function paperFacts(byte: number): Pick<PrinterFacts, 'paperOut' | 'nearEnd'> {
  return { nearEnd: isSet(byte, 0) || isSet(byte, 1), paperOut: isSet(byte, 2) || isSet(byte, 3) };
}

function isSet(byte: number, bit: number): boolean {
  return (byte & (1 << bit)) !== 0;
}
