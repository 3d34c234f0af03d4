import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { callColumns } from './call-columns.ts';
import { displayWords } from './display-words.ts';
import type { RowPlan } from './legible.ts';
import { isLit, type PendingCalls } from './pending-calls.ts';

/** The latest calls, newest on top; those being called are lit. */
export function CallRows({ view, calls, rows }: { view: BoardView; calls: PendingCalls; rows: RowPlan['rows'] }) {
  const { rowsPerColumn, columns } = callColumns(view.calls, (call) => isLit(calls, call.callSeq), rows);
  return (
    <section class="call-columns" aria-label={displayWords().latestCalls}>
      {columns.map((column, index) => (
        <CallColumn key={index} column={column} rows={rowsPerColumn} calls={calls} />
      ))}
    </section>
  );
}

function CallColumn({ column, rows, calls }: { column: readonly BoardCall[]; rows: number; calls: PendingCalls }) {
  const words = displayWords();
  return (
    <div class="call-column" style={{ '--rows': rows }}>
      <p class="call-heads" aria-hidden="true">
        <span>{words.number}</span>
        <span>{words.counter}</span>
      </p>
      <ol class="call-rows">
        {column.map((call) => (
          <CallRow key={call.callSeq} call={call} lit={isLit(calls, call.callSeq)} />
        ))}
      </ol>
    </div>
  );
}

function CallRow({ call, lit }: { call: BoardCall; lit: boolean }) {
  return (
    <li class={lit ? 'call-row lit' : 'call-row'} data-call={call.callSeq}>
      <span class="row-number">{call.number}</span>
      <Arrow />
      <span class="row-counter">{call.counter}</span>
    </li>
  );
}

// The font has no arrows.
function Arrow() {
  return (
    <svg class="row-arrow" viewBox="0 0 24 16" aria-hidden="true">
      <path d="M1 8h20M14.5 1.5 21 8l-6.5 6.5" />
    </svg>
  );
}
