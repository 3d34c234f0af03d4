import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteJournal } from '#server/store/journal.ts';
import { type Db, openDatabase } from '#server/store/open-database.ts';
import { NUMBERS_GIVEN } from '#server/testing/numbers-given.ts';
import { createChance } from '#tests/day/chance.ts';
import { CrashImages, FATES } from './crash-images.ts';
import { House, KEY } from './house.ts';
import { openCarelessly } from './open-carelessly.ts';
import { pictureOf } from './picture.ts';
import { type MorningParts, type RecordedTurn, type Recording, recordMorning, truthReader } from './record-morning.ts';

/** What became of the states that were tried. */
export type CrashTally = {
  states: number;
  /** Points of the recording at which the power was cut. */
  points: number;
  /** Commands that had been answered by then, over all states. */
  acknowledged: number;
  /** States in which something is not as it was told to people. */
  bad: number;
  /** States in which an answered command is gone. */
  lost: number;
  /** States with a number twice or left out, or a command answered otherwise when asked again. */
  doubled: number;
  /** States with half a turn, a broken chain, a damaged file, a wrong picture. */
  mixed: number;
  /** States that could not be opened. */
  unopened: number;
  /** The first few that were bad, in words. */
  examples: string[];
};

/** How many states are tried, from which seed, in how long a morning. */
export type CrashRun = Pick<MorningParts, 'seed' | 'open'> & { states: number; turns?: number };

/** How many of the latest answered presses are asked again in every state. */
const ASKED_AGAIN = 10;
const TURNS = 160;

/**
 * Cuts the power at points all over a recorded morning. What no sync had made safe by then is gone, is there, or is there in part;
 * the files are then opened as the server opens them, with the SQLite that it is shipped with, and compared with what people knew.
 */
