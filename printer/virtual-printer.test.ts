import { connect, type Socket } from 'node:net';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { encodePng } from './png.ts';
import { VirtualPaper } from './virtual-paper.ts';
import { startVirtualPrinter, type VirtualFaults, type VirtualPrinter } from './virtual-printer.ts';
import { obeying, PRINTER_WORDS } from './virtual-printer-commands.ts';

function aPaper() {
  const papers: Bitmap[] = [];
  const answers: number[] = [];
  const paper = new VirtualPaper({
    widthDots: 16,
    onPaper: (bitmap) => papers.push(bitmap),
    answer: (bytes) => answers.push(...bytes),
  });
  return { paper, papers, answers };
}

const PICTURE = [0x1d, 0x76, 0x30, 0, 2, 0, 2, 0, 0x80, 0x01, 0xff, 0x00];
const CUT = [0x1d, 0x56, 66, 0];

describe('the virtual paper', () => {
  it('paints a picture where it stands', () => {
    const { paper, papers } = aPaper();
    paper.take([0x1d, 0x50, 203, 203, 0x1b, 0x4a, 1, ...PICTURE, ...CUT]);
    expect(papers.map(({ height, rows }) => [height, ...rows])).toEqual([[3, 0, 0, 0x80, 0x01, 0xff, 0x00]]);
  });

  it('feeds half as far until the motion unit is set, as printers do', () => {
    const { paper, papers } = aPaper();
    paper.take([0x1b, 0x4a, 10, ...CUT, 0x1d, 0x50, 203, 203, 0x1b, 0x4a, 10, ...CUT]);
    expect(papers.map(({ height }) => height)).toEqual([5, 10]);
  });

  it('tells its state by itself only while asked to: a reset forgets it', () => {
    const { paper, answers } = aPaper();
    paper.take([0x1d, 0x61, 0x0e]);
    paper.trouble({ nearEnd: true });
    paper.take([0x1b, 0x40]);
    paper.trouble({ nearEnd: false });
    expect(answers).toEqual([0x10, 0, 0, 0, 0x10, 0, 3, 0]);
  });

  it('stops in the middle when the roll ends and goes on when there is a new one', () => {
    const { paper, papers } = aPaper();
    paper.rowsLeft = 1;
    paper.take([...PICTURE, ...CUT]);
    expect(papers).toEqual([]);
    paper.trouble({ paperOut: false });
    expect(papers.map(({ height }) => height)).toEqual([2]);
  });

  it('keeps what is no command apart', () => {
    const { paper } = aPaper();
    paper.take([0x41, 0x1b, 0x99, ...CUT]);
    expect(paper.strayBytes).toEqual([0x41, 0x1b, 0x99]);
  });
});

describe('the virtual printer', () => {
  it('answers real-time questions even when it has stopped, in whatever pieces they come', async () => {
    const printer = await startVirtualPrinter();
    printer.set({ coverOpen: true, nearEnd: true });
    const socket = connect(printer.port, '127.0.0.1');
    const answers = new Promise<number[]>((resolve) => {
      const bytes: number[] = [];
      socket.on('data', (chunk) => {
        bytes.push(...chunk);
        if (bytes.length === 4) resolve(bytes);
      });
    });
    socket.write(Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10));
    socket.write(Uint8Array.of(0x04, 3, 0x10, 0x04, 4));
    expect(await answers).toEqual([0x1a, 0x16, 0x12, 0x1e]);
    await printer.close();
  });
});

