import type { Oversight } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';

/** Numbers that should not be there: from here they are cancelled, and here stands what was. */
export function CancelRangeCard({ oversight, view }: { oversight: Oversight; view: ManagerView }) {
  const { cancelNumbers, cancelAdvice, cancelOpen, cancelled } = words();
  const last = oversight.cancelled.value;
  return (
    <section class="card" aria-labelledby="cancel-heading">
      <h2 id="cancel-heading">{cancelNumbers}</h2>
      <p class="soft">{cancelAdvice}</p>
      <p role="status">{last.length > 0 && cancelled(last.join(', '))}</p>
      <button
        type="button"
        class="small"
        disabled={oversight.online.value !== 'online' || view.cancellable.length === 0}
        onClick={() => oversight.ask('cancel-range')}
      >
        {cancelOpen}
      </button>
    </section>
  );
}
