import { SqliteJournal } from '#server/store/journal.ts';
import { type Db, openDatabase } from '#server/store/open-database.ts';
import { MONDAY_EIGHT } from '#server/testing/sample-setup.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { HOUR, MINUTE } from '#shared/domain/business-day.ts';
import { createChance } from '#tests/day/chance.ts';
import { House, KEY, type Press } from './house.ts';
import { inventPress } from './invent-press.ts';
import { pictureOf } from './picture.ts';
import { RecordingDisk } from './recording-disk.ts';
import { openerOn } from './wasm-database.ts';

/** One turn of the event loop: what was pressed, and what was true after it. */
export type RecordedTurn = {
  presses: readonly Press[];
  replies: readonly (Reply | null)[];
  at: number;
  /** How many steps the disk had made when it began, and when the first answer was given (at the end, where nothing was asked). */
  from: number;
  answeredAfter: number;
  /** The last entry of the journal after it, with its chain, memory, and the table for reports. */
  seq: number;
  chain: string;
  picture: string;
  tickets: string;
};

export type Recording = {
  disk: RecordingDisk;
  turns: readonly RecordedTurn[];
  /** Of the disk's files, those that were the write-ahead log, by id. */
  walIds: ReadonlySet<number>;
};

/** How a recorded morning is played. */
export type MorningParts = { seed: number; turns: number; open?: (disk: RecordingDisk) => (file: string) => Db };

/**
 * A busy morning, and the beginning of the next one, pressed through the real dispatcher, journal and migrations onto a recorded
 * disk. The same seed, the same bytes.
 */
export function recordMorning({ seed, turns: howMany, open = openerOn }: MorningParts): Recording {
  const disk = new RecordingDisk();
  const db = openDatabase('office.db', open(disk));
  const chance = createChance(seed, 'morning');
  const journal = new SqliteJournal(db, KEY);
  const house = new House(journal, () => chance.commandId());
  const see = whatIsTrue(db, house);
  const turns: RecordedTurn[] = [
    { presses: [], replies: [], at: house.at, from: 0, answeredAfter: Infinity, ...see() },
  ];
  for (let index = 0; index < howMany; index += 1) {
    house.at += Math.floor(chance.between(1, 20)) * 1000;
    // After two thirds, the night: the evening's closing and the new day come with the first press of the morning.
    if (index === Math.floor((howMany * 2) / 3)) house.at = MONDAY_EIGHT + 24 * HOUR + MINUTE;
    const presses = Array.from({ length: 1 + Math.floor(chance.between(0, 3)) }, () =>
      inventPress(house.dispatcher.now(), chance),
    );
    const from = disk.steps.length;
    let answeredAfter: number | null = null;
    const replies = house.turn(presses, () => {
      answeredAfter ??= disk.steps.length;
    });
    turns.push({ presses, replies, at: house.at, from, answeredAfter: answeredAfter ?? disk.steps.length, ...see() });
  }
  const walIds = new Set(disk.steps.flatMap((step) => (isWalMade(step) ? [step.id] : [])));
  return { disk, turns, walIds };
}

function isWalMade(step: RecordingDisk['steps'][number]): step is { do: 'create'; name: string; id: number } {
  return step.do === 'create' && step.name.endsWith('-wal');
}

function whatIsTrue(db: Db, house: House) {
  const read = truthReader(db);
  return () => ({ ...read(), picture: pictureOf(house.dispatcher.now()) });
}

/** @returns reads the last entry with its chain, and the table for reports as text */
export function truthReader(db: Db): () => { seq: number; chain: string; tickets: string } {
  const last = db.prepare('SELECT seq, hex(chain) AS chain FROM journal ORDER BY seq DESC LIMIT 1');
  const tickets = db.prepare('SELECT * FROM closed_ticket');
  return () => {
    const row = last.get() as { seq: number; chain: string } | undefined; // the columns it names
    return { ...(row ?? { seq: 0, chain: '' }), tickets: JSON.stringify(tickets.all()) };
  };
}
