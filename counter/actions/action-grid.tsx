import type { Desk } from '#counter/desk/desk.ts';
import { useSecondsLeft } from '#counter/desk/seconds-left.ts';
import { dossierWords } from '#counter/dossiers/dossier-words.ts';
import { words } from '#counter/words.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { ActionButton } from './action-button.tsx';
import { undoneWords } from './undone-words.ts';

type Props = { desk: Desk; view: CounterView };

/** All else that can be done with who is here. Every button keeps its place, so that the hand learns it. */
export function ActionGrid({ desk, view }: Props) {
  const w = words();
  return (
    <section class="actions" aria-label={w.actions}>
      <ActionButton desk={desk} view={view} action="ticket:start-service" label={w.start} />
      <FinishButton desk={desk} view={view} />
      <RecallButton desk={desk} view={view} />
      <ActionButton desk={desk} view={view} action="ticket:no-show" label={w.noShow} hint={noShowHint(view)} />
      <ActionButton desk={desk} view={view} action="ticket:park" label={w.park} />
      <ActionButton desk={desk} view={view} action="ticket:transfer" label={w.transfer} />
      <ActionButton desk={desk} view={view} action="ticket:add-service" label={w.addService} />
      <UndoButton desk={desk} view={view} />
      <ActionButton desk={desk} view={view} action="counter:pause" label={w.pause} />
    </section>
  );
}

/** With how many dossiers, when that or anything of them is not the usual: it is sent with this press. */
function FinishButton({ desk, view }: Props) {
  const { dossiers, isUsual } = desk.dossiers;
  const { finish } = words();
  const label = isUsual.value ? finish : `${finish} · ${dossierWords().count(dossiers.value.count)}`;
  return <ActionButton desk={desk} view={view} action="ticket:finish" label={label} />;
}

function RecallButton({ desk, view }: Props) {
  const left = useSecondsLeft(view.recallFrom);
  const { recall, seconds } = words();
  const isCounting = left > 0 && view.may.includes('ticket:recall');
  return (
    <ActionButton
      desk={desk}
      view={view}
      action="ticket:recall"
      label={recall}
      hint={isCounting ? seconds(left) : ''}
      isOff={left > 0}
    />
  );
}

function UndoButton({ desk, view }: Props) {
  const left = useSecondsLeft(view.undo?.until ?? 0);
  const { undo, seconds } = words();
  const hint = view.undo && left > 0 ? [undoneWords(view.undo), seconds(left)].filter(Boolean).join(' · ') : '';
  return <ActionButton desk={desk} view={view} action="ticket:undo-call" label={undo} hint={hint} isOff={left === 0} />;
}

function noShowHint({ current, callsBeforeAbsent }: CounterView): string {
  if (current?.state !== 'called' || current.calls >= callsBeforeAbsent) return '';
  return words().callAgain(callsBeforeAbsent - current.calls);
}
