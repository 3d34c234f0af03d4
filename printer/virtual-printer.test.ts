import { connect } from 'node:net';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { encodePng } from './png.ts';
import { VirtualPaper } from './virtual-paper.ts';
import { startVirtualPrinter } from './virtual-printer.ts';

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

describe('a picture as PNG', () => {
  it('is read by others as the same dots', () => {
    const bitmap: Bitmap = { width: 16, height: 2, rows: Uint8Array.of(0x80, 0x01, 0xff, 0x00) };
    const png = PNG.sync.read(Buffer.from(encodePng(bitmap)));
    const black = Array.from({ length: 32 }, (_, dot) => (png.data[dot * 4] === 0 ? '#' : '.')).join('');
    expect([png.width, png.height, black]).toEqual([16, 2, '#..............#########........']);
  });
});
