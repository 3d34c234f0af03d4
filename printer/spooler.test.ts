import { describe, expect, it } from 'vitest';
import { createFakeTransport } from './fake-transport.ts';
import { createHandTimers } from './hand-timers.ts';
import { CONFIRM_WITHIN_MS, HEARTBEAT_MS, SETTLE_WITHIN_MS } from './printer-link.ts';
import { sampleSlip } from './sample-slip.ts';
import { createSpooler, START_WITHIN_MS } from './spooler.ts';

const WELL = [0x10, 0x00, 0x00, 0x00];
const NO_PAPER = [0x18, 0x00, 0x0c, 0x00];
const CONFIRMED = 0x00;

/** Lets everything that is already decided happen: promises, but no time. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A spooler whose slips are the bytes of their number, and a printer played by the test. */
async function aSpooler({ answers = true } = {}) {
  const transport = createFakeTransport();
  const timers = createHandTimers();
  const told: string[] = [];
  const spooler = createSpooler({
    transport,
    timers,
    encode: ({ number }) => {
      if (number === '') throw new Error('nothing to draw');
      return new TextEncoder().encode(`<${number}>`);
    },
    onState: (state) => told.push(state),
    onOutcome: ({ id }, outcome, reason) => told.push([id, outcome, reason ?? ''].join(' ').trim()),
  });
  await settle();
  if (answers) transport.say(...WELL);
  return {
    transport,
    timers,
    told,
    spooler,
    print: (id: string) => spooler.print({ id, slip: sampleSlip({ number: id }) }),
    sent: (id: string) => transport.written.includes(Buffer.from(`<${id}>`).toString('hex')),
  };
}

describe('one slip', () => {
  it('[P2] is printed when the printer confirms it', async () => {
    const { print, told, transport } = await aSpooler();
    print('A001');
    await settle();
    transport.say(...WELL, CONFIRMED);
    await settle();
    expect(told).toEqual(['ready', 'A001 printed']);
  });

  it('is unknown when nothing comes back, and the next goes out on a new connection', async () => {
    const { print, told, timers, transport } = await aSpooler();
    print('A001');
    await settle();
    timers.pass(CONFIRM_WITHIN_MS);
    await settle();
    transport.say(...WELL);
    print('A002');
    await settle();
    transport.say(CONFIRMED);
    await settle();
    expect(transport.opens).toBe(2);
    expect(told).toEqual(['ready', 'A001 unknown silent', 'A002 printed']);
  });

  it('[P2] [P3] is unknown when the roll ends under it, and is not sent again', async () => {
    const { print, told, transport } = await aSpooler();
    print('A001');
    await settle();
    transport.written = '';
    transport.say(...NO_PAPER);
    await settle();
    transport.say(...WELL);
    await settle();
    expect(told).toEqual(['ready', 'paper-out', 'A001 unknown paper-out', 'ready']);
    expect(transport.written).toBe('');
  });

  it('is refused when it cannot be drawn, and the next is printed', async () => {
    const { spooler, print, told, transport } = await aSpooler();
    spooler.print({ id: 'A001', slip: sampleSlip({ number: '' }) });
    print('A002');
    await settle();
    transport.say(CONFIRMED);
    await settle();
    expect(told).toEqual(['ready', 'A001 refused not-drawn', 'A002 printed']);
  });

  it('is never answered within the call that hands it in', async () => {
    const { print, told, transport } = await aSpooler();
    transport.say(...NO_PAPER);
    print('A001');
    expect(told).toEqual(['ready', 'paper-out']);
    await settle();
    expect(told).toEqual(['ready', 'paper-out', 'A001 refused paper-out']);
  });
});

describe('a late confirmation', () => {
  it('is not taken for that of the next slip', async () => {
    const { print, told, transport } = await aSpooler();
    print('A001');
    await settle();
    transport.say(...NO_PAPER);
    await settle();
    transport.say(...WELL);
    print('A002');
    await settle();
    transport.say(CONFIRMED);
    await settle();
    expect(told).not.toContain('A002 printed');
    transport.say(CONFIRMED);
    await settle();
    expect(told.slice(-1)).toEqual(['A002 printed']);
  });

  it('that never comes is forgotten with the connection', async () => {
    const { print, timers, transport, told } = await aSpooler();
    print('A001');
    await settle();
    transport.say(...NO_PAPER);
    await settle();
    transport.say(...WELL);
    timers.pass(HEARTBEAT_MS);
    timers.pass(HEARTBEAT_MS);
    await settle();
    transport.say(...WELL);
    print('A002');
    await settle();
    transport.say(CONFIRMED);
    await settle();
    expect(transport.opens).toBe(2);
    expect(told.slice(-1)).toEqual(['A002 printed']);
  });
});

