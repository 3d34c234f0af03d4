import { MINUTE } from '#shared/domain/business-day.ts';
import { openMs } from '#shared/domain/hours.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Check, checksOf } from './checks.ts';
import { replay, type Story } from './replay.ts';
import type { SeenDay } from './seen.ts';

/** One line of the table. Waiting is from taking the number to the first call, in minutes in which the office was open. */
export type ServiceRow = {
  id: string;
  /** Numbers given for this service. */
  tickets: number;
  /** Null: nobody was called. */
  meanWaitMin: number | null;
  p90WaitMin: number | null;
  /** Times this service was done, for whomever. */
  served: number;
  noShow: number;
};

/** What `--json` prints. */
export type DayReport = { tickets: number; services: readonly ServiceRow[]; checks: readonly Check[] };

export function reportOf(day: SeenDay): DayReport {
  const story = replay(day);
  const services = day.setup.services.map(({ id }) => rowOf(id, story, day.setup));
  return { tickets: story.people.length, services, checks: checksOf(day, story) };
}

/** The report for people: a table, then the checks. */
export function tableOf({ tickets, services, checks }: DayReport, { services: names }: Setup): string {
  const short = (id: string) => names.find((service) => service.id === id)?.short ?? id;
  const minutes = (value: number | null) => value?.toFixed(1) ?? '–';
  const lines = services.map((row) => [
    short(row.id),
    String(row.tickets),
    minutes(row.meanWaitMin),
    minutes(row.p90WaitMin),
    String(row.served),
    String(row.noShow),
  ]);
  const sum = (of: (row: ServiceRow) => number) => String(services.reduce((all, row) => all + of(row), 0));
  const total = ['', String(tickets), '', '', sum(({ served }) => served), sum(({ noShow }) => noShow)];
  const table = [['Service', 'tickets', 'mean wait', 'p90 wait', 'served', 'no-show'], ...lines, total];
  const verdicts = checks.map(({ name, ok, detail }) => `${ok ? 'ok    ' : 'FAILED'}  ${name}: ${detail}`);
  return [
    ...table.map(aligned),
    '',
    'Waits run from the number to the first call, in minutes in which the office is open.',
    '',
    ...verdicts,
    '',
  ].join('\n');
}

function rowOf(id: string, { people, extended }: Story, setup: Setup): ServiceRow {
  const ours = people.filter(({ issuedFor }) => issuedFor === id);
  const waits = ours
    .flatMap(({ issuedAt, firstCalledAt }) =>
      firstCalledAt === null ? [] : [openMs(issuedAt, firstCalledAt, setup, extended)],
    )
    .sort((a, b) => a - b);
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  const p90 = waits[Math.ceil(waits.length * 0.9) - 1];
  return {
    id,
    tickets: ours.length,
    meanWaitMin: waits.length === 0 ? null : inMinutes(mean),
    p90WaitMin: p90 === undefined ? null : inMinutes(p90),
    served: people.reduce((sum, { done }) => sum + done.filter((service) => service === id).length, 0),
    noShow: people.filter(({ state, service }) => state === 'no-show' && service === id).length,
  };
}

function inMinutes(ms: number): number {
  return Math.round((ms / MINUTE) * 100) / 100;
}

function aligned([first = '', ...others]: readonly string[]): string {
  return [first.padEnd(20), ...others.map((text) => text.padStart(10))].join('').trimEnd();
}
