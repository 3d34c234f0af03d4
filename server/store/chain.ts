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

/** The columns in the order of the chain. */
export const COLUMNS = [
  'seq',
  'at',
  'day',
  'command_id',
  'command',
  'role',
  'counter',
  'input',
  'answer',
  'events',
  'clerk',
  'device',
] as const satisfies (keyof Row)[];
type ValuesOf<C extends readonly (keyof Row)[]> = { -readonly [Index in keyof C]: Row[C[Index]] };
/** The values of a row in that order. */
export type RowValues = ValuesOf<typeof COLUMNS>;
const CLERK = 10;
const DEVICE = 11;

/**
 * The keyed hash of a row and of the chain before it: whoever changes, removes or inserts a row without the key is found out.
 * HMAC-SHA-256 over the JSON array of the row's values, which no two different rows share.
 * @returns 32 bytes
 */
export function linkOf(key: KeyObject, before: Buffer, values: RowValues): Buffer {
  // A row of before these columns has no hand, and must keep its chain; a list with them is longer, so the two are never confused.
  const isOfNobody = values[CLERK] === null && values[DEVICE] === null;
  const text = JSON.stringify(isOfNobody ? values.slice(0, CLERK) : values);
  return createHmac('sha256', key).update(before).update(text).digest();
}

/** The link of a row as it was read. @returns 32 bytes */
export function link(key: KeyObject, before: Buffer, row: Row): Buffer {
  // One value a column, each of its own type, which `map` forgets.
  return linkOf(key, before, COLUMNS.map((column) => row[column]) as RowValues);
}
