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

/**
 * The keyed hash of a row and of the chain before it: whoever changes, removes or inserts a row without the key is found out.
 * HMAC-SHA-256 over the JSON array of the row's values, which no two different rows share.
 * @returns 32 bytes
 */
export function link(key: KeyObject, before: Buffer, row: Row): Buffer {
  const values = [
    row.seq,
    row.at,
    row.day,
    row.command_id,
    row.command,
    row.role,
    row.counter,
    row.input,
    row.answer,
    row.events,
    // A row of before these columns has none, and must keep its chain; a list with them is longer, so the two are never confused.
    ...(row.clerk === null && row.device === null ? [] : [row.clerk, row.device]),
  ];
  return createHmac('sha256', key).update(before).update(JSON.stringify(values)).digest();
}
