import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, wallClock } from '#shared/domain/business-day.ts';
import { Client, joinCounter, joinDisplay, joinKiosk, joinManager } from '#tests/hall/test-hall.ts';
import { readDemoArguments } from './demo-arguments.ts';
import { type Demo, openDemo } from './open-demo.ts';

const dist = resolve(import.meta.dirname, '../dist');
const faults: string[] = [];
let demo: Demo;

beforeAll(async () => {
  mkdirSync(dist, { recursive: true });
  demo = await openDemo({
    dist,
    port: 0,
    seed: 7,
    speed: 6,
    weekOf: Date.UTC(2026, 10, 23, 3, 0),
    log: (level, what) => void (level === 'fault' && faults.push(what)),
    giveUp(cause) {
      throw cause;
    },
  });
}, 60_000);
afterAll(() => demo.close());

describe('the demo', () => {
  it('is alive on every page as soon as it is open', async () => {
    const [kiosk, display] = [await joinKiosk(demo.url), await joinDisplay(demo.url)];
    const manager = await joinManager(demo.url);
    expect(kiosk.view().open).toBe(true);
    expect(Math.max(...kiosk.view().services.map(({ ahead }) => ahead.regular))).toBeGreaterThan(0);
    expect(display.view().calls.length).toBeGreaterThanOrEqual(6);
    const { totals } = manager.view();
    expect(totals.atCounters).toBeGreaterThan(3);
    const { issued, waiting, atCounters, served, noShow, cancelled, expired } = totals;
    // What is left over is parked or absent; a visit of several services counts more than once as served.
    const aside = issued - waiting - atCounters - served - noShow - cancelled - expired;
    expect(Math.abs(aside)).toBeLessThan(20);
    for (const client of [kiosk, display, manager]) client.close();
  });

  it('prints on paper, and shows the latest on this machine alone', async () => {
    const kiosk = await joinKiosk(demo.url);
    const start = await Client.join(demo.url, 'view:start', 'start');
    await kiosk.until(({ printer }) => printer === 'ready');
    const before = start.view().papers ?? 0;
    await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
    const { papers } = await start.until((view) => (view.papers ?? 0) > before);
    const picture = await fetch(`${demo.url}latest-paper.png?${papers}`);
    const png = PNG.sync.read(Buffer.from(await picture.arrayBuffer()));
    expect([picture.headers.get('content-type'), png.width]).toEqual(['image/png', 576]);
    for (const client of [kiosk, start]) client.close();
  });

  it('leaves counter 3 to whoever wants to try it', async () => {
    const counter = await joinCounter(demo.url, 3);
    expect(counter.view().counter.state).toBe('closed');
    await counter.send('counter:open', {});
    expect(await counter.send('ticket:call-next', { expects: null })).toMatchObject({ ok: true });
    const { ticket = '' } = (await counter.until(({ current }) => current !== null)).current ?? {};
    await counter.send('ticket:finish', { expects: ticket });
    await counter.send('counter:close', {});
    counter.close();
  });

  it('calls again and again while time passes, and its lines neither die nor explode', async () => {
    const manager = await joinManager(demo.url);
    const servedBefore = manager.view().totals.served;
    await demo.advance(30 * MINUTE);
    const { totals } = await manager.until(({ totals: { served } }) => served > servedBefore + 5);
    expect(totals.waiting).toBeLessThan(120);
    expect(faults).toEqual([]);
    manager.close();
  }, 60_000);

  it('goes on with the next lively hour when the office shuts', async () => {
    const before = demo.now();
    for (let hours = 0; hours < 5; hours += 1) await demo.advance(HOUR);
    await demo.advance(10 * SECOND);
    expect(demo.now()).toBeGreaterThan(before + 5 * HOUR);
    const kiosk = await joinKiosk(demo.url);
    expect([wallClock(demo.now(), demo.setup.office.timeZone).weekday <= 5, kiosk.view().open]).toEqual([true, true]);
    kiosk.close();
  }, 120_000);
});

describe('the command line', () => {
  it.each([[['--speed', 'fast']], [['--speed', '0']], [['--what']]])('%j is answered in one sentence', (args) => {
    expect(readDemoArguments(args, undefined)).toEqual({ wrong: expect.stringMatching(/^[^\n]+$/) });
  });
});
