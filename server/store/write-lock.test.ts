import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CommitFailed } from '#server/ports.ts';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { SqliteJournal } from './journal.ts';
import { openDatabase } from './open-database.ts';

it('a turn has the write lock before anything is decided: when somebody else holds it, nothing is even begun', () => {
  const file = join(temporaryFolder(), 'office.db');
  const journal = new SqliteJournal(openDatabase(file), Buffer.alloc(32, 7));
  const other = openDatabase(file);
  other.exec('BEGIN IMMEDIATE');
  let begun = 0;
  const turn = () => {
    begun += 1;
  };
  expect(() => journal.transaction(turn)).toThrow(CommitFailed);
  expect(begun).toBe(0);
  other.exec('ROLLBACK');
  journal.transaction(turn);
  expect(begun).toBe(1);
});
