import { sampleSetup } from '#server/testing/sample-setup.ts';
import { createChance } from '#tests/day/chance.ts';
import { HURRIED, kill, startHallProcess } from '#tests/hall/hall-process.ts';
import { compare, gaps, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import type { FaultOutcome } from './outcome.ts';
import { openPage } from './page-in-node.ts';
import { FaultyLine } from './proxy.ts';

export type DroppedAnswers = FaultOutcome & { dropped: number; gaps: number; issued: number };

/** Each page asks for one service, so that no letter runs out. */
const SERVICES = sampleSetup().services.map(({ id }) => id);

/**
 * Kiosks press, and lose every answer once: the server has given out the number, the kiosk does not know it and asks again.
 * @param options.presses of all kiosks together; a letter has 999
 * @param options.anywhere cut the line at a random byte instead, also in the middle of a picture
 */
export async function dropAnswers({
  seed,
  presses,
  kiosks = 20,
  anywhere = false,
}: {
  seed: number;
  presses: number;
  kiosks?: number;
  anywhere?: boolean;
}): Promise<DroppedAnswers> {
  const { dataDir, remove } = newOfficeFolder();
  const hall = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' }, HURRIED);
  const { port } = new URL(hall.url);
  const told: Told = { taken: [], called: [] };
  const recoveryMs: number[] = [];
  let left = presses;
  const visitors = async (index: number): Promise<number> => {
    const chance = createChance(seed, 'answers', index);
    const line = await FaultyLine.open(port);
    const page = openPage(line.url, 'view:kiosk', { role: 'kiosk' });
    await page.until(({ view }) => view.value !== null);
    const service = SERVICES[index % SERVICES.length] ?? '';
    while (left > 0) {
      left -= 1;
      if (anywhere) line.cutAfter(Math.floor(chance.between(1, 4_000)));
      else line.dropNextAnswer();
      const pressedAt = performance.now();
      const reply = await page.send('ticket:take', { services: [service], priority: 'regular' });
      if (!reply.ok) throw new Error(reply.refusal);
      recoveryMs.push(performance.now() - pressedAt);
      told.taken.push({ ticket: reply.answer.ticket, number: reply.answer.number });
    }
    page.close();
    await line.close();
    return line.dropped;
  };
  const dropped = await Promise.all(Array.from({ length: kiosks }, (_, index) => visitors(index)));
  await kill(hall.child);
  const entries = readJournal(dataDir);
  remove();
  return {
    rounds: presses,
    acknowledged: told.taken.length,
    ...compare(told, entries),
    recoveryMs,
    dropped: dropped.reduce((sum, count) => sum + count, 0),
    gaps: gaps(entries),
    issued: entries.filter(({ command }) => command === 'ticket:take').length,
  };
}
