import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Inspection, inspect } from '#server/store/inspect.ts';
import { copyWhole } from '#server/store/snapshot.ts';
import type { DayHead } from './day-report.ts';
import { headText } from './day-report.ts';

/** One thing that was looked at, in a line. */
export type Finding = { isGood: boolean; text: string };

/** What is to be found in the journal: the head of a report, or one that somebody typed from paper (its number is then not known). */
export type WantedHead = DayHead | { chain: Buffer };

type Parts = {
  databaseFile: string;
  key: Buffer;
  heads: readonly WantedHead[];
};

/** Looks at the whole database, in a copy; a server may run meanwhile. */
export async function verify({ databaseFile, key, heads }: Parts): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'luot-verify-'));
  try {
    if (!existsSync(databaseFile)) return [bad(`Không thấy ${databaseFile} / ${databaseFile} is missing`)];
    const copy = join(folder, 'office.db');
    await copyWhole(databaseFile, copy);
    const inspection = inspect(copy, key);
    try {
      return look(inspection, heads);
    } finally {
      inspection.close();
    }
  } catch (cause) {
    return [bad(`Không đọc được / Cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function look(inspection: Inspection, heads: readonly WantedHead[]): Finding[] {
  const damage = inspection.damage();
  if (damage) return [bad(`Tệp bị hỏng / The file is damaged: ${damage}`)];
  const { seq, chain } = inspection.head();
  return [
    good('Tệp nguyên vẹn / The file is whole'),
    removedDays(inspection),
    chainOf(inspection),
    ticketsOf(inspection),
    headsOf(inspection, heads),
    good(`Mục cuối / Last entry: ${seq}   ${headText(chain)}`),
  ];
}

function removedDays(inspection: Inspection): Finding {
  const broken = inspection.brokenCheckpoint();
  if (broken) return bad(`Dấu chốt của ngày ${broken} bị sửa / The checkpoint of ${broken} is not as it was signed`);
  const { seq } = inspection.start();
  return good(
    seq === 0
      ? 'Sổ đủ từ đầu / The journal goes back to its beginning'
      : `Sổ bắt đầu sau mục / The journal begins after entry ${seq}`,
  );
}

function chainOf(inspection: Inspection): Finding {
  const broken = inspection.brokenLink();
  return broken === null
    ? good('Chuỗi khớp / Every entry fits the chain')
    : bad(`Mục ${broken} không khớp chuỗi / Entry ${broken} does not fit the chain: it or its neighbour was changed`);
}

function ticketsOf(inspection: Inspection): Finding {
  try {
    const wrong = inspection.wrongTickets();
    return wrong.length === 0
      ? good('Bảng số khớp với sổ / The table of tickets says what the journal says')
      : bad(`Bảng số khác với sổ / The table of tickets differs from the journal: ${wrong.join(', ')}`);
  } catch (cause) {
    return bad(`Không dựng lại được bảng số / The tickets cannot be made again from the journal: ${String(cause)}`);
  }
}

/** A head that is in no entry any more: the end of the journal was cut off, or written anew. */
function headsOf(inspection: Inspection, heads: readonly WantedHead[]): Finding {
  const start = inspection.start().seq;
  const missing = heads.find((head) =>
    'seq' in head ? head.seq > start && !stands(inspection, head) : !knows(inspection, head),
  );
  if (!missing)
    return good(`Đủ ${heads.length} mã chốt đã in / All ${heads.length} heads of reports are in the journal`);
  const where = 'seq' in missing ? `${missing.day}, ${missing.seq}: ` : '';
  return bad(
    `Thiếu mã chốt, sổ bị cắt hoặc viết lại / A head is missing, the journal was cut or rewritten: ${where}${headText(missing.chain)}`,
  );
}

function stands(inspection: Inspection, { seq, chain }: DayHead): boolean {
  return inspection.chainAt(seq)?.equals(chain) ?? false;
}

function knows(inspection: Inspection, { chain }: { chain: Buffer }): boolean {
  return inspection.seqOf(chain) !== null;
}

function good(text: string): Finding {
  return { isGood: true, text };
}

function bad(text: string): Finding {
  return { isGood: false, text };
}
