import { createHmac, type KeyObject } from 'node:crypto';

/** Before the first row. */
export const CHAIN_START = Buffer.alloc(32);

/** A row of the journal as it stands in the table, without its chain. */
export type Row = {
  seq: number;
  at: number;
  day: string | null;
  command_id: string;
  command: string;
  role: string;
  counter: number | null;
  input: string;
  answer: string;
  events: string;
  clerk: string | null;
  device: string | null;
};

/** The values of a row in the order of its columns, which is that of the chain. */
export type RowValues = [
  seq: number,
  at: number,
  day: string | null,
  command_id: string,
  command: string,
  role: string,
  counter: number | null,
  input: string,
  answer: string,
  events: string,
  clerk: string | null,
  device: string | null,
];
const VALUES_OF_BEFORE_HANDS = 10;

/**
 * The keyed hash of a row and of the chain before it: whoever changes, removes or inserts a row without the key is found out.
 * HMAC-SHA-256 over the JSON array of the row's values, which no two different rows share.
 * @returns 32 bytes
 */
export function linkOf(key: KeyObject, before: Buffer, values: RowValues): Buffer {
  // A row of before these columns has no hand, and must keep its chain; a list with them is longer, so the two are never confused.
  const isOfNobody = values[10] === null && values[11] === null;
  const text = JSON.stringify(isOfNobody ? values.slice(0, VALUES_OF_BEFORE_HANDS) : values);
  return createHmac('sha256', key).update(before).update(text).digest();
}

/** The link of a row as it was read. @returns 32 bytes */
export function link(key: KeyObject, before: Buffer, row: Row): Buffer {
  const { seq, at, day, command_id, command, role, counter, input, answer, events, clerk, device } = row;
  return linkOf(key, before, [seq, at, day, command_id, command, role, counter, input, answer, events, clerk, device]);
}
