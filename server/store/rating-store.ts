import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Rating, RatingCount } from '#shared/domain/rating.ts';
import type { Db } from './open-database.ts';

/** What visitors answered, as counts in a table of the office's database, apart from the journal. */
export type RatingStore = {
  /** One more answer like this. On disk when this returns. */
  add(rating: Rating): void;
  ofDay(day: BusinessDay): RatingCount[];
  /** The newest first. */
  complaints(most: number): RatingCount[];
};

/** Booleans and lists as SQLite keeps them. */
type Row = Omit<RatingCount, 'reasons' | 'isComplaint'> & { reasons: string; complaint: number };

const COLUMNS = 'day, hour, counter, service, face, reasons, complaint, count';

export function createRatingStore(db: Db): RatingStore {
  const add = db.prepare(
    `INSERT INTO rating (${COLUMNS}) VALUES (@day, @hour, @counter, @service, @face, @reasons, @complaint, 1)
     ON CONFLICT (day, hour, counter, service, face, reasons) DO UPDATE SET count = count + 1`,
  );
  const ofDay = db.prepare(`SELECT ${COLUMNS} FROM rating WHERE day = ?`);
  const complaints = db.prepare(
    `SELECT ${COLUMNS} FROM rating WHERE complaint = 1 ORDER BY day DESC, hour DESC, counter, service LIMIT ?`,
  );
  return {
    add({ reasons, isComplaint, ...rating }) {
      add.run({ ...rating, reasons: JSON.stringify([...reasons].sort()), complaint: isComplaint ? 1 : 0 });
    },
    // A STRICT table, and the columns named above: the types are those of the rows.
    ofDay: (day) => (ofDay.all(day) as Row[]).map(read),
    complaints: (most) => (complaints.all(most) as Row[]).map(read),
  };
}

function read({ reasons, complaint, ...row }: Row): RatingCount {
  return { ...row, reasons: JSON.parse(reasons), isComplaint: complaint === 1 };
}
