import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DisplayDiagnosis } from '#display/diagnosis.ts';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { launchBrowser } from './browser/browser.ts';
import { Client, joinCounter, joinKiosk, MONDAY_EIGHT, openTestHall, type TestHall } from './hall/test-hall.ts';

const ZONES: Setup['zones'] = [
  { id: 'ground', name: { vi: 'Tầng trệt', en: 'Ground floor' }, counters: [1, 2, 3, 7, 8, 9, 10] },
  { id: 'first', name: { vi: 'Tầng 1', en: 'First floor' }, counters: [4, 5, 6, 11, 12, 13, 14] },
];
const SAMPLE_OFFICE = sampleSetup();
/** Six clerks of two zones, one after the other. */
const PRESSING = [1, 4, 2, 5, 3, 6];

let browser: Browser;
let house: TestHall;
let open: { close(): unknown }[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  open = [];
  // As short as an announcement may be: the sound alone takes real time here. And a recall without its pause.
  const { wording, rules } = SAMPLE_OFFICE;
  const quick = {
    wording: { ...wording, announcement: '{number} {counter}' },
    rules: { ...rules, recallPauseSeconds: 0 },
  };
  house = await openTestHall({ zones: ZONES, ...quick }, mkdtempSync(join(tmpdir(), 'luot-zones-')));
});
afterEach(async () => {
  for (const one of open) await one.close();
  await house.close();
});

const keep = <T extends { close(): unknown }>(one: T): T => {
  open.push(one);
  return one;
};

/** A display that looks on without glass or sound. */
async function aWitness(zone: string): Promise<Client<'view:board'>> {
  const witness = keep(new Client(house.url, 'view:board', { role: 'display', counter: null, zone }));
  await witness.until(() => true);
  return witness;
}

/** A real display of a zone, whose clock goes only with the hall's. */
async function aDisplay(zone: string): Promise<Page> {
  const context = keep(await browser.newContext());
  const page = await context.newPage();
  await page.clock.install({ time: MONDAY_EIGHT - 60_000 });
  await page.clock.pauseAt(MONDAY_EIGHT);
  await page.goto(`${house.url}display/?zone=${zone}`);
  await page.waitForFunction(() => (window as unknown as Told).luotDisplay.sound === 'ready');
  return page;
}
type Told = { luotDisplay: DisplayDiagnosis };

const told = (page: Page) =>
  page.evaluate(() => {
    const { schedule, shown } = (window as unknown as Told).luotDisplay;
    return { schedule, shown };
  });
const spokenBy = async (page: Page) => [...new Set((await told(page)).schedule.map(({ callSeq }) => callSeq))];
const rows = (page: Page) => page.locator('.call-row').evaluateAll((all) => all.map((row) => row.textContent?.trim()));

/** Time passes in the hall and on every display alike. */
async function passes(pages: readonly Page[], ms: number) {
  house.clock.at += ms;
  for (const page of pages) await page.clock.runFor(ms);
}

/** One visitor for each of the six counters, who press within a quarter of a second; a recall and an undo are among it. */
async function sixClerksPress() {
  const kiosk = keep(await joinKiosk(house.url));
  const clerks = new Map(
    await Promise.all(PRESSING.map(async (id) => [id, keep(await joinCounter(house.url, id))] as const)),
  );
  const clerk = (id: number) => {
    const one = clerks.get(id);
    if (!one) throw new Error(`No clerk at counter ${id}.`);
    return one;
  };
  for (const id of PRESSING) {
    await clerk(id).send('counter:open', {});
    const service = SAMPLE_OFFICE.counters.find((counter) => counter.id === id)?.own[0] ?? '';
    await kiosk.send('ticket:take', { services: [service], priority: 'regular' });
  }
  const press = async (id: number) => {
    const reply = await clerk(id).send('ticket:call-next', { expects: null });
    return reply.ok ? (reply.answer.called?.ticket ?? '') : '';
  };
  const first = await press(1);
  await press(4);
  const second = await press(2);
  await press(5);
  await clerk(1).send('ticket:recall', { expects: first });
  await clerk(2).send('ticket:undo-call', { expects: second });
  await press(3);
  await press(6);
  return clerk;
}

