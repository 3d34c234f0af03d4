import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';

const ORDER = ['waiting', 'atCounters', 'served', 'issued', 'noShow', 'cancelled', 'expired'] as const;

/** The day in seven figures: first those that change what a manager does now. */
export function Totals({ totals }: { totals: ManagerView['totals'] }) {
  const names = words().totals;
  return (
    <dl class="totals">
      {ORDER.map((name) => (
        <div key={name} class="total" data-total={name}>
          <dt>{names[name]}</dt>
          <dd>{totals[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
