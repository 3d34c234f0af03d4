import type { Db } from './open-database.ts';

/**
 * Which entry a command was kept as, by its id: of this business day and the one before. In memory, because an index on the disk
 * costs every press another page; and no page asks again after more than minutes. [R1]
 */
export class CommandIds {
  private today = new Map<string, number>();
  private yesterday = new Map<string, number>();

  constructor(db: Db) {
    const from = db.prepare(`SELECT seq FROM journal WHERE command = 'day:open' ORDER BY seq DESC LIMIT 1 OFFSET 1`);
    const kept = db.prepare('SELECT seq, command_id, command FROM journal WHERE seq >= ? ORDER BY seq');
    // STRICT table: the types are the columns'.
    const rows = kept.all(from.pluck().get() ?? 0) as { seq: number; command_id: string; command: string }[];
    // Whatever stands there: that an id was written twice by somebody is for the chain to find out.
    for (const { seq, command_id, command } of rows) this.put(seq, command_id, command);
  }

  /** The number of the entry; undefined when no command of these days had this id. */
  seqOf(id: string): number | undefined {
    return this.today.get(id) ?? this.yesterday.get(id);
  }

  /** @throws when a command of these days was already kept under this id */
  add(seq: number, id: string, command: string) {
    if (this.seqOf(id) !== undefined) throw new Error(`Command id ${id} is already in the journal.`);
    this.put(seq, id, command);
  }

  private put(seq: number, id: string, command: string) {
    if (command === 'day:open') {
      this.yesterday = this.today;
      this.today = new Map();
    }
    this.today.set(id, seq);
  }
}
