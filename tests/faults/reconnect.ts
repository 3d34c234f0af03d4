import { createChance } from '#tests/day/chance.ts';
import { type HallProcess, HURRIED, kill, startHallProcess } from '#tests/hall/hall-process.ts';
import { compare, gaps, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import type { FaultOutcome } from './outcome.ts';
import { isSame, type NodePage, openPage } from './page-in-node.ts';

export type Reconnected = FaultOutcome & {
  /** Pages that had the whole newest picture after each restart. */
  whole: number;
};

type Kiosk = NodePage<'view:kiosk'>;
type Counter = { page: NodePage<'view:counter'>; id: number };

const COUNTERS = 14;

/**
 * Kills the server while all kiosks and counters press, and starts it again: every page comes back at once. Each must show what a
 * page shows that has only just been opened, and each press under way must have been carried out once.
 * @param pages of all roles together
 */
export async function reconnectAll({
  seed,
  pages,
  rounds,
}: {
  seed: number;
  pages: number;
  rounds: number;
}): Promise<Reconnected> {
  const chance = createChance(seed, 'reconnect');
  const { dataDir, remove } = newOfficeFolder();
  let hall = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' }, HURRIED);
  const crowd = openCrowd(hall.url, pages);
  await crowd.allIn();
  for (const { page } of crowd.counters) await page.send('counter:open', {});

  const told: Told = { taken: [], called: [] };
  const recoveryMs: number[] = [];
  // They come back spread over seconds, and wait up to ten when they knock while the server is still away.
  let lastPhoneMs = 0;
  let whole = 0;
  for (let round = 0; round < rounds; round += 1) {
    let answered = 0;
    let onAnswer: () => void = () => undefined;
    const hear = () => {
      answered += 1;
      onAnswer();
    };
    const killAfter = Math.floor(chance.between(1, crowd.kiosks.length));
    const reached = new Promise<void>((now) => {
      onAnswer = () => {
        if (answered >= killAfter) now();
      };
    });
    const presses = pressAll(crowd, told, hear);
    await reached;
    await kill(hall.child);
    const killedAt = performance.now();
    hall = await startHallProcess({ DATA_DIR: dataDir, PORT: new URL(hall.url).port }, HURRIED);
    await Promise.all(presses);
    whole += await crowd.untilWhole(hall, (isPhone) => {
      const ms = performance.now() - killedAt;
      if (isPhone) lastPhoneMs = Math.max(lastPhoneMs, ms);
      else recoveryMs.push(ms);
    });
  }
  crowd.close();
  await kill(hall.child);
  const entries = readJournal(dataDir);
  remove();
  const difference = compare(told, entries);
  return {
    rounds,
    acknowledged: told.taken.length + told.called.length,
    lost: difference.lost,
    doubled: difference.doubled + gaps(entries),
    recoveryMs,
    whole,
    note: `${pages} pages; the last phone after ${(lastPhoneMs / 1000).toFixed(1)} s`,
  };
}

/** Every kiosk and every counter presses once. */
function pressAll({ kiosks, counters }: ReturnType<typeof openCrowd>, told: Told, hear: () => void): Promise<void>[] {
  const take = async (kiosk: Kiosk) => {
    const reply = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
    if (!reply.ok) throw new Error(reply.refusal);
    told.taken.push(reply.answer);
    hear();
  };
  const call = async ({ page, id }: Counter) => {
    const expects = page.picture().current?.ticket ?? null;
    const reply = await page.send('ticket:call-next', { expects });
    if (!reply.ok && reply.refusal !== 'nobody-waiting') throw new Error(reply.refusal);
    const called = reply.ok ? reply.answer.called : null;
    if (called) told.called.push({ ticket: called.ticket, counter: id });
    hear();
  };
  return [...kiosks.map(take), ...counters.map(call)];
}

/** A hall's worth of pages: a seventh are kiosks, a counter page a counter, the rest displays and phones. */
function openCrowd(url: string, count: number) {
  const many = <T>(length: number, open: (index: number) => T): T[] =>
    Array.from({ length }, (_, index) => open(index));
  const openCounter = (id: number) => openPage(url, 'view:counter', { role: 'counter', counter: id });
  const kiosks: Kiosk[] = many(Math.floor(count / 7), () => openPage(url, 'view:kiosk', { role: 'kiosk' }));
  const counters: Counter[] = many(COUNTERS, (index) => ({ page: openCounter(index + 1), id: index + 1 }));
  const rest = count - kiosks.length - counters.length;
  const phones = many(Math.floor(rest / 2), () => openPage(url, 'view:phone', { role: 'phone' }));
  const displays = many(rest - phones.length, () => openPage(url, 'view:board', { role: 'display' }));
  const all = [...kiosks, ...counters.map(({ page }) => page), ...phones, ...displays];
  return {
    kiosks,
    counters,
    allIn: async () => {
      await Promise.all(all.map((page) => page.until(({ view }) => view.value !== null)));
    },
    /** @returns how many pages show what a page of their kind shows that has been opened after the restart */
    async untilWhole({ url: now }: HallProcess, onWhole: (isPhone: boolean) => void): Promise<number> {
      const fresh = {
        kiosk: openPage(now, 'view:kiosk', { role: 'kiosk' }),
        phone: openPage(now, 'view:phone', { role: 'phone' }),
        display: openPage(now, 'view:board', { role: 'display' }),
        counters: counters.map(({ id }) => openPage(now, 'view:counter', { role: 'counter', counter: id })),
      };
      const ofPhones = phones.map((page) => untilSame(page, fresh.phone));
      const ofTheHall = [
        ...kiosks.map((page) => untilSame(page, fresh.kiosk)),
        ...displays.map((page) => untilSame(page, fresh.display)),
        ...counters.flatMap(({ page }, index) =>
          fresh.counters.slice(index, index + 1).map((one) => untilSame(page, one)),
        ),
      ];
      await Promise.all([
        ...ofTheHall.map((page) => page.then(() => onWhole(false))),
        ...ofPhones.map((phone) => phone.then(() => onWhole(true))),
      ]);
      for (const page of [fresh.kiosk, fresh.phone, fresh.display, ...fresh.counters]) page.close();
      return ofTheHall.length + ofPhones.length;
    },
    close() {
      for (const page of all) page.close();
    },
  };
}

function untilSame<V extends 'view:kiosk' | 'view:phone' | 'view:board' | 'view:counter'>(
  page: NodePage<V>,
  fresh: NodePage<V>,
): Promise<void> {
  return page.until(({ online, view }) => isSame(view.value, fresh.view.value) && online.value === 'online');
}
