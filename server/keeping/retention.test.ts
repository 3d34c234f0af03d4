import { rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DataFolder } from '#server/settings/data-folder.ts';
import { KeptOffice } from '#server/testing/kept-office.ts';
import { DAY, HOUR } from '#shared/domain/business-day.ts';
import { NO_DOSSIERS } from '#shared/domain/dossiers.ts';
import { readHeads } from './report-files.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

const SLOW = 120_000;
const KEEP_DAYS = 30;
let office: KeptOffice;

function sql<T>(folder: DataFolder, query: string): T[] {
  const db = new Database(folder.databaseFile);
  const rows = db.prepare(query).pluck().all() as T[]; // the one column the test asks for
  db.close();
  return rows;
}
const faults = async () => {
  const { databaseFile, reportsFolder } = office.folder;
  const findings = await verify({ databaseFile, key: office.key, heads: readHeads(reportsFolder) });
  return findings.filter(({ isGood }) => !isGood).map(({ text }) => text);
};
const daysLeft = () => office.store.upkeep.days().map(({ day }) => day);

/** Twenty days of work, then a fortnight in which nobody came: the first three days are older than is kept. It is the evening. */
beforeEach(async () => {
  office = new KeptOffice({ keepDays: KEEP_DAYS });
  office.daysPass(20);
  office.now += 13 * DAY;
  await office.morning().kept();
  office.now += 9.5 * HOUR;
}, SLOW);

it('the newest days are those that all days end with, and as many as there are', { timeout: SLOW }, () => {
  const { upkeep } = office.store;
  const all = upkeep.days();
  expect(all.length).toBe(22);
  expect(upkeep.days(2)).toEqual(all.slice(-2));
  expect(upkeep.days(100)).toEqual(all);
});

describe('old days', { timeout: SLOW }, () => {
  it('[R12] leave the journal one at a time, in the evening, behind a good backup', async () => {
    expect(daysLeft()).toHaveLength(22);
    await office.kept();
    // The backup of the closed day was made; only then may anything go.
    expect(daysLeft()).toHaveLength(22);
    await office.kept();
    expect(daysLeft()).toHaveLength(21);
    await office.kept(5);
    expect(daysLeft()[0]).toBe('2026-11-26');
    expect(daysLeft()).toHaveLength(19);
    expect(sql(office.folder, 'SELECT DISTINCT day FROM closed_ticket ORDER BY day LIMIT 1')).toEqual(['2026-11-26']);
  });

  it('[R12] stay while the backup of that evening does not succeed', async () => {
    rmSync(office.folder.backupsFolder, { recursive: true });
    writeFileSync(office.folder.backupsFolder, 'a file where the folder should be');
    await office.kept(4);
    expect(daysLeft()).toHaveLength(22);
  });

  it('[R12] leave their counts, and a chain that goes on', async () => {
    await office.kept(6);
    expect(office.store.upkeep.removedDays().map(({ day, counts }) => [day, JSON.parse(counts)])).toEqual(
      ['2026-11-23', '2026-11-24', '2026-11-25'].map((day) => [
        day,
        {
          ...{ day, issued: 3, outcomes: { 'dat-dai': { served: 1, 'no-show': 0, cancelled: 0, expired: 2 } } },
          dossiers: { 'dat-dai': { ...NO_DOSSIERS, all: 1, appointment: 1, direct: 1 } },
        },
      ]),
    );
    expect(await faults()).toEqual([]);
    office.reopen();
    expect(office.store.isIntact).toBe(true);
    const { seq } = office.store.upkeep.head();
    office.now += 14.5 * HOUR;
    office.morning();
    expect(office.store.upkeep.head().seq).toBeGreaterThan(seq);
    expect(await faults()).toEqual([]);
  });

  it('[R12] stay whole when the power is cut in the middle', async () => {
    await office.kept();
    const db = new Database(office.folder.databaseFile);
    // What fails last of a removal, as if it had been cut there.
    db.exec(`CREATE TRIGGER cut BEFORE DELETE ON closed_ticket BEGIN SELECT raise(ABORT, 'cut'); END`);
    await office.kept(2);
    expect(office.logged).toContain('2026-11-23 could not be taken out of the journal.');
    expect(daysLeft()).toHaveLength(22);
    expect(office.store.upkeep.removedDays()).toEqual([]);
    db.exec('DROP TRIGGER cut');
    db.close();
    expect(await faults()).toEqual([]);
    office.reopen();
    await office.kept(6);
    expect(daysLeft()).toHaveLength(19);
  });

  it('[R12] that somebody has changed stay: a signature would make them true', async () => {
    sql(office.folder, `UPDATE journal SET input = '{"x":1}' WHERE seq = 3 RETURNING seq`);
    await office.kept(4);
    expect(daysLeft()).toHaveLength(22);
    expect(office.logged).toContain(
      '2026-11-23 stays in the journal although it is old: its entries do not fit their chain.',
    );
  });

  it('[R12] are few even when the clock runs ten years ahead: half of what is kept stays', async () => {
    office.now += 3650 * DAY + 14.5 * HOUR;
    await office.morning().evening().kept(60);
    expect(daysLeft().length).toBe(KEEP_DAYS / 2);
    expect(await faults()).toEqual([]);
  });

  it.each([
    [
      'changed counts',
      `UPDATE checkpoint SET counts = replace(counts, '3', '9') WHERE day = '2026-11-24'`,
      '2026-11-24',
    ],
    ['a changed end', `UPDATE checkpoint SET seq = seq - 1 WHERE day = '2026-11-25'`, '2026-11-25'],
    ['a checkpoint taken out', `DELETE FROM checkpoint WHERE day = '2026-11-23'`, '2026-11-24'],
  ])('[R11] leave checkpoints of which is found out: %s', async (_what, change, day) => {
    await office.kept(6);
    sql(office.folder, `${change} RETURNING seq`);
    expect((await faults())[0]).toContain(`The checkpoint of ${day}`);
    office.reopen();
    expect(office.store.isIntact).toBe(false);
  });

  it('[R11] leave checkpoints of which is found out: the last one taken out', async () => {
    await office.kept(6);
    sql(office.folder, `DELETE FROM checkpoint WHERE day = '2026-11-25' RETURNING seq`);
    expect((await faults())[0]).toContain('does not fit the chain');
  });

  it('[R10] are gone in a backup of afterwards, which is restored all the same', async () => {
    await office.kept(6);
    const backup = await office.backup();
    office.close();
    restore(office.folder, backup, office.now);
    office.reopen();
    expect(daysLeft()).toHaveLength(19);
    expect(await faults()).toEqual([]);
  });
});
