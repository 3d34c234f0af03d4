import { HURRIED, kill, startHallProcess } from '#tests/hall/hall-process.ts';
import { compare, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import { type FaultOutcome, spreadOf } from './outcome.ts';
import { isSame, type NodePage, openPage } from './page-in-node.ts';
import { FaultyLine, type Way } from './proxy.ts';

export type HalfOpen = FaultOutcome & {
  /** From the silence to the page that says so. */
  pageNoticedMs: number[];
  /** From the silence to the server that counts this page as gone. */
  serverNoticedMs: number[];
};

const WAYS: readonly (readonly Way[])[] = [['to-server'], ['to-page'], ['to-server', 'to-page']];

/**
 * Lines go silent without being cut: towards the server, towards the page, both. On each a press is under way. Both sides have
 * to notice; when the silence ends, every page comes back with the whole picture.
 * @param lines how many; all of them at the same time
 */
export async function goSilent({ lines: count }: { lines: number }): Promise<HalfOpen> {
  const { dataDir, remove } = newOfficeFolder();
  const hall = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' }, HURRIED);
  const { port } = new URL(hall.url);
  const told: Told = { taken: [], called: [] };
  const lines = await Promise.all(Array.from({ length: count }, () => FaultyLine.open(port)));
  const pages = lines.map(({ url }) => openPage(url, 'view:kiosk', { role: 'kiosk' }));
  await Promise.all(pages.map((page) => page.until(({ view }) => view.value !== null)));

  const manager = openPage(hall.url, 'view:manager', { role: 'manager' });
  await manager.until(({ view }) => view.value?.pages.kiosk === count);

  const silentAt = performance.now();
  const gone = Array.from({ length: count }, (_, index) =>
    manager.until(({ view }) => (view.value?.pages.kiosk ?? count) <= index).then(() => performance.now() - silentAt),
  );
  const noticed = pages.map((page) =>
    page.until(({ online }) => online.value === 'offline').then(() => performance.now() - silentAt),
  );
  lines.forEach((line, index) => {
    line.hold(...(WAYS[index % WAYS.length] ?? []));
  });
  const presses = pages.map((page) => take(page, told));
  const pageNoticedMs = await Promise.all(noticed);
  const serverNoticedMs = await Promise.all(gone);
  // What the pages have missed.
  const other = openPage(hall.url, 'view:kiosk', { role: 'kiosk' });
  await take(other, told);

  const healedAt = performance.now();
  for (const line of lines) line.release();
  await Promise.all(presses);
  const recoveryMs = await Promise.all(
    pages.map(async (page) => {
      await page.until(({ online, view }) => online.value === 'online' && isSame(view.value, other.view.value));
      return performance.now() - healedAt;
    }),
  );
  for (const page of [...pages, other, manager]) page.close();
  await kill(hall.child);
  await Promise.all(lines.map((line) => line.close()));
  const entries = readJournal(dataDir);
  remove();
  return {
    rounds: count,
    acknowledged: told.taken.length,
    ...compare(told, entries),
    recoveryMs,
    ...{ pageNoticedMs, serverNoticedMs },
    note: `noticed by the page within ${maximum(pageNoticedMs)} s, by the server within ${maximum(serverNoticedMs)} s`,
  };
}

async function take(page: NodePage<'view:kiosk'>, told: Told) {
  const reply = await page.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  if (!reply.ok) throw new Error(reply.refusal);
  told.taken.push(reply.answer);
}

function maximum(ms: readonly number[]): string {
  return spreadOf(ms)?.max.toFixed(1) ?? '?';
}
