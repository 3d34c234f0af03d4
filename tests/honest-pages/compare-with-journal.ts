import { isDeepStrictEqual } from 'node:util';
import type { Machine, Told } from './clerk.ts';
import type { Row } from './core-beside.ts';
import { Lie } from './lie.ts';

/**
 * What the pages of a counter were told, beside what the journal holds of it. Every yes stands there once, with that answer; no "no"
 * does, and nothing that no page pressed. What nobody was told stands there once or not at all.
 * @param rows what counters pressed
 * @throws Lie
 */
export function compareWithJournal({ id, told, unsure }: Machine, rows: readonly Row[]) {
  const own = rows.filter(({ counter }) => counter === id);
  for (const one of told) {
    const { outcome, name, input } = one;
    if (typeof outcome === 'string') continue;
    const wasDone = own.some((row) => isOf(one, row));
    if (wasDone === outcome.ok) continue;
    const was = wasDone ? 'was done' : 'was not done';
    throw new Lie(`counter ${id} was told ${outcome.ok ? 'yes' : 'no'} to ${name} ${JSON.stringify(input)}; it ${was}`);
  }
  for (const row of own) {
    if (told.some((one) => isOf(one, row))) continue;
    throw new Lie(`${row.command} ${JSON.stringify(row.input)} was done, and no page of counter ${id} pressed it`);
  }
  checkOrder(id, told, own);
  // Who gives out a number for somebody sees the slip, or that none came: the help desk keeps nothing.
  const left = told.filter(({ outcome, part }) => outcome === 'left' && part !== 'help desk');
  if (left.length <= unsure) return;
  throw new Lie(`counter ${id} has forgotten ${left[0]?.name}: its page went before it was answered`);
}

/** Whether this entry is what became of that press. The help desk lets the connection name its presses: there the answer tells. */
function isOf({ commandId, name, input, outcome, part }: Told, row: Row): boolean {
  if (name !== row.command || !isDeepStrictEqual(input, row.input)) return false;
  const isAnswer = typeof outcome === 'string' || isDeepStrictEqual(outcome, { ok: true, answer: row.answer });
  if (part === 'help desk') return isAnswer;
  return commandId === row.commandId && (isAnswer || (typeof outcome === 'object' && !outcome.ok));
}

/** What one page was told yes to, it was told in the order in which it was done. */
function checkOrder(id: number, told: readonly Told[], rows: readonly Row[]) {
  const last = new Map<unknown, number>();
  for (const one of told) {
    // Asked again later by another page.
    if (typeof one.outcome === 'string' || !one.outcome.ok || one.asks > 1) continue;
    const seq = rows.find((row) => isOf(one, row))?.seq ?? 0;
    const key = `${one.page} ${one.part}`;
    if (seq <= (last.get(key) ?? 0))
      throw new Lie(`counter ${id}: ${one.name} was done before what was told before it`);
    last.set(key, seq);
  }
}