describe('six counters of two zones that call at once, a recall and an undo among them', () => {
  it('[B1] [B16] [B17] [B18] [B23] each zone shows and speaks its own in order, also when its speaker goes in the middle', async () => {
    const [ground, first] = [await aWitness('ground'), await aWitness('first')];
    const speaker = await aDisplay('ground');
    await ground.until(({ voice }) => voice.speaker !== null);
    const [other, above] = [await aDisplay('ground'), await aDisplay('first')];
    await first.until(({ voice }) => voice.speaker !== null);

    const clerk = await sixClerksPress();
    const below = (await ground.until(({ calls }) => calls.length === 2 && calls[0]?.counter === 3)).calls;
    const [last, renewed] = below.map(({ callSeq }) => callSeq);
    const upstairs = (await first.until(({ calls }) => calls.length === 3)).calls;
    await expect.poll(() => rows(other)).toEqual(below.map(({ number, counter }) => `${number}${counter}`));
    await expect.poll(() => rows(above)).toEqual(upstairs.map(({ number, counter }) => `${number}${counter}`));
    expect(below.map(({ counter }) => counter)).toEqual([3, 1]);
    expect(upstairs.map(({ counter }) => counter)).toEqual([6, 5, 4]);
    await passes([speaker, other, above], 50);
    await clerk(3).until(({ seen }) => seen?.shown === true);

    // The one that speaks goes while it does.
    await expect.poll(() => spokenBy(speaker)).toHaveLength(1);
    const [begun] = await spokenBy(speaker);
    await speaker.context().close();
    await expect.poll(() => spokenBy(other), { timeout: 60_000 }).toEqual([renewed, last]);
    expect(begun).toBeLessThan(renewed ?? 0);
    await clerk(3).until(({ seen }) => seen?.spoken === true);
    await expect
      .poll(() => spokenBy(above), { timeout: 60_000 })
      .toEqual(upstairs.map(({ callSeq }) => callSeq).toReversed());
    await clerk(6).until(({ seen }) => seen?.spoken === true);

    // The big zones go on as if nothing had happened: each call in turn, eight seconds.
    for (let second = 0; second < 30; second += 1) await passes([other, above], 1_000);
    for (const [page, order] of [
      [other, [begun, renewed, last]],
      [above, upstairs.map(({ callSeq }) => callSeq).toReversed()],
    ] as const) {
      const { shown } = await told(page);
      expect(shown.map(({ callSeq }) => callSeq)).toEqual(order);
      for (const { from, until } of shown.slice(0, -1)) expect((until ?? 0) - from).toBeGreaterThanOrEqual(8_000);
    }
    expect(await other.locator('.call-row.lit').count()).toBe(0);
  }, 180_000);

  it('[B18] nobody says of a call that it was shown or spoken who is not the display that has it', async () => {
    const clerk = await sixClerksPress();
    const [ground, first] = [await aWitness('ground'), await aWitness('first')];
    const { callSeq: call } = (await ground.until(({ calls }) => calls.length === 2)).calls[0] ?? { callSeq: 0 };
    const says = [
      await first.send('call:shown', { call }),
      await ground.send('call:shown', { call: call + 1_000 }),
      await ground.send('call:speak', { call, lastsMs: 6_000 }),
      await ground.send('call:spoken', { call, outcome: 'spoken' }),
      await clerk(3).send('call:shown', { call }),
    ];
    expect(says.map((reply) => (reply.ok ? 'yes' : reply.refusal))).toEqual([
      ...['no-such-call', 'no-such-call', 'not-your-voice', 'no-such-call', 'not-allowed'],
    ]);
    expect(clerk(3).view().seen).toEqual({ shown: false, spoken: false, trouble: null });
    await ground.send('call:shown', { call });
    await clerk(3).until(({ seen }) => seen?.shown === true);
  });

  it('[B16] the small display above a counter has that one alone, speaks nothing, and is known to be well', async () => {
    const context = keep(await browser.newContext());
    const page = await context.newPage();
    await page.goto(`${house.url}display/?counter=3`);
    const clerk = await sixClerksPress();
    const number = clerk(3).view().current?.number ?? '';
    await page.locator('.sign', { hasText: number }).waitFor();
    expect(await page.locator('.call-row').count()).toBe(0);
    const manager = keep(new Client(house.url, 'view:machines', { role: 'manager', counter: null }));
    const { machines } = await manager.until((view) => view.machines.some(({ id }) => id === 'local-display-3'));
    expect(machines.find(({ id }) => id === 'local-display-3')).toMatchObject({
      ...{ role: 'display', counter: 3, isHere: true },
      health: { sound: null },
    });
    expect(clerk(3).view().seen).toMatchObject({ shown: false, spoken: false });
  });

  it('[B19] a clerk whose call no display shows is told so', async () => {
    const clerk = await sixClerksPress();
    house.clock.at += 3_000;
    house.hall.tick();
    await clerk(6).until(({ seen }) => seen?.trouble === 'not-shown');
  });
});
