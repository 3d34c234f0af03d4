import type { Bitmap } from './bitmap.ts';

/** What stands in the way of the paper, and what of it the printer would tell. */
export type PaperTroubles = { paperOut: boolean; nearEnd: boolean; coverOpen: boolean; cutterJam: boolean };

export type VirtualPaperParts = {
  widthDots: number;
  /** Told at each cut. */
  onPaper: (paper: Bitmap) => void;
  /** What goes back to whoever sent the commands. */
  answer: (bytes: number[]) => void;
};

// What an Epson with a 203 dpi head starts with: half a dot a step.
const STEPS_AN_INCH_AT_START = 406;
const DOTS_AN_INCH = 203;
const TEXT_LINE_DOTS = 34;

type Action = { type: 'row'; dots: Uint8Array } | { type: 'cut' } | { type: 'answer'; bytes: () => number[] };

/**
 * Understands the commands a slip is made of and paints them, as a printer would: in order, and not one further while the
 * paper is out, the cover open or the knife stuck. Written from the command manuals alone and sharing nothing with our
 * encoder, so that the two check each other.
 */
export class VirtualPaper {
  troubles: PaperTroubles = { paperOut: false, nearEnd: false, coverOpen: false, cutterJam: false };
  /** Rows until the roll ends; null while there is plenty. */
  rowsLeft: number | null = null;
  /** Bytes that were no command: a real printer would have printed them as letters. */
  readonly strayBytes: number[] = [];

  #parts: VirtualPaperParts;
  #bytes: number[] = [];
  #actions: Action[] = [];
  #rows: Uint8Array[] = [];
  #statusBack = 0;
  #stepsAnInch = STEPS_AN_INCH_AT_START;

  constructor(parts: VirtualPaperParts) {
    this.#parts = parts;
  }

  /** Takes bytes as they arrive and does what can be done. */
  take(bytes: Iterable<number>): void {
    for (const byte of bytes) this.#bytes.push(byte);
    this.work();
  }

