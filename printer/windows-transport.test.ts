import { describe, expect, it } from 'vitest';
import { createDiary } from './diary.ts';
import { createHandTimers } from './hand-timers.ts';
import { HEARTBEAT_MS } from './printer-link.ts';
import { sampleSlip } from './sample-slip.ts';
import { createSpooler } from './spooler.ts';
import { CONNECT_WITHIN_MS } from './transport-times.ts';
import { believed, createWindowsTransport, LOOK_AT_QUEUE_EVERY_MS, QUEUED_WITHIN_MS } from './windows-transport.ts';
import { loadWinspool, readInfo, type Winspool } from './winspool.ts';

/** Lets everything that is already decided happen: promises, but no time. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const WELL = { status: 0, attributes: 0, jobs: 0 };

/** Windows, played by the test: each call stands in `calls`, and the rest can be changed while it runs. */
function createFakeWindows() {
  const windows = {
    calls: [] as string[],
    info: WELL,
    /** How many bytes one call takes. */
    takes: 4,
    isKnown: true,
    isQueued: false,
    isDeaf: false,
  };
  const note = async <T>(call: string, result: T): Promise<T> => {
    windows.calls.push(call);
    return result;
  };
  const winspool: Winspool = {
    open: async (name) => {
      if (windows.isDeaf) return new Promise(() => {});
      if (!windows.isKnown) throw new Error(`Windows knows no printer "${name}"`);
      await note(`open ${name}`, undefined);
      return {
        info: () => note('info', windows.info),
        startDocument: (title) => note(`start ${title}`, 7),
        write: (bytes) => note(`write ${Buffer.from(bytes)}`, Math.min(bytes.length, windows.takes)),
        endDocument: () => note('end', undefined),
        isQueued: (job) => note(`queued ${job}?`, windows.isQueued),
        deleteJob: (job) => note(`delete ${job}`, undefined),
        close: () => note('close', undefined),
      };
    },
  };
  return { windows, winspool };
}

async function aPrinter() {
  const { windows, winspool } = createFakeWindows();
  const timers = createHandTimers();
  const diary = createDiary();
  const spooler = createSpooler({
    transport: createWindowsTransport('XP-80', winspool, timers),
    timers,
    encode: ({ number }) => Buffer.from(`<${number}>`),
    onState: (state) => diary.write(state),
    onOutcome: ({ id }, outcome, reason) => diary.write([id, outcome, reason ?? ''].join(' ').trim()),
  });
  await diary.has('ready');
  windows.calls = [];
  return {
    windows,
    timers,
    diary,
    spooler,
    print: (id: string) => spooler.print({ id, slip: sampleSlip({ number: id }) }),
  };
}

describe('a printer of Windows', () => {
  it('[P8] is given one whole job, and what becomes of it is unknown, never printed', async () => {
    const { windows, diary, print } = await aPrinter();
    print('A001');
    await diary.has('A001 unknown one-way');
    expect(diary.lines).toEqual(['ready', 'A001 unknown one-way']);
    expect(windows.calls).toEqual([
      ...['open XP-80', 'info', 'close'],
      ...['open XP-80', 'start Lượt', 'write <A001>', 'write 1>', 'end', 'queued 7?', 'close'],
    ]);
  });

  it('[P3] takes a job out of the queue that does not leave it, so that no stale paper comes', async () => {
    const { windows, timers, diary, print } = await aPrinter();
    windows.isQueued = true;
    print('A001');
    for (let waited = 0; waited < QUEUED_WITHIN_MS; waited += LOOK_AT_QUEUE_EVERY_MS) {
      await timers.running(LOOK_AT_QUEUE_EVERY_MS);
      expect(windows.calls).not.toContain('delete 7');
      timers.pass(LOOK_AT_QUEUE_EVERY_MS);
    }
    await diary.has('A001 unknown one-way');
    expect(windows.calls.slice(-2)).toEqual(['delete 7', 'close']);
  });

  it('takes back half a job that Windows does not take whole', async () => {
    const { windows, diary, print } = await aPrinter();
    windows.takes = 0;
    print('A001');
    await diary.has('A001 unknown connection-lost');
    expect(windows.calls.slice(-3)).toEqual(['write <A001>', 'delete 7', 'close']);
  });

  it('refuses what Windows believes cannot come out, asked at the last moment', async () => {
    const { windows, diary, print } = await aPrinter();
    windows.info = { ...WELL, status: 0x10 };
    print('A001');
    await diary.has('A001 refused paper-out');
    expect(diary.lines).toEqual(['ready', 'paper-out', 'A001 refused paper-out']);
    expect(windows.calls).toEqual(['open XP-80', 'info', 'close']);
  });

  it('refuses when its name is not known any more, and is found again by the next look', async () => {
    const { windows, timers, diary, print } = await aPrinter();
    windows.isKnown = false;
    print('A001');
    await diary.has('A001 refused offline');
    windows.isKnown = true;
    timers.pass(HEARTBEAT_MS);
    await diary.has('ready', 2);
    print('A002');
    await diary.has('A002 unknown one-way');
  });

  it('refuses when Windows itself does not answer', async () => {
    const { windows, timers, diary, print } = await aPrinter();
    windows.isDeaf = true;
    print('A001');
    await timers.running(CONNECT_WITHIN_MS);
    timers.pass(CONNECT_WITHIN_MS);
    await diary.has('A001 refused offline');
  });

  it('lets go in good order', async () => {
    const { timers, diary, spooler, print } = await aPrinter();
    print('A001');
    print('A002');
    await spooler.close();
    await diary.has('A001 unknown one-way');
    await settle();
    expect(diary.lines).toContain('A002 refused closing');
    expect(timers.isRunning(HEARTBEAT_MS)).toBe(false);
  });
});

describe('what Windows believes of a printer', () => {
  it.each([
    ['all well', {}, 'ready'],
    ['door open', { status: 0x400000 | 0x10 }, 'cover-open'],
    ['paper out', { status: 0x10 }, 'paper-out'],
    ['paper problem', { status: 0x40 }, 'paper-out'],
    ['jammed', { status: 0x8 }, 'cutter-jam'],
    ['paused', { status: 0x1 }, 'offline'],
    ['off', { status: 0x80 }, 'offline'],
    ['set to work offline', { attributes: 0x400 }, 'offline'],
    ['a job stuck in its queue', { jobs: 1 }, 'offline'],
  ] as const)('%s', (_, part, state) => {
    expect(believed({ ...WELL, ...part })).toBe(state);
  });

  it('is read from where Windows writes it', () => {
    const bytes = Buffer.alloc(136);
    bytes.writeUInt32LE(0x400, 13 * 8);
    bytes.writeUInt32LE(0x80, 13 * 8 + 5 * 4);
    bytes.writeUInt32LE(3, 13 * 8 + 6 * 4);
    expect(readInfo(bytes)).toEqual({ attributes: 0x400, status: 0x80, jobs: 3 });
  });

  it.skipIf(process.platform === 'win32')('is asked on Windows only', async () => {
    await expect(loadWinspool()).rejects.toThrow('on Windows only');
  });
});
