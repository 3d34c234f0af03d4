import type { VirtualFaults, VirtualPrinter } from './virtual-printer.ts';

type Word = {
  /** What stands in the list that `help` shows. */
  vi: string;
  en: string;
  on: Partial<VirtualFaults>;
  /** How it ends when the word is typed again; without it, it happens once. */
  off?: Partial<VirtualFaults>;
};

/** Long after the first bytes of a slip, long before its end: a slip has thirty thousand. */
const IN_MID_SLIP_BYTES = 8_000;
/** A slip then takes some ten seconds. */
const SLOW_BYTES_A_SECOND = 4_000;

/** What can be typed at the virtual printer. */
export const PRINTER_WORDS: Record<string, Word> = {
  'paper-out': { vi: 'hết giấy', en: 'the roll is empty', on: { paperOut: true }, off: { paperOut: false } },
  'near-end': { vi: 'sắp hết giấy', en: 'the roll is nearly empty', on: { nearEnd: true }, off: { nearEnd: false } },
  'cover-open': { vi: 'mở nắp', en: 'the cover is open', on: { coverOpen: true }, off: { coverOpen: false } },
  'cutter-jam': { vi: 'kẹt dao cắt', en: 'the knife is stuck', on: { cutterJam: true }, off: { cutterJam: false } },
  'power-cut': {
    vi: 'mất điện giữa phiếu sau',
    en: 'the current is cut in the middle of the next slip',
    on: { losePowerAfterBytes: IN_MID_SLIP_BYTES },
  },
  'line-cut': {
    vi: 'đứt cáp giữa phiếu sau',
    en: 'the line breaks in the middle of the next slip',
    on: { cutLineAfterBytes: IN_MID_SLIP_BYTES },
  },
  silent: {
    vi: 'in nhưng không trả lời',
    en: 'prints, but never answers',
    on: { silent: true },
    off: { silent: false },
  },
  slow: {
    vi: 'đọc chậm',
    en: 'reads slowly',
    on: { bytesASecond: SLOW_BYTES_A_SECOND },
    off: { bytesASecond: null },
  },
  'one-caller': {
    vi: 'chỉ nhận một máy',
    en: 'refuses a second caller',
    on: { takesOneCaller: true },
    off: { takesOneCaller: false },
  },
};

/**
 * Understands what a person types at the virtual printer: a word puts its trouble in, the same word again takes it away.
 * @returns what answers a line; `quit` asks for the end
 */
export function obeying(printer: Pick<VirtualPrinter, 'set'>): (line: string) => string | 'quit' {
  const inForce = new Set<string>();
  return (line) => {
    const typed = line.trim().toLowerCase();
    if (typed === 'quit') return 'quit';
    if (typed === 'good') {
      for (const { off } of Object.values(PRINTER_WORDS)) if (off) printer.set(off);
      printer.set({ cutLineAfterBytes: null, losePowerAfterBytes: null });
      inForce.clear();
      return 'Mọi thứ tốt. / All is well.';
    }
    const word = Object.hasOwn(PRINTER_WORDS, typed) ? PRINTER_WORDS[typed] : undefined;
    if (!word) return helpText();
    if (word.off && inForce.delete(typed)) {
      printer.set(word.off);
      return `Hết: ${word.vi}. / No more: ${word.en}.`;
    }
    if (word.off) inForce.add(typed);
    printer.set(word.on);
    return `Từ nay: ${word.vi}. / From now on: ${word.en}.`;
  };
}

function helpText(): string {
  const rows = Object.entries(PRINTER_WORDS).map(([name, { vi, en }]) => `  ${name.padEnd(12)}${vi} / ${en}`);
  return [
    ...rows,
    `  ${'good'.padEnd(12)}mọi thứ tốt trở lại / all is well again`,
    `  ${'quit'.padEnd(12)}kết thúc / ends it`,
  ].join('\n');
}
