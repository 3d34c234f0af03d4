import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { joinDisplay } from '#tests/hall/test-hall.ts';
import { type Line, line, percentile } from './line.ts';
import { joinPhones } from './phones.ts';
import { startBare } from './start-bare.ts';
import { newFolder, startHall } from './start-hall.ts';

const MEGABYTE = 2 ** 20;
/** About as long as the picture of a phone on a busy morning. */
const PICTURE = { picture: 'x'.repeat(2_000) };

/** From kill -9 to a display that is live again ÷ a start; what the hall holds when it is ready, and for each connection. */
export async function lifeLines(rounds: number, phones: number): Promise<Line[]> {
  const folder = newFolder();
  const starts: number[] = [];
  const backs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const hall = await startHall('durable', folder);
    starts.push(hall.startMs);
    const board = await joinDisplay(hall.url);
    const gone = once(hall.child, 'exit');
    const back = new Promise<void>((live) => {
      board.socket.once('disconnect', () => board.socket.once('view:board', () => live()));
    });
    const killed = performance.now();
    hall.child.kill('SIGKILL');
    await gone;
    const again = await startHall('durable', folder, new URL(hall.url).port);
    await back;
    backs.push(performance.now() - killed);
    board.close();
    await again.close();
  }
  rmSync(folder, { recursive: true, force: true });
  return [
    line('kill -9 → display live again ÷ start', percentile(backs, 0.5), percentile(starts, 0.5), 'ms', '≤ 3'),
    ...(await memoryLines(phones)),
  ];
}

async function memoryLines(phones: number): Promise<Line[]> {
  const hall = await startHall('durable');
  const ready = (await hall.ask()).rss;
  const each = await growth(hall, phones);
  await hall.close();
  const bare = await startBare(PICTURE);
  const bareEach = await growth(bare, phones);
  bare.child.disconnect();
  const name = `memory for each of ${phones.toLocaleString('en')} connections ÷`;
  return [
    line('memory when ready ÷ 100 MB', ready / MEGABYTE, 100, 'MB', '≤ 1'),
    line(`${name} 35 kB`, each, 35, 'kB', '≤ 1'),
    line(`${name} bare Socket.IO`, each, bareEach, 'kB', ''),
  ];
}

/** @returns kB a phone */
async function growth(server: { url: string; ask(): Promise<{ rss: number }> }, phones: number): Promise<number> {
  const before = (await server.ask()).rss;
  const crowd = await joinPhones(server.url, phones);
  const after = (await server.ask()).rss;
  crowd.close();
  return (after - before) / 1024 / phones;
}
