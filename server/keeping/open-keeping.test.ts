import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupsIn } from '#server/store/backup-files.ts';
import { checkCopy, newestGoodBackup } from '#server/store/snapshot.ts';
import { KeptOffice } from '#server/testing/kept-office.ts';
import { MONDAY_EIGHT } from '#server/testing/sample-setup.ts';
import { HOUR, MINUTE } from '#shared/domain/business-day.ts';

const SLOW = 60_000;
const names = (office: KeptOffice) => readdirSync(office.folder.backupsFolder).sort();

describe('backups while the hall is open', { timeout: SLOW }, () => {
  it('[R9] are made every hour in which something was kept, and hold it all', async () => {
    const office = await new KeptOffice().morning().kept();
    expect(names(office)).toEqual(['office-20261123T010000Z.db']);
    await office.later(HOUR);
    expect(names(office)).toHaveLength(1);
    await office.take().kept();
    expect(names(office)).toEqual(['office-20261123T010000Z.db', 'office-20261123T020000Z.db']);
    const [newest] = backupsIn(office.folder.backupsFolder);
    expect(checkCopy(newest?.file ?? '', office.key, 'all').seq).toBe(office.store.upkeep.head().seq);
    expect(office.keeping.state()).toEqual({ lastAt: MONDAY_EIGHT + HOUR, failed: false });
  });

  it('[R9] is made once more when the day is closed', async () => {
    const office = await new KeptOffice().morning().kept();
    await office.take().later(9 * HOUR + 29 * MINUTE);
    const before = names(office).length;
    // Two minutes after the last one, with nothing but the closing between them.
    await office.later(2 * MINUTE);
    expect(names(office)).toHaveLength(before + 1);
    await office.later(HOUR);
    expect(names(office)).toHaveLength(before + 1);
  });

  it('[R9] that fail stop nobody, are told, and are tried again', async () => {
    const office = new KeptOffice().morning();
    writeFileSync(office.folder.backupsFolder, 'a file where the folder should be');
    await office.kept();
    expect(office.keeping.state()).toEqual({ lastAt: null, failed: true });
    expect(office.logged).toContain('The backup failed; it is tried again in ten minutes.');
    office.take();
    rmSync(office.folder.backupsFolder);
    await office.later(9 * MINUTE);
    expect(office.keeping.state().failed).toBe(true);
    await office.later(MINUTE);
    expect(office.keeping.state()).toEqual({ lastAt: office.now, failed: false });
  });

  it('[R9] that a power cut left half-written never count, and are swept away later', async () => {
    const office = await new KeptOffice().morning().kept();
    const [whole = ''] = names(office);
    const folder = office.folder.backupsFolder;
    const half = readFileSync(join(folder, whole)).subarray(0, 9000);
    writeFileSync(join(folder, 'office-20261123T014500Z.db.77.partial'), half);
    // Even under a whole one's name: some disks lose the end of a file.
    writeFileSync(join(folder, 'office-20261123T015000Z.db'), half);
    expect(backupsIn(folder).map(({ at }) => at)).not.toContain(MONDAY_EIGHT + 45 * MINUTE);
    expect(newestGoodBackup(folder, office.key)).toBe(join(folder, whole));
    await office.take().later(400 * 24 * HOUR);
    expect(names(office).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('[R9] are fourteen at most', async () => {
    const office = await new KeptOffice().kept();
    for (let hour = 0; hour < 18; hour += 1)
      await office
        .take()
        .later(MINUTE)
        .then(() => office.backup());
    expect(names(office).length).toBeGreaterThan(14);
    await office.take().later(HOUR);
    expect(names(office)).toHaveLength(14);
    expect(backupsIn(office.folder.backupsFolder)[0]?.at).toBe(office.now);
  });

  it('[R9] of another journal than this one do not count as its last', async () => {
    const office = await new KeptOffice().morning().kept();
    const other = await new KeptOffice().daysPass(3).kept();
    const [file = ''] = names(other);
    const bytes = readFileSync(join(other.folder.backupsFolder, file));
    writeFileSync(join(office.folder.backupsFolder, 'office-20261123T013000Z.db'), bytes);
    office.reopen();
    expect(office.keeping.state().lastAt).toBeNull();
    await office.later(MINUTE);
    expect(office.keeping.state().lastAt).toBe(office.now);
  });

  it('[R9] are known again after a restart', async () => {
    const office = await new KeptOffice().morning().kept();
    office.reopen();
    await office.later(MINUTE);
    expect(office.keeping.state()).toEqual({ lastAt: MONDAY_EIGHT, failed: false });
    expect(names(office)).toHaveLength(1);
  });
});

describe('the report of a day', { timeout: SLOW }, () => {
  const reports = (office: KeptOffice) => {
    const { reportsFolder } = office.folder;
    return readdirSync(reportsFolder).map((name) => [name, readFileSync(join(reportsFolder, name), 'utf8')] as const);
  };

  it('[R11] is written when the day is closed: who came, how it ended, and the head of the journal', async () => {
    const office = await new KeptOffice().morning().evening().kept();
    const [[name, text] = ['', '']] = reports(office);
    expect(name).toBe('2026-11-23.txt');
    expect(text).toContain('Ngày / Day: 2026-11-23');
    expect(text).toContain('Số đã phát / Numbers given: 3');
    expect(text).toContain(
      'Hoàn tất / Served: 1   Vắng mặt / No-show: 0   Đã hủy / Cancelled: 0   Hết hiệu lực / Expired: 2',
    );
    const { seq, chain } = office.store.upkeep.head();
    expect(text).toContain(`Last journal entry: ${seq}`);
    expect(text.replaceAll(' ', '')).toContain(chain.toString('hex'));
  });

  it('[R11] is written once, also across a restart', async () => {
    const office = await new KeptOffice().morning().evening().kept();
    office.reopen();
    await office.kept();
    expect(reports(office)).toHaveLength(1);
  });

  it('[R11] is written in the morning when the house was off in the evening', async () => {
    const office = new KeptOffice().morning();
    office.now += 24 * HOUR;
    office.reopen();
    await office.kept();
    expect(reports(office).map(([name]) => name)).toEqual(['2026-11-23.txt']);
  });

  it('[R11] is never written over', async () => {
    const office = new KeptOffice();
    mkdirSync(office.folder.reportsFolder);
    writeFileSync(join(office.folder.reportsFolder, '2026-11-23.txt'), 'a witness');
    await office.morning().evening().kept();
    expect(
      reports(office)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['2026-11-23-2.txt', '2026-11-23.txt']);
    expect(readFileSync(join(office.folder.reportsFolder, '2026-11-23.txt'), 'utf8')).toBe('a witness');
  });
});
