import { rmSync } from 'node:fs';
import type { Office } from '#core/office.ts';
import type { Log } from '#server/log.ts';
import { type Clock, CommitFailed, type GiveUp } from '#server/ports.ts';
import { backupsIn } from '#server/store/backup-files.ts';
import type { Store } from '#server/store/open-store.ts';
import { headOfCopy } from '#server/store/snapshot.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type BackupNow, backupsToDrop, isBackupDue, isBackupInTrouble } from './backup-plan.ts';
import { countDay } from './day-counts.ts';
import { dayReport } from './day-report.ts';
import { ratingLines } from './rating-lines.ts';
import { readHeads, writeReport } from './report-files.ts';
import { daysToDrop } from './retention-plan.ts';

/** What the house keeps for later, beside the queue: backups, the reports of days, and old days no longer. */
export type Keeping = {
  /** Looks at the clock and does what is due, in steps that nobody in the hall notices. */
  tick(): void;
  /** For the manager's page. */
  state(): BackupState;
  /** Waits for a backup that is being written. */
  close(): Promise<void>;
};
/** When the newest good backup was made, and whether somebody should see to backups. */
export type BackupState = { lastAt: number | null; failed: boolean };

export type KeepingParts = {
  store: Pick<Store, 'upkeep' | 'backUp' | 'ratings'>;
  folder: { backupsFolder: string; reportsFolder: string };
  setup: Setup;
  clock: Clock;
  log: Log;
  giveUp: GiveUp;
  office(): Pick<Office, 'day' | 'dayState' | 'seq'>;
};

const REPORT_AGAIN_MS = 10 * MINUTE;

export function openKeeping(parts: KeepingParts): Keeping {
  const keeper = new Keeper(parts);
  return { tick: () => keeper.tick(), state: () => keeper.state(), close: () => keeper.close() };
}

class Keeper {
  private readonly parts: KeepingParts;
  private readonly startedAt: number;
  private job: Promise<void> | null = null;
  private last: BackupNow['last'];
  private failedAt: number | null = null;
  private aloneSince: number | null = null;
  /** The day and whether it is open, of which all that is below was found out. */
  private phase = '';
  private closedSeq: number | null = null;
  private reportFailedAt: number | null = null;
  /** The day on whose evening the old days were dropped. */
  private sweptOn: string | null = null;

  constructor(parts: KeepingParts) {
    this.parts = parts;
    this.startedAt = parts.clock.now();
    this.last = lastBackup(parts);
  }

  tick() {
    if (this.job) return;
    const at = this.parts.clock.now();
    const { seq } = this.parts.office();
    if (seq <= (this.last?.seq ?? 0)) this.aloneSince = null;
    else this.aloneSince ??= at;
    this.lookAtDay(at);
    if (isBackupDue(this.now(), at)) this.job = this.backUp(at);
    else this.sweep();
  }

  state(): BackupState {
    return { lastAt: this.last?.at ?? null, failed: isBackupInTrouble(this.now(), this.parts.clock.now()) };
  }

  async close() {
    await this.job;
  }

  private now(): BackupNow {
    const { startedAt, last, failedAt, closedSeq, aloneSince } = this;
    return { startedAt, last, failedAt, closedSeq, aloneSince, headSeq: this.parts.office().seq };
  }

  private async backUp(at: number) {
    const { store, folder, log } = this.parts;
    try {
      const { seq } = await store.backUp(folder.backupsFolder, at);
      this.last = { at, seq };
      this.failedAt = null;
      for (const { file } of backupsToDrop(backupsIn(folder.backupsFolder))) rmSync(file, { force: true });
    } catch (cause) {
      this.failedAt = at;
      log('fault', 'The backup failed; it is tried again in ten minutes.', cause);
    } finally {
      this.job = null;
    }
  }

  /** A day that has been closed gets its report, also when the house was off at that moment. */
  private lookAtDay(at: number) {
    const { office, store, log } = this.parts;
    const { day, dayState } = office();
    const phase = `${day} ${dayState}`;
    if (phase === this.phase || day === null) return;
    if (this.reportFailedAt !== null && Math.abs(at - this.reportFailedAt) < REPORT_AGAIN_MS) return;
    const { upkeep } = store;
    try {
      const newest = upkeep.days(2);
      const today = newest.at(-1);
      this.closedSeq = today && dayState === 'closed' ? (upkeep.closingOf(today)?.seq ?? null) : null;
      this.writeReports(newest);
      this.reportFailedAt = null;
      this.phase = phase;
    } catch (cause) {
      this.reportFailedAt = at;
      log('fault', 'The report of the day could not be written; it is tried again in ten minutes.', cause);
    }
  }

  private writeReports(days: ReturnType<Store['upkeep']['days']>) {
    const { store, folder, setup, log } = this.parts;
    const written = new Set(readHeads(folder.reportsFolder).map(({ seq }) => seq));
    for (const day of days) {
      const closing = store.upkeep.closingOf(day);
      if (!closing || written.has(closing.seq)) continue;
      const counts = countDay(store.upkeep.entriesOf({ ...day, until: closing.seq }));
      const ratings = ratingLines(store.ratings.ofDay(day.day), setup);
      const text = dayReport(counts, { day: day.day, ...closing }, setup) + ratings;
      log('info', `The report of ${day.day} is ${writeReport(folder.reportsFolder, day.day, text)}.`);
    }
  }

  /** One old day a tick, in the evening, when all is in a good backup: a day's rows are gone in a moment, a year's are not. */
  private sweep() {
    const { office, store, setup, log, giveUp } = this.parts;
    const { day, dayState } = office();
    const isSafe = this.closedSeq !== null && this.last !== null && this.last.seq >= this.closedSeq;
    if (day === null || dayState === 'open' || !isSafe || this.sweptOn === day) return;
    const days = store.upkeep.days();
    const [oldest] = days;
    const dropping = daysToDrop(
      days.map((one) => one.day),
      day,
      setup.keepDays,
    );
    if (dropping <= 1) this.sweptOn = day;
    if (!oldest || dropping === 0) return;
    try {
      const isDropped = store.upkeep.dropOldest(JSON.stringify(countDay(store.upkeep.entriesOf(oldest))));
      if (isDropped) return;
      log('warning', `${oldest.day} stays in the journal although it is old: its entries do not fit their chain.`);
    } catch (cause) {
      // Surely nothing is gone, and tomorrow is soon enough. An error of the database that is none of these leaves the result unknown.
      if (isUnknown(cause)) giveUp(cause);
      log('fault', `${oldest.day} could not be taken out of the journal.`, cause);
    }
    this.sweptOn = day;
  }
}

/** SQLite itself said something, and not that it rolled back. */
function isUnknown(cause: unknown): boolean {
  return !(cause instanceof CommitFailed) && cause instanceof Error && 'code' in cause;
}

/** The newest backup, if it is one of this very journal: one of before a restore, or of elsewhere, holds other entries. */
function lastBackup({ store, folder }: KeepingParts): BackupNow['last'] {
  const [newest] = backupsIn(folder.backupsFolder);
  const head = newest ? headOfCopy(newest.file) : null;
  return newest && head && store.upkeep.holds(head) ? { at: newest.at, seq: head.seq } : null;
}