  /** Forgets a command of which only the beginning came: the line was cut. */
  dropUnfinished(): void {
    if (!this.#isStopped) this.#bytes = [];
  }

  /** The current was cut: whatever was read or begun is lost, and nobody is told anything any more. */
  loseAll(): void {
    this.#bytes = [];
    this.#actions = [];
    this.#rows = [];
    this.#statusBack = 0;
  }

  /** Changes the troubles, tells whoever asked to be told, and goes on with the work if it can. */
  trouble(change: Partial<PaperTroubles>): void {
    this.troubles = { ...this.troubles, ...change };
    if (this.#statusBack !== 0) this.#parts.answer(this.#statusFrame());
    this.work();
  }

  work(): void {
    while (!this.#isStopped) {
      const action = this.#actions.shift();
      if (action) this.#do(action);
      else if (!this.#readCommand()) return;
    }
  }

  /** The answer to the real-time question `n`, given at once whatever else is going on. */
  realTimeAnswer(n: number): number {
    const { paperOut, nearEnd, coverOpen, cutterJam } = this.troubles;
    const flags = [
      bit(3, this.#isStopped),
      bit(2, coverOpen) | bit(5, paperOut) | bit(6, cutterJam),
      bit(3, cutterJam),
      bit(2, nearEnd) | bit(3, nearEnd) | bit(5, paperOut) | bit(6, paperOut),
    ];
    return 0b0001_0010 | (flags[n - 1] ?? 0);
  }

  get #isStopped(): boolean {
    const { paperOut, coverOpen, cutterJam } = this.troubles;
    return paperOut || coverOpen || cutterJam;
  }

  #do(action: Action): void {
    switch (action.type) {
      case 'row':
        this.#rows.push(action.dots);
        if (this.rowsLeft !== null) this.rowsLeft -= 1;
        if (this.rowsLeft === 0) {
          this.rowsLeft = null;
          this.trouble({ paperOut: true });
        }
        return;
      case 'cut': {
        const width = this.#parts.widthDots;
        const paper: Bitmap = { width, height: this.#rows.length, rows: Buffer.concat(this.#rows) };
        this.#rows = [];
        this.#parts.onPaper(paper);
        return;
      }
      case 'answer':
        this.#parts.answer(action.bytes());
    }
  }

  /** Takes one whole command off the bytes. False when it has not all come yet. */
  #readCommand(): boolean {
    const [first = -1, second = -1, ...values] = this.#bytes.slice(0, 8);
    if (first === 0x0a) {
      this.#feed(TEXT_LINE_DOTS);
      return this.#drop(1);
    }
    if (first !== 0x1b && first !== 0x1d && first !== 0x10) {
      this.strayBytes.push(...this.#bytes.slice(0, 1));
      return this.#bytes.length > 0 && this.#drop(1);
    }
    const command = COMMANDS[`${hex(first)} ${hex(second)}`];
    if (second === -1 || (command && values.length < command.values)) return false;
    if (!command) {
      this.strayBytes.push(first, second);
      return this.#drop(2);
    }
    return this.#obey(command.name, values);
  }

  #obey(name: CommandName, values: number[]): boolean {
    const [m = 0, n = 0] = values;
    switch (name) {
      case 'reset':
        this.#statusBack = 0;
        this.#stepsAnInch = STEPS_AN_INCH_AT_START;
        return this.#drop(2);
      case 'status-back':
        this.#statusBack = m;
        if (m !== 0) this.#actions.push({ type: 'answer', bytes: () => this.#statusFrame() });
        return this.#drop(3);
      case 'motion-units':
        this.#stepsAnInch = n === 0 ? STEPS_AN_INCH_AT_START : n;
        return this.#drop(4);
      case 'feed-steps':
        this.#feed(Math.floor((m * DOTS_AN_INCH) / this.#stepsAnInch));
        return this.#drop(3);
      case 'feed-lines':
        this.#feed(m * TEXT_LINE_DOTS);
        return this.#drop(3);
      case 'cut':
        if ((m === 65 || m === 66) && this.#bytes.length < 4) return false;
        this.#actions.push({ type: 'cut' });
        return this.#drop(m === 65 || m === 66 ? 4 : 3);
      case 'sensor':
        this.#actions.push({ type: 'answer', bytes: () => [this.#paperBits()] });
        return this.#drop(3);
      case 'real-time':
        // Was answered when it arrived.
        return this.#drop(3);
      case 'picture':
        return this.#picture(values);
    }
  }

  #picture([, , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0]: number[]): boolean {
    const stride = xLow + 256 * xHigh;
    const height = yLow + 256 * yHigh;
    if (this.#bytes.length < 8 + stride * height) return false;
    for (let row = 0; row < height; row++) {
      const dots = new Uint8Array(this.#parts.widthDots / 8);
      dots.set(this.#bytes.slice(8 + row * stride, 8 + row * stride + Math.min(stride, dots.length)));
      this.#actions.push({ type: 'row', dots });
    }
    return this.#drop(8 + stride * height);
  }

  #feed(rows: number): void {
    for (let row = 0; row < rows; row++) {
      this.#actions.push({ type: 'row', dots: new Uint8Array(this.#parts.widthDots / 8) });
    }
  }

  #drop(count: number): true {
    this.#bytes.splice(0, count);
    return true;
  }

  #statusFrame(): number[] {
    const { coverOpen, cutterJam } = this.troubles;
    return [0b0001_0000 | bit(3, this.#isStopped) | bit(5, coverOpen), bit(3, cutterJam), this.#paperBits(), 0];
  }

  #paperBits(): number {
    const { nearEnd, paperOut } = this.troubles;
    return (nearEnd ? 0b0011 : 0) | (paperOut ? 0b1100 : 0);
  }
}

type CommandName =
  | 'reset'
  | 'status-back'
  | 'motion-units'
  | 'picture'
  | 'feed-steps'
  | 'feed-lines'
  | 'cut'
  | 'sensor'
  | 'real-time';

/** How many values must have come before the command can be read at all. */
const COMMANDS: Record<string, { name: CommandName; values: number }> = {
  '1b 40': { name: 'reset', values: 0 },
  '1d 61': { name: 'status-back', values: 1 },
  '1d 50': { name: 'motion-units', values: 2 },
  '1d 76': { name: 'picture', values: 6 },
  '1b 4a': { name: 'feed-steps', values: 1 },
  '1b 64': { name: 'feed-lines', values: 1 },
  '1d 56': { name: 'cut', values: 1 },
  '1d 72': { name: 'sensor', values: 1 },
  '10 04': { name: 'real-time', values: 1 },
};

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function bit(position: number, isSet: boolean): number {
  return isSet ? 1 << position : 0;
}
