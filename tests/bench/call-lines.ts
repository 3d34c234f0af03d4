import { type Calls, callRounds } from './calls.ts';
import { type Line, line, percentile } from './line.ts';
import type { Mode } from './start-hall.ts';

const MODES = ['memory', 'plain', 'bare', 'durable'] as const satisfies readonly Mode[];

/** From a press to the displays, with and without a disk, with and without a crowd of phones. */
export async function callLines(presses: number, phones: number, rounds: number): Promise<Line[]> {
  const found: Record<(typeof MODES)[number], Calls[]> = { memory: [], plain: [], bare: [], durable: [] };
  const among = { alone: [] as Calls[], crowded: [] as Calls[] };
  // As long as many rounds of the phones, so that some presses fall into one.
  const unhurried = { restMs: 10 };
  for (let round = 0; round < rounds; round += 1) {
    for (const mode of MODES) found[mode].push(await callRounds(mode, 10, 0, presses));
    among.alone.push(await callRounds('durable', 10, 0, presses, unhurried));
    among.crowded.push(await callRounds('durable', 10, phones, presses, unhurried));
  }
  const one = (name: string, share: Share, ours: Calls[], limit: Calls[], target: string) =>
    line(`${name}, ${share}`, of(ours, 'shown', share), of(limit, 'shown', share), 'ms', target);
  const { memory, plain, bare, durable } = found;
  const toDisplays = 'call → last of 10 displays: hall ÷';
  const crowd = `call → last of 10 displays: with ${phones.toLocaleString('en')} phones ÷ without`;
  const answer = (share: Share) => {
    const name = `"next" → answer ÷ a bare acknowledgement, ${share}`;
    return line(name, of(durable, 'answered', share), of(durable, 'bare', share), 'ms', '');
  };
  return [
    one(`${toDisplays} without a disk`, 'p50', durable, memory, '≤ 1.5'),
    one(`${toDisplays} without a disk`, 'p99', durable, memory, '≤ 2'),
    one(`${toDisplays} with one plain row`, 'p50', durable, plain, ''),
    one(`${toDisplays} its rows by bare statements`, 'p50', durable, bare, '≤ 1.05'),
    one(crowd, 'p50', among.crowded, among.alone, '≤ 1.3'),
    one(crowd, 'p99', among.crowded, among.alone, '≤ 2'),
    answer('p50'),
    answer('p99'),
  ];
}

type Share = 'p50' | 'p99';

/** Of the presses of all rounds together. */
function of(rounds: readonly Calls[], what: keyof Calls, share: Share): number {
  return percentile(
    rounds.flatMap((round) => round[what]),
    share === 'p50' ? 0.5 : 0.99,
  );
}