describe('waiting', () => {
  it('keeps to one slip at a time', async () => {
    const { print, sent, transport, told } = await aSpooler();
    print('A001');
    print('A002');
    await settle();
    expect([sent('A001'), sent('A002')]).toEqual([true, false]);
    transport.say(CONFIRMED);
    await settle();
    expect(sent('A002')).toBe(true);
    transport.say(CONFIRMED);
    await settle();
    expect(told).toEqual(['ready', 'A001 printed', 'A002 printed']);
  });

  it('[P3] ends after six seconds, and no stale paper comes out', async () => {
    const { print, sent, timers, transport, told } = await aSpooler();
    print('A001');
    print('A002');
    await settle();
    timers.pass(START_WITHIN_MS);
    await settle();
    transport.say(CONFIRMED);
    await settle();
    expect(told).toEqual(['ready', 'A002 refused too-late', 'A001 printed']);
    expect(sent('A002')).toBe(false);
  });

  it('ends for all when the roll ends', async () => {
    const { print, sent, transport, told } = await aSpooler();
    print('A001');
    print('A002');
    await settle();
    transport.say(...NO_PAPER);
    await settle();
    expect(told).toEqual(['ready', 'paper-out', 'A001 unknown paper-out', 'A002 refused paper-out']);
    expect(sent('A002')).toBe(false);
  });

  it('sits out a moment offline', async () => {
    const { print, sent, transport } = await aSpooler();
    transport.say(0x58, 0x00, 0x00, 0x00);
    print('A001');
    await settle();
    expect(sent('A001')).toBe(false);
    transport.say(...WELL);
    await settle();
    expect(sent('A001')).toBe(true);
  });

  it('does not send before the printer has told its state', async () => {
    const { print, sent, transport, told } = await aSpooler({ answers: false });
    print('A001');
    await settle();
    transport.say(0x1a);
    transport.say(0x36);
    transport.say(0x12);
    transport.say(0x12);
    await settle();
    expect(sent('A001')).toBe(false);
    expect(told).toEqual(['cover-open', 'A001 refused cover-open']);
  });

  it('takes a printer that never tells its state as it is', async () => {
    const { print, sent, timers, told } = await aSpooler({ answers: false });
    print('A001');
    timers.pass(SETTLE_WITHIN_MS);
    await settle();
    expect(told).toEqual(['ready']);
    expect(sent('A001')).toBe(true);
  });
});

describe('the connection', () => {
  it('is tried at once for a visitor, and refuses when that fails', async () => {
    const { print, transport, told } = await aSpooler();
    transport.failure = new Error('no route');
    transport.hangUp();
    print('A001');
    await settle();
    expect(transport.opens).toBe(2);
    expect(told).toEqual(['ready', 'offline', 'A001 refused offline']);
  });

  it('is tried again by itself, at growing intervals', async () => {
    const { timers, transport, told } = await aSpooler();
    transport.failure = new Error('no route');
    transport.hangUp();
    for (const ms of [1_000, 2_000, 4_000, 8_000, 15_000]) {
      timers.pass(ms);
      await settle();
    }
    transport.failure = null;
    timers.pass(15_000);
    await settle();
    transport.say(...WELL);
    expect(told).toEqual(['ready', 'offline', 'ready']);
  });

  it('is made anew when a printer that used to answer no longer does', async () => {
    const { timers, transport } = await aSpooler();
    transport.say(0x12);
    transport.say(0x12);
    transport.say(0x12);
    transport.say(0x12);
    timers.pass(HEARTBEAT_MS);
    expect(transport.opens).toBe(1);
    timers.pass(HEARTBEAT_MS);
    await settle();
    expect(transport.opens).toBe(2);
  });

  it('asks nothing and stays while a slip is under way', async () => {
    const { print, timers, transport } = await aSpooler();
    print('A001');
    await settle();
    const before = transport.written;
    for (const _ of [1, 2, 3]) timers.pass(HEARTBEAT_MS);
    await settle();
    expect(transport.written).toBe(before);
    expect(transport.opens).toBe(1);
  });

  it('lets go in good order: what waits is refused, what runs is unknown unless confirmed', async () => {
    const { print, spooler, told } = await aSpooler();
    print('A001');
    print('A002');
    await settle();
    await spooler.close();
    print('A003');
    await settle();
    expect(told.slice(1)).toEqual(['A002 refused closing', 'A001 unknown closing', 'A003 refused closing']);
  });
});