describe('what goes wrong with the virtual printer', () => {
  let printer: VirtualPrinter;
  beforeEach(async () => {
    printer = await startVirtualPrinter({ widthDots: 16, papersKept: 2 });
  });
  afterEach(() => printer.close());

  const call = () => connect({ port: printer.port, host: '127.0.0.1', noDelay: true });
  /** Resolves when the other side has hung up, with whether it did so in good order. */
  const hungUp = (socket: Socket) =>
    new Promise<'in order' | 'broken'>((resolve) => {
      socket.on('error', () => resolve('broken'));
      socket.on('end', () => resolve('in order'));
    });
  /** One more slip, and the paper that is the newest when its question behind the knife has been answered. */
  const printed = (socket: Socket, ...bytes: number[]) =>
    new Promise<Bitmap | undefined>((resolve) => {
      socket.once('data', () => resolve(printer.papers.at(-1)));
      socket.write(Uint8Array.of(...bytes, ...CUT, 0x1d, 0x72, 1));
    });

  it('a power cut in mid-slip breaks the line, and what was begun is not on the next paper', async () => {
    printer.set({ losePowerAfterBytes: PICTURE.length + 2 });
    const first = call();
    const end = hungUp(first);
    first.write(Uint8Array.of(...PICTURE, ...PICTURE, ...CUT));
    expect(await end).toBe('broken');
    const second = call();
    expect((await printed(second, ...PICTURE))?.height).toBe(2);
    second.destroy();
  });

  it('a cut line breaks, too, but what came before it comes out with the next slip', async () => {
    printer.set({ cutLineAfterBytes: PICTURE.length + 2 });
    const first = call();
    const end = hungUp(first);
    first.write(Uint8Array.of(...PICTURE, ...PICTURE, ...CUT));
    expect(await end).toBe('broken');
    const second = call();
    expect((await printed(second, ...PICTURE))?.height).toBe(4);
    second.destroy();
  });

  it('a slow one answers what it has read while the rest still waits on the line, and prints the same', async () => {
    printer.set({ bytesASecond: 100 });
    const socket = call();
    const whenAnswered = new Promise<number>((resolve) => socket.once('data', () => resolve(printer.papers.length)));
    socket.write(Uint8Array.of(0x10, 0x04, 1, ...PICTURE, ...CUT));
    expect(await whenAnswered).toBe(0);
    await printed(socket, ...PICTURE);
    const expected = [2, 0x80, 0x01, 0xff, 0x00];
    expect(printer.papers.map(({ height, rows }) => [height, ...rows])).toEqual([expected, expected]);
    expect(printer.strayBytes).toEqual([]);
    socket.destroy();
  });

  it('one that takes one caller shows the second out and goes on with the first', async () => {
    printer.set({ takesOneCaller: true });
    const first = call();
    await printed(first, ...PICTURE);
    expect(await hungUp(call())).toBe('broken');
    expect((await printed(first, ...PICTURE, ...PICTURE))?.height).toBe(4);
    first.destroy();
  });

  it('keeps no more papers than wished', async () => {
    const socket = call();
    for (let slip = 1; slip <= 3; slip += 1) await printed(socket, ...Array(slip).fill(PICTURE).flat());
    expect(printer.papers.map(({ height }) => height)).toEqual([4, 6]);
    socket.destroy();
  });
});

describe('the words typed at the virtual printer', () => {
  const typing = () => {
    const set: Partial<VirtualFaults>[] = [];
    return { set, obey: obeying({ set: (faults) => void set.push(faults) }) };
  };

  it('put a trouble in, and typed again take it away', () => {
    const { set, obey } = typing();
    expect(obey(' Paper-Out ')).toBe('Từ nay: hết giấy. / From now on: the roll is empty.');
    expect(obey('paper-out')).toBe('Hết: hết giấy. / No more: the roll is empty.');
    expect(set).toEqual([{ paperOut: true }, { paperOut: false }]);
  });

  it('cut the current as often as they are typed', () => {
    const { set, obey } = typing();
    expect([obey('power-cut'), obey('power-cut')]).toEqual(Array(2).fill(obey('power-cut')));
    expect(set).toHaveLength(3);
  });

  it('make all well with one word, whatever was wrong', () => {
    const { set, obey } = typing();
    for (const word of Object.keys(PRINTER_WORDS)) obey(word);
    obey('good');
    const now: Partial<VirtualFaults> = Object.assign({}, ...set);
    expect(Object.values(now).filter((fault) => fault === true || typeof fault === 'number')).toEqual([]);
    expect(obey('silent')).toContain('Từ nay');
  });

  it('are listed for whoever types something else, each with what it does', () => {
    const { set, obey } = typing();
    const list = obey('constructor');
    for (const word of [...Object.keys(PRINTER_WORDS), 'good', 'quit']) expect(list).toContain(`  ${word} `);
    expect(set).toEqual([]);
    expect(obey('quit')).toBe('quit');
  });
});

describe('a picture as PNG', () => {
  it('is read by others as the same dots', () => {
    const bitmap: Bitmap = { width: 16, height: 2, rows: Uint8Array.of(0x80, 0x01, 0xff, 0x00) };
    const png = PNG.sync.read(Buffer.from(encodePng(bitmap)));
    const black = Array.from({ length: 32 }, (_, dot) => (png.data[dot * 4] === 0 ? '#' : '.')).join('');
    expect([png.width, png.height, black]).toEqual([16, 2, '#..............#########........']);
  });
});
