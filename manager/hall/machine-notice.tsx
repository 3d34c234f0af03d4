import { accessWords } from '#manager/access/access-words.ts';
import { machineName } from '#manager/access/health-facts.ts';
import { healthWords } from '#manager/access/health-words.ts';
import { ACCESS_ADDRESS } from '#manager/section.ts';
import type { MachinesView } from '#shared/contract/health.ts';

/** A word about a machine that wants looking after, while the hall is looked at. Where it stands what is wrong, a link leads. */
export function MachineNotice({ view }: { view: MachinesView }) {
  const w = healthWords();
  const troubled = view.machines.filter(({ troubles }) => troubles.length > 0);
  const [first] = troubled;
  if (!first) return null;
  return (
    <p class="is-troubled">
      {troubled.length === 1 ? w.oneNeedsLooking : w.manyNeedLooking(troubled.length)}{' '}
      <strong>{machineName(first)}</strong> <a href={ACCESS_ADDRESS}>{accessWords().look}</a>
    </p>
  );
}
