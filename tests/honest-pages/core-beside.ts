import Database from 'better-sqlite3';
import { apply } from '#core/apply.ts';
import { counterView } from '#core/counter-view.ts';
import type { QueueEvent } from '#core/events.ts';
import { counterNow, emptyOffice } from '#core/office.ts';
import { setupToday } from '#core/setup-today.ts';
import { openDataFolder } from '#server/settings/data-folder.ts';
import type { CounterView } from '#shared/contract/views.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { Lie } from './lie.ts';

/** A row of the journal: what was pressed, what was answered, what happened. */
export type Row = {
  seq: number;
  at: number;
  commandId: string;
  command: string;
  role: string;
  counter: CounterId | null;
  /** Who was signed in. */
  clerk: string | null;
  input: unknown;
  answer: unknown;
  events: readonly QueueEvent[];
};

type Kept = Omit<Row, 'input' | 'answer' | 'events'> & Record<'input' | 'answer' | 'events', string>;

/** A core of the test's own, beside the hall's: it knows nothing but what is on the disk. */
export class CoreBeside {
  readonly rows: Row[] = [];
  private readonly setup: Setup;
  private readonly db: Database.Database;
  private readonly newer: Database.Statement;
  private readonly office = emptyOffice();

  constructor(dataDir: string) {
    const { setup, databaseFile } = openDataFolder(dataDir);
    this.setup = setup;
    this.db = new Database(databaseFile, { readonly: true });
    this.newer = this.db.prepare(
      'SELECT seq, at, command_id AS commandId, command, role, counter, clerk, input, answer, events FROM journal WHERE seq > ? ORDER BY seq',
    );
  }

  /** What this counter's page has to show at this moment by what was read so far, as it comes over the wire. */
  draw(id: CounterId, at: number): CounterView {
    const today = setupToday(this.office, this.setup);
    const counter = today.counters.find((one) => one.id === id);
    if (!counter) throw new Error(`There is no counter ${id}.`);
    return JSON.parse(JSON.stringify(counterView(this.office, today, at, counter)));
  }

  /**
   * Reads what has been added.
   * @returns the number of the last entry
   * @throws Lie when a counter's press was done to somebody else than the page believed to be there [R2]
   */
  read(): number {
    // The columns that the statement names, as append wrote them.
    for (const row of this.newer.iterate(this.rows.at(-1)?.seq ?? 0) as Iterable<Kept>) {
      const whole = {
        ...row,
        input: JSON.parse(row.input),
        answer: JSON.parse(row.answer),
        events: JSON.parse(row.events),
      };
      this.rows.push(whole);
      this.checkBelief(whole);
      apply(this.office, whole);
    }
    return this.rows.at(-1)?.seq ?? 0;
  }

  private checkBelief({ role, counter, command, input }: Row) {
    if (role !== 'counter' || counter === null || !input || !Object.hasOwn(input, 'expects')) return;
    const { expects } = input as { expects: unknown };
    const { current } = counterNow(this.office, counter);
    if (expects !== current)
      throw new Lie(`counter ${counter}: ${command} meant ${expects} and was done to ${current}`);
  }

  close() {
    this.db.close();
  }
}
