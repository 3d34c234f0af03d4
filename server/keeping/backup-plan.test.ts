import { describe, expect, it } from 'vitest';
import { MONDAY_EIGHT as NOW } from '#server/testing/sample-setup.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/business-day.ts';
import { BACKUPS_KEPT, type BackupNow, backupsToDrop, isBackupDue, isBackupInTrouble } from './backup-plan.ts';

const CALM: BackupNow = {
  startedAt: NOW - 3 * HOUR,
  last: { at: NOW - 20 * MINUTE, seq: 100 },
  failedAt: null,
  headSeq: 120,
  closedSeq: null,
  aloneSince: NOW - 19 * MINUTE,
};

describe('[R9] a backup is due', () => {
  it.each<[string, Partial<BackupNow>, boolean]>([
    ['not twenty minutes after the last', {}, false],
    ['an hour after the last', { last: { at: NOW - HOUR, seq: 100 } }, true],
    ['not when nothing was kept since', { last: { at: NOW - 9 * HOUR, seq: 120 } }, false],
    ['when there is none', { last: null }, true],
    ['when the day was closed after the last', { closedSeq: 110 }, true],
    ['not for a closing that it holds', { closedSeq: 100 }, false],
    ['not in the first minutes of a server', { last: null, startedAt: NOW - MINUTE }, false],
    ['not a minute after one failed', { last: null, failedAt: NOW - MINUTE }, false],
    ['ten minutes after one failed', { failedAt: NOW - 10 * MINUTE }, true],
    ['when the clock was put back by a day', { last: { at: NOW + DAY, seq: 100 } }, true],
  ])('%s', (_when, change, due) => {
    expect(isBackupDue({ ...CALM, ...change }, NOW)).toBe(due);
  });
});

describe('[R9] the manager hears of backups', () => {
  it.each<[string, Partial<BackupNow>, boolean]>([
    ['not while they work', {}, false],
    ['when one failed', { failedAt: NOW - MINUTE }, true],
    [
      'when something has stood in the journal alone for more than three hours',
      { aloneSince: NOW - 3 * HOUR - 1 },
      true,
    ],
    ['not in a night in which nothing happens', { last: { at: NOW - 9 * HOUR, seq: 120 }, aloneSince: null }, false],
  ])('%s', (_when, change, trouble) => {
    expect(isBackupInTrouble({ ...CALM, ...change }, NOW)).toBe(trouble);
  });
});

describe('[R9] of the backups', () => {
  /** Every hour of eleven, on so many days, the newest at noon UTC. */
  const NOON = Date.UTC(2026, 10, 23, 12);
  const hourly = (days: number) =>
    Array.from({ length: days * 11 }, (_, index) => ({
      at: NOON - Math.floor(index / 11) * DAY - (index % 11) * HOUR,
    }));
  const kept = (backups: { at: number }[]) => {
    const dropped = new Set(backupsToDrop(backups));
    return backups.filter((backup) => !dropped.has(backup)).map(({ at }) => (NOON - at) / HOUR);
  };

  it('fourteen are kept', () => {
    expect(BACKUPS_KEPT).toBe(14);
    expect(kept(hourly(1))).toHaveLength(11);
    expect(kept(hourly(30))).toHaveLength(14);
  });

  it('the last of each of the seven newest days, and beside them the newest', () => {
    expect(kept(hourly(30))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 24, 48, 72, 96, 120, 144]);
  });
});
