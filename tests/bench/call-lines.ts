import { callRounds } from './calls.ts';
import { type Line, line } from './line.ts';

/** From a press to the displays, with and without a disk, with and without a crowd of phones. */
export async function callLines(presses: number, phones: number): Promise<Line[]> {
  const memory = await callRounds('memory', 10, 0, presses);
  const plain = await callRounds('plain', 10, 0, presses);
  const durable = await callRounds('durable', 10, 0, presses);
  // As long as many rounds of the phones, so that some presses fall into one.
  const unhurried = { restMs: 10 };
  const alone = await callRounds('durable', 10, 0, presses, unhurried);
  const crowded = await callRounds('durable', 10, phones, presses, unhurried);
  const crowd = `${phones.toLocaleString('en')} phones`;
  return [
    line('call → last of 10 displays, p50: hall ÷ without a disk', durable.shown.p50, memory.shown.p50, 'ms', '≤ 1.5'),
    line('call → last of 10 displays, p99: hall ÷ without a disk', durable.shown.p99, memory.shown.p99, 'ms', '≤ 2'),
    line('call → last of 10 displays, p50: hall ÷ with one plain row', durable.shown.p50, plain.shown.p50, 'ms', ''),
    line(`call → last of 10 displays, p50: with ${crowd} ÷ without`, crowded.shown.p50, alone.shown.p50, 'ms', '≤ 1.3'),
    line(`call → last of 10 displays, p99: with ${crowd} ÷ without`, crowded.shown.p99, alone.shown.p99, 'ms', '≤ 2'),
    line('"next" → answer ÷ a bare acknowledgement, p50', durable.answered.p50, durable.bare.p50, 'ms', ''),
    line('"next" → answer ÷ a bare acknowledgement, p99', durable.answered.p99, durable.bare.p99, 'ms', ''),
  ];
}
