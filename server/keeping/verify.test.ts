import { execFile } from 'node:child_process';
import { rmSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { KeptOffice } from '#server/testing/kept-office.ts';
import { headText } from './day-report.ts';
import { readHeads } from './report-files.ts';
import { type Finding, verify, type WantedHead } from './verify.ts';

const SLOW = 60_000;
let office: KeptOffice;

const look = (heads: readonly WantedHead[] = readHeads(office.folder.reportsFolder)) =>
  verify({ databaseFile: office.folder.databaseFile, key: office.key, heads });
const faults = (findings: readonly Finding[]) => findings.filter(({ isGood }) => !isGood).map(({ text }) => text);
/** As somebody would who may write to the file but has no key. */
function tamper(sql: string) {
  const db = new Database(office.folder.databaseFile);
  db.exec(sql);
  db.close();
}

describe('a look at the whole database', { timeout: SLOW }, () => {
  beforeEach(async () => {
    office = new KeptOffice();
    for (let day = 0; day < 3; day += 1) {
      await office.morning().evening().kept();
      office.now += 14.5 * 3_600_000;
    }
    office.morning();
  });

  it('[R11] finds nothing wrong in an honest one, while the server runs', async () => {
    const findings = await look();
    expect(faults(findings)).toEqual([]);
    expect(findings.map(({ text }) => text)).toContain(
      'Đủ 3 mã chốt đã in / All 3 heads of reports are in the journal',
    );
  });

  it.each([
    ['a changed entry', `UPDATE journal SET answer = '{"number":"A999"}' WHERE seq = 5`, /Entry 5 does not fit/],
    ['a removed entry', 'DELETE FROM journal WHERE seq = 5', /Entry 6 does not fit/],
    ['a beginning cut off', 'DELETE FROM journal WHERE seq < 9', /Entry 9 does not fit/],
    ['a changed ticket', `UPDATE closed_ticket SET outcome = 'served' WHERE number = 'A002'`, /2026-11-23 A002/],
    ['a removed ticket', `DELETE FROM closed_ticket WHERE number = 'A003' AND day = '2026-11-24'`, /2026-11-24 A003/],
  ])('[R11] finds %s', async (_what, sql, found) => {
    tamper(sql);
    expect((await look()).filter(({ isGood }) => !isGood)[0]?.text).toMatch(found);
  });

  it('[R11] finds an end cut off, and names the first head that is missing', async () => {
    const [, second] = readHeads(office.folder.reportsFolder);
    office.close();
    // All of the second day and of what came after, cleanly, as if it had never been.
    tamper(`DELETE FROM journal WHERE day >= '2026-11-24'; DELETE FROM closed_ticket WHERE day >= '2026-11-24'`);
    expect(faults(await look([]))).toEqual([]);
    const [fault] = faults(await look());
    expect(fault).toContain(`2026-11-24, ${second?.seq}: ${headText(second?.chain ?? Buffer.alloc(0))}`);
  });

  it('[R11] finds, or misses, a head that somebody typed from paper', async () => {
    const [first, second] = readHeads(office.folder.reportsFolder);
    if (!first || !second) throw new Error('There are no reports.');
    tamper(`DELETE FROM journal WHERE seq >= ${second.seq}; DELETE FROM closed_ticket WHERE day >= '2026-11-24'`);
    const fault = async (chain: Buffer) => faults(await look([{ chain }])).filter((text) => text.includes('head'));
    expect(await fault(first.chain)).toEqual([]);
    expect(await fault(second.chain)).toHaveLength(1);
  });

  it('[R11] says so when the file is damaged or gone', async () => {
    office.close();
    truncateSync(office.folder.databaseFile, 30_000);
    expect(faults(await look())).toHaveLength(1);
    rmSync(office.folder.databaseFile);
    expect(faults(await look())[0]).toContain('missing');
  });
});

describe('the programs', { timeout: SLOW }, () => {
  const run = async (name: string, ...args: string[]) => {
    const program = resolve(import.meta.dirname, `run-${name}.ts`);
    const env = { ...process.env, DATA_DIR: office.folder.path, INIT_CWD: office.folder.backupsFolder };
    return promisify(execFile)(process.execPath, [program, ...args], { env }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        said: error.stdout + error.stderr,
      }),
    );
  };
  beforeEach(async () => {
    office = await new KeptOffice().morning().evening().kept();
  });

  it('[R9] `backup` makes one more while the server runs', async () => {
    const { code, said } = await run('backup');
    expect([code, said]).toEqual([0, expect.stringContaining(`up to entry ${office.store.upkeep.head().seq}`)]);
  });

  it('[R10] `restore` without a file names the newest; with a running server refuses; else does it', async () => {
    const file = await office.backup();
    expect(await run('restore')).toMatchObject({ code: 1, said: expect.stringContaining(file) });
    expect(await run('restore', file)).toMatchObject({ code: 1, said: expect.stringContaining('running server') });
    office.close();
    // By its name alone, from the folder where the command was typed.
    const [name = ''] = file.split(/[\\/]/).slice(-1);
    expect(await run('restore', name)).toMatchObject({
      code: 0,
      said: expect.stringContaining(join(office.folder.path, 'replaced-')),
    });
  });

  it('[R11] `verify` ends with 0, or with 1 when something is wrong', async () => {
    expect(await run('verify')).toMatchObject({ code: 0, said: expect.stringContaining('All 1 heads') });
    const [head] = readHeads(office.folder.reportsFolder);
    expect(await run('verify', '--head', headText(head?.chain ?? Buffer.alloc(0)))).toMatchObject({ code: 0 });
    expect(await run('verify', '--head', headText(Buffer.alloc(32, 9)))).toMatchObject({ code: 1 });
    tamper(`UPDATE journal SET answer = '{"number":"A999"}' WHERE seq = 2`);
    expect(await run('verify')).toMatchObject({ code: 1, said: expect.stringContaining('Entry 2 does not fit') });
  });
});
