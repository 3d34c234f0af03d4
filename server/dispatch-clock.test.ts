import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decide } from '#core/decide.ts';
import { HOUR, MINUTE } from '#shared/domain/business-day.ts';
import { Dispatcher } from './dispatch.ts';
import { NO_HAND } from './ports.ts';
import { SqliteJournal } from './store/journal.ts';
import { openDatabase } from './store/open-database.ts';
import { MONDAY_EIGHT, sampleSetup } from './testing/sample-setup.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

it('[D5] whoever comes after the clock was set back stands behind those who came before, also after a restart', () => {
  const file = join(temporaryFolder(), 'office.db');
  const journal = new SqliteJournal(openDatabase(file), Buffer.alloc(32, 1));
  const clock = { at: MONDAY_EIGHT };
  const house = () => {
    let work: (() => void)[] = [];
    let ids = 0;
    const dispatcher = new Dispatcher({
      ...{ journal, setup: sampleSetup(), decide },
      clock: { now: () => clock.at },
      newId: () => `made-by-the-house-${++ids}-${clock.at}`,
      afterThisTurn: (turn) => void work.push(turn),
      announce: { changed: () => undefined, kept: () => undefined, fault: () => undefined },
      giveUp: (cause) => {
        throw cause;
      },
    });
    const take = () => {
      const input = { services: ['dat-dai'], priority: 'regular' };
      const commandId = `press-at-${clock.at}`;
      const who = { role: 'kiosk', counter: null, hand: NO_HAND } as const;
      dispatcher.submit({ ...who, commandId, name: 'ticket:take', input, answer: () => undefined });
      const turns = work;
      work = [];
      for (const turn of turns) turn();
      return [...(dispatcher.now().lines.get('dat-dai')?.take(9) ?? [])].map(({ number }) => number);
    };
    return { take };
  };
  house().take();
  clock.at -= HOUR;
  expect(house().take()).toEqual(['A001', 'A002']);
  clock.at += 5 * MINUTE;
  expect(house().take()).toEqual(['A001', 'A002', 'A003']);
});
