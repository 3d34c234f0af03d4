import { createServer, type Server, type Socket } from 'node:net';
import type { Bitmap } from './bitmap.ts';
import { type PaperTroubles, VirtualPaper } from './virtual-paper.ts';

/** What can be wrong with the printer; everything can be changed while it runs. */
export type VirtualFaults = PaperTroubles & {
  /** Prints, but never says a word, like the cheapest printers. */
  silent: boolean;
  /** The roll ends after so many more rows. */
  rowsLeft: number | null;
  /** Cuts the line after so many more bytes, once. */
  cutLineAfterBytes: number | null;
  /** The current is cut after so many more bytes, once: the line breaks, and what was begun is lost. */
  losePowerAfterBytes: number | null;
  /** Reads no faster than this, like a printer with a small buffer; what is sent faster stays on the line. */
  bytesASecond: number | null;
  /** Whoever calls while somebody else is on the line is shown out, as most real ones do. */
  takesOneCaller: boolean;
};

export type VirtualPrinterOptions = {
  host?: string;
  /** 0 takes any free port. */
  port?: number;
  widthDots?: number;
  onPaper?: (paper: Bitmap) => void;
  /** Only so many papers are kept, for one that runs for days. */
  papersKept?: number;
};

export type VirtualPrinter = {
  port: number;
  /** What was cut off so far. */
  papers: readonly Bitmap[];
  /** Bytes that were no command this printer knows. */
  strayBytes: readonly number[];
  set: (faults: Partial<VirtualFaults>) => void;
  close: () => Promise<void>;
};

/** A network printer without a printer: takes bytes on a TCP port and keeps the pictures. Rejects when the port is taken. */
export async function startVirtualPrinter(options: VirtualPrinterOptions = {}): Promise<VirtualPrinter> {
  const { host = '127.0.0.1', port = 0, widthDots = 576, onPaper, papersKept = Number.POSITIVE_INFINITY } = options;
  const papers: Bitmap[] = [];
  const line = new VirtualLine(widthDots, (paper) => {
    papers.push(paper);
    if (papers.length > papersKept) papers.shift();
    onPaper?.(paper);
  });
  const server = createServer({ noDelay: true }, (socket) => line.connected(socket));
  return {
    port: await listen(server, host, port),
    papers,
    strayBytes: line.paper.strayBytes,
    set: (faults) => line.set(faults),
    close: () =>
      new Promise((resolve) => {
        line.hangUp();
        server.close(() => resolve());
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** How often a slow printer reads. */
const SIP_MS = 20;

function cutAfter(afterBytes: number | null, losesPower: boolean) {
  return afterBytes === null ? null : { afterBytes, losesPower };
}

/** The network side: one caller at a time gets the answers, the last one to call. */
class VirtualLine {
  readonly paper: VirtualPaper;
  #sockets = new Set<Socket>();
  #caller: Socket | null = null;
  #isSilent = false;
  #takesOneCaller = false;
  #bytesASecond: number | null = null;
  #cut: { afterBytes: number; losesPower: boolean } | null = null;
  #lastTwo: number[] = [];

  constructor(widthDots: number, onPaper: (paper: Bitmap) => void) {
    this.paper = new VirtualPaper({ widthDots, onPaper, answer: (bytes) => this.#answer(bytes) });
  }

  connected(socket: Socket): void {
    // Silence is right: whatever broke the line, 'close' follows.
    socket.on('error', () => {});
    if (this.#takesOneCaller && this.#caller !== null) {
      socket.resetAndDestroy();
      return;
    }
    this.#sockets.add(socket);
    this.#caller = socket;
    this.#lastTwo = [];
    socket.on('data', (chunk) => this.#read(socket, chunk));
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (this.#caller === socket) this.#caller = null;
      this.paper.dropUnfinished();
    });
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  set({ silent, rowsLeft, ...faults }: Partial<VirtualFaults>): void {
    const { cutLineAfterBytes, losePowerAfterBytes, bytesASecond, takesOneCaller, ...troubles } = faults;
    if (silent !== undefined) this.#isSilent = silent;
    if (rowsLeft !== undefined) this.paper.rowsLeft = rowsLeft;
    if (cutLineAfterBytes !== undefined) this.#cut = cutAfter(cutLineAfterBytes, false);
    if (losePowerAfterBytes !== undefined) this.#cut = cutAfter(losePowerAfterBytes, true);
    if (bytesASecond !== undefined) this.#bytesASecond = bytesASecond;
    if (takesOneCaller !== undefined) this.#takesOneCaller = takesOneCaller;
    if (Object.keys(troubles).length > 0) this.paper.trouble(troubles);
  }

  /** At once, or in small sips while the rest waits on the line. */
  #read(socket: Socket, chunk: Uint8Array): void {
    const rate = this.#bytesASecond;
    if (rate === null) {
      this.#received(socket, chunk);
      return;
    }
    socket.pause();
    const sip = Math.max(1, Math.ceil((rate * SIP_MS) / 1000));
    setTimeout(() => {
      if (socket.destroyed) return;
      this.#received(socket, chunk.subarray(0, sip));
      if (chunk.length > sip) this.#read(socket, chunk.subarray(sip));
      else socket.resume();
    }, SIP_MS);
  }

  #received(socket: Socket, chunk: Uint8Array): void {
    const cut = this.#cut;
    const isCut = cut !== null && chunk.length >= cut.afterBytes;
    const bytes = isCut ? chunk.subarray(0, cut.afterBytes) : chunk;
    this.#answerRealTime(bytes);
    this.paper.take(bytes);
    if (isCut) {
      this.#cut = null;
      if (cut.losesPower) this.paper.loseAll();
      socket.resetAndDestroy();
    } else if (cut !== null) {
      this.#cut = { ...cut, afterBytes: cut.afterBytes - chunk.length };
    }
  }

  /** Real-time questions are seen as they arrive, wherever they stand, even inside a picture: so do the real ones. */
  #answerRealTime(chunk: Uint8Array): void {
    const bytes = [...this.#lastTwo, ...chunk];
    for (let index = 0; index + 2 < bytes.length; index++) {
      const [first, second, n = 0] = bytes.slice(index, index + 3);
      if (first === 0x10 && second === 0x04 && n >= 1 && n <= 4) this.#answer([this.paper.realTimeAnswer(n)]);
    }
    this.#lastTwo = bytes.slice(-2);
  }

  #answer(bytes: number[]): void {
    if (!this.#isSilent) this.#caller?.write(Uint8Array.from(bytes));
  }
}
