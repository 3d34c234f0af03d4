import type { BusinessDay } from '#shared/domain/business-day.ts';
import { type DossierTally, sumOfDossiers } from '#shared/domain/dossiers.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { OUTCOMES } from '#shared/domain/ticket.ts';
import type { DayCounts } from './day-counts.ts';

/** Where the journal stood when a day was closed. */
export type DayHead = { day: BusinessDay; seq: number; chain: Buffer };

const OUTCOME_WORDS = {
  served: 'Hoàn tất / Served',
  'no-show': 'Vắng mặt / No-show',
  cancelled: 'Đã hủy / Cancelled',
  expired: 'Hết hiệu lực / Expired',
};

/**
 * The report of a day, as text to be printed and put into a folder: figures, and the head of the journal's chain. Whoever later cuts
 * off the journal's end cannot make that head come out again.
 */
export function dayReport(counts: DayCounts, head: DayHead, { office, services }: Setup): string {
  const lines = [
    'LƯỢT · BÁO CÁO NGÀY / REPORT OF THE DAY',
    '',
    `Đơn vị / Office: ${office.name.vi} / ${office.name.en}`,
    `Ngày / Day: ${head.day}`,
    `Số đã phát / Numbers given: ${counts.issued}`,
    '',
    ...Object.keys(counts.outcomes).flatMap((id) => {
      const service = services.find((one) => one.id === id);
      const name = service ? `${service.prefix}  ${service.name.vi} / ${service.name.en}` : id;
      return [name, `   ${figures(counts.outcomes[id])}`];
    }),
    'Tổng / Total',
    `   ${figures(sum(Object.values(counts.outcomes)))}`,
    `   ${dossierFigures(sumOfDossiers(Object.values(counts.dossiers ?? {})))}`,
    '',
    `Mục cuối của sổ / Last journal entry: ${head.seq}`,
    'Mã chốt của sổ / Head of the journal:',
    `   ${headText(head.chain)}`,
    '',
    'Kiểm tra / Check: npm run verify',
    '',
  ];
  return lines.join('\r\n');
}

/** The head that a report names; null when the text is no report. */
export function headOfReport(text: string): DayHead | null {
  const day = /\/ Day: (\d{4}-\d\d-\d\d)/.exec(text)?.[1];
  const seq = /\/ Last journal entry: (\d+)/.exec(text)?.[1];
  const chain = headFromText(/Head of the journal:\s+([0-9a-f ]+)/.exec(text)?.[1] ?? '');
  return day && seq && chain ? { day, seq: Number(seq), chain } : null;
}

/** Sixteen groups of four, to be read from paper. */
export function headText(chain: Buffer): string {
  return (chain.toString('hex').match(/.{4}/g) ?? []).join(' ');
}

/** A head as somebody typed it; null when it is none. */
export function headFromText(text: string): Buffer | null {
  const hex = text.replaceAll(/[\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : null;
}

type Figures = DayCounts['outcomes'][string];

function figures(counts: Figures | undefined): string {
  return OUTCOMES.map((outcome) => `${OUTCOME_WORDS[outcome]}: ${counts?.[outcome] ?? 0}`).join('   ');
}

/** Tickets, dossiers and people are three different counts. */
function dossierFigures(dossiers: DossierTally): string {
  const figure = (words: string, count: number) => `${words}: ${count}`;
  return [
    figure('Hồ sơ / Dossiers', dossiers.all),
    figure('trả trong ngày / same day', dossiers['same-day']),
    figure('hẹn trả / appointment', dossiers.appointment),
    figure('bưu chính / by post', dossiers.post),
    figure('trực tiếp / direct', dossiers.direct),
    figure('trực tuyến / online', dossiers.online),
  ].join('   ');
}

function sum(all: readonly Figures[]): Figures {
  const total = { served: 0, 'no-show': 0, cancelled: 0, expired: 0 };
  for (const counts of all) for (const outcome of OUTCOMES) total[outcome] += counts[outcome];
  return total;
}
