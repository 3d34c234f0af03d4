import { callLines } from './call-lines.ts';
import { clerksLines } from './clerks.ts';
import { comeBackLines } from './come-back.ts';
import { fanOutLines } from './fan-out.ts';
import { historyLines } from './history.ts';
import { issueLines } from './issue.ts';
import { journalLines } from './journal-alone.ts';
import { lifeLines } from './life.ts';
import { holds, type Line, short } from './line.ts';
import { nextLines } from './next.ts';
import { paperLines } from './paper.ts';
import { pixelLines } from './pixel.ts';
import { sampleOffice } from './start-hall.ts';

// `npm run bench [--short] [--json]`: what the hall takes, beside what it cannot be faster than, in one run on one machine.
const isShort = process.argv.includes('--short');
const isJson = process.argv.includes('--json');
const PARTS: Record<string, () => Promise<Line[]>> = {
  journal: async () => (isShort ? journalLines(2_000, 1) : journalLines(20_000, 9)),
  issue: () => (isShort ? issueLines([1, 50], 800, 1) : issueLines([1, 10, 50], 7_500, 3)),
  calls: () => (isShort ? callLines(60, 200, 1) : callLines(800, 5_000, 3)),
  clerks: () => clerksLines(isShort ? 500 : 10_000),
  pixel: () => pixelLines(isShort ? 6 : 200),
  crowds: () => (isShort ? fanOutLines([10, 200], 4) : fanOutLines([10, 100, 1_000, 5_000], 15)),
  back: () => comeBackLines(isShort ? 300 : 5_000),
  next: async () => nextLines(sampleOffice()),
  history: () => (isShort ? historyLines(1, 400, 1) : historyLines(10, 600, 5)),
  paper: () => (isShort ? paperLines(400, 3) : paperLines(4_000, 9)),
  life: () => (isShort ? lifeLines(1, 200) : lifeLines(5, 5_000)),
};

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const all: Line[] = [];
for (const [part, measure] of Object.entries(PARTS)) {
  if (only && only !== part) continue;
  const lines = await measure();
  all.push(...lines);
  if (!isJson) for (const line of lines) process.stdout.write(`${asText(line)}\n`);
}
if (isJson) process.stdout.write(`${JSON.stringify(all.map(({ target: _target, ...line }) => line))}\n`);

function asText(one: Line): string {
  const verdict = { true: 'holds', false: 'MISSED', null: '' }[String(holds(one))];
  const figures = `${short(one.ours)} : ${short(one.limit)} ${one.unit}`;
  return `${one.name.padEnd(72)} ${figures.padStart(24)}  ${one.ratio.toFixed(2).padStart(6)}  ${one.target.padEnd(7)} ${verdict}`;
}
