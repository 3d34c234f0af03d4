import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import type { Rating } from '#shared/domain/rating.ts';
import { openDatabase } from './open-database.ts';
import { createRatingStore } from './rating-store.ts';

const ONE: Rating = {
  ...{ day: '2026-11-23', hour: 8, counter: 3, service: 'dat-dai', face: 2, reasons: ['cho-lau'] },
  isComplaint: false,
};

function aStore() {
  const db = openDatabase(join(temporaryFolder(), 'office.db'));
  onTestFinished(() => void db.close());
  return { db, ratings: createRatingStore(db) };
}

it('[V3] keeps counts of answers that are alike: neither their order nor their moment is in the table', () => {
  const one = aStore();
  const other = aStore();
  const answers: Rating[] = [ONE, { ...ONE, face: 5, reasons: [] }, ONE, { ...ONE, counter: 1 }];
  for (const answer of answers) one.ratings.add(answer);
  for (const answer of answers.toReversed()) other.ratings.add(answer);
  const rows = ({ db }: typeof one) => db.prepare('SELECT * FROM rating').all();
  expect(rows(one)).toEqual(rows(other));
  expect(Object.keys(rows(one)[0] as object)).toEqual([
    ...['day', 'hour', 'counter', 'service', 'face', 'reasons', 'complaint', 'count'],
  ]);
  expect(one.ratings.ofDay('2026-11-23')).toContainEqual({ ...ONE, count: 2 });
  expect(one.ratings.ofDay('2026-11-24')).toEqual([]);
});

it('[V4] gives the newest complaints, and no more than wanted', () => {
  const { ratings } = aStore();
  const complaint = { ...ONE, reasons: ['phien-ha'], isComplaint: true };
  ratings.add(ONE);
  for (const [day, hour] of [
    ['2026-11-23', 9],
    ['2026-11-24', 7],
    ['2026-11-23', 10],
  ] as const)
    ratings.add({ ...complaint, day, hour });
  expect(ratings.complaints(2).map(({ day, hour }) => [day, hour])).toEqual([
    ['2026-11-24', 7],
    ['2026-11-23', 10],
  ]);
});
