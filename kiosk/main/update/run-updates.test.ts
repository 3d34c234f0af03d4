import { expect, it } from 'vitest';
import { createClock, settle } from '#kiosk/main/testing/hand-clock.ts';
import { FIRST_LOOK_MS, LOOK_EVERY_MS, runUpdates, TRIAL_MS } from './run-updates.ts';
import type { Beginning, UpdateOutcome } from './updater.ts';

async function anApp(beginning: Beginning, outcome: () => UpdateOutcome = () => 'not-newer') {
  const clock = createClock();
  const done: string[] = [];
  const said: string[] = [];
  const app = { isWell: false };
  const updater = {
    begin: async () => beginning,
    async look() {
      done.push('looked');
      return outcome();
    },
    well: async () => void done.push('well'),
    late: async () => void done.push('late'),
  };
  void runUpdates({
    ...{
      updater,
      later: clock.later,
      ticks: clock.ticks,
      say: (line: string) => void said.push(line),
      found: () => undefined,
    },
    watch: { isWell: () => app.isWell },
  });
  await settle();
  return { clock, done, said, app };
}

it('looks two minutes after the start and every quarter of an hour from then on, and says the same once', async () => {
  const { clock, done, said } = await anApp('as-usual');
  await clock.pass(FIRST_LOOK_MS - 1);
  expect(done).toEqual([]);
  await clock.pass(1 + 3 * LOOK_EVERY_MS);
  expect(done).toEqual(['looked', 'looked', 'looked', 'looked']);
  expect(said).toEqual(['Cập nhật: không mới hơn bản đang chạy. / Update: not newer than what runs here.']);
});

it('keeps a new version whose pages are well, and looks for the next one', async () => {
  const { clock, done, app } = await anApp('on-trial');
  await clock.pass(60_000);
  expect(done).toEqual([]);
  app.isWell = true;
  await clock.pass(5_000);
  expect(done).toEqual(['well']);
  await clock.pass(FIRST_LOOK_MS);
  expect(done).toEqual(['well', 'looked']);
});

it('gives a new version back that is not well after ten minutes', async () => {
  const { clock, done, said } = await anApp('on-trial');
  await clock.pass(TRIAL_MS - 5_000);
  expect(done).toEqual([]);
  await clock.pass(5_000);
  expect(done).toEqual(['late']);
  expect(said.at(-1)).toContain('going back');
});

it('goes on after whatever went wrong: no update is worth a kiosk that stands still', async () => {
  const faults = ['EACCES', 'ENOSPC'];
  const { clock, done, said } = await anApp('as-usual', () => {
    const fault = faults.shift();
    if (fault) throw new Error(fault);
    return 'waits';
  });
  await clock.pass(FIRST_LOOK_MS + 2 * LOOK_EVERY_MS);
  expect(done.length).toBe(3);
  expect(said.map((line) => line.split(' / ')[1])).toEqual([
    'Update: EACCES',
    'Update: ENOSPC',
    'Update: a new version is ready and waits for a quiet hour.',
  ]);
});