export function crashStates({ seed, states, turns = TURNS, ...parts }: CrashRun): CrashTally {
  const recording = recordMorning({ seed, turns, ...parts });
  const { steps } = recording.disk;
  const chance = createChance(seed, 'power cuts');
  const folder = mkdtempSync(join(tmpdir(), 'luot-crash-'));
  const tally: CrashTally = {
    ...{ states, points: steps.length + 1, acknowledged: 0, bad: 0, lost: 0, doubled: 0, mixed: 0, unopened: 0 },
    examples: [],
  };
  const images = new CrashImages();
  let reached = 0;
  try {
    for (let index = 0; index < states; index += 1) {
      // Spread over the whole recording; every point in turn where there are more states than points.
      const point = Math.min(steps.length, Math.floor(((index + chance.fraction()) * (steps.length + 1)) / states));
      for (; reached < point; reached += 1) images.take(at(steps, reached));
      const fate = at(FATES, index % FATES.length);
      layDown(folder, images.files(fate, chance));
      const known = knownAt(recording.turns, point);
      tally.acknowledged += known.answered;
      const complaint = judge(folder, recording, known);
      if (!complaint) continue;
      tally.bad += 1;
      tally[complaint.kind] += 1;
      if (tally.examples.length < 5)
        tally.examples.push(`cut after step ${point} of ${steps.length}, unsynced: ${fate}: ${complaint.words}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

type Complaint = { kind: 'lost' | 'doubled' | 'mixed' | 'unopened'; words: string };
type Opened = { db: Db; journal: SqliteJournal; house: House };
type Known = {
  /** The last turn that was answered. */
  acked: number;
  /** The last turn that had begun. */
  begun: number;
  /** Commands answered. */
  answered: number;
};

function knownAt(turns: readonly RecordedTurn[], point: number): Known {
  // Turns are short and few; looked through from the end.
  const acked = turns.findLastIndex(({ answeredAfter }) => answeredAfter <= point);
  const begun = turns.findLastIndex(({ from }) => from <= point);
  const answered = turns.slice(0, acked + 1).reduce((sum, { replies }) => sum + replies.filter((r) => r?.ok).length, 0);
  return { acked: Math.max(acked, 0), begun, answered };
}

/** Opens what is left and says what is wrong with it; null: nothing. */
function judge(folder: string, { turns }: Recording, known: Known): Complaint | null {
  let db: Db | undefined;
  try {
    db = openDatabase(join(folder, 'office.db'), openCarelessly);
    const journal = new SqliteJournal(db, KEY);
    const chance = createChance('after the power cut');
    const house = new House(journal, () => chance.commandId(), at(turns, known.begun).at);
    return compare({ db, journal, house }, turns, known) ?? goOn({ db, journal, house }, turns, known);
  } catch (cause) {
    return { kind: db ? 'mixed' : 'unopened', words: String(cause) };
  } finally {
    db?.close();
  }
}

function compare(opened: Opened, turns: readonly RecordedTurn[], { acked, begun }: Known): Complaint | null {
  const { db, journal, house } = opened;
  const verdict = db.pragma('integrity_check', { simple: true });
  if (verdict !== 'ok') return { kind: 'mixed', words: `integrity: ${verdict}` };
  const found = truthReader(db)();
  const wanted = turns.slice(0, begun + 1).findLast(({ seq }) => seq === found.seq);
  if (!wanted) return { kind: 'mixed', words: `half a turn: the journal ends with ${found.seq}` };
  if (found.seq < at(turns, acked).seq)
    return { kind: 'lost', words: `answered up to ${at(turns, acked).seq}, found up to ${found.seq}` };
  if (journal.brokenLink() !== null || found.chain !== wanted.chain)
    return { kind: 'mixed', words: `the chain is not the one that was written, at ${found.seq}` };
  if (found.tickets !== wanted.tickets) return { kind: 'mixed', words: 'the table for reports is another' };
  if (pictureOf(house.dispatcher.now()) !== wanted.picture)
    return { kind: 'mixed', words: 'read again, the office is another' };
  return null;
}

/** The pages ask again under the same ids: what was answered is answered so again, and what was not is carried out once. */
function goOn(opened: Opened, turns: readonly RecordedTurn[], { acked, begun }: Known): Complaint | null {
  const { db, journal, house } = opened;
  const endedWith = house.dispatcher.now().seq;
  const answered = turns
    .slice(Math.max(0, acked - ASKED_AGAIN), acked + 1)
    .flatMap(({ presses, replies }) => presses.map((press, index) => ({ press, reply: replies[index] })))
    // What was refused is remembered by the process, not by the journal.
    .filter(({ reply }) => reply?.ok);
  const unanswered = begun > acked ? at(turns, begun).presses : [];
  const replies = house.turn([...answered.map(({ press }) => press), ...unanswered]);
  const other = answered.findIndex(({ reply }, index) => JSON.stringify(reply) !== JSON.stringify(replies[index]));
  if (other >= 0)
    return { kind: 'doubled', words: `asked again, ${answered[other]?.press.name} is answered otherwise` };
  const gaps = db
    .prepare(
      `SELECT day, substr(number, 1, 1) AS letter FROM (${NUMBERS_GIVEN}) GROUP BY 1, 2
       HAVING count(*) <> max(CAST(substr(number, 2) AS INTEGER))`,
    )
    .all();
  if (gaps.length > 0) return { kind: 'doubled', words: `numbers are left out: ${JSON.stringify(gaps)}` };
  const twice = db.prepare('SELECT command_id FROM journal GROUP BY 1 HAVING count(*) > 1').all();
  if (twice.length > 0) return { kind: 'doubled', words: `carried out twice: ${JSON.stringify(twice)}` };
  if (journal.brokenLink(endedWith) !== null) return { kind: 'mixed', words: 'the chain does not go on' };
  return null;
}

/** Puts the files there and nothing else. */
export function layDown(folder: string, files: ReadonlyMap<string, Buffer>) {
  for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(join(folder, `office.db${tail}`), { force: true });
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`${index} of ${list.length}`);
  return item;
}
