import type { Desk } from '#counter/desk/desk.ts';
import type { DeskAction } from '#counter/desk/desk-action.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { ActionButton } from './action-button.tsx';
import { actionWords } from './action-words.ts';
import { HelpButton } from './help-call.tsx';
import { moreWords } from './more-words.ts';

type Props = { desk: Desk; view: CounterView };

/** Of now and then: somebody out of a list, auto-call, the help desk, the silent call for help. */
export function MoreActions({ desk, view }: Props) {
  const w = moreWords();
  return (
    <section class="more-actions" aria-label={w.moreActions}>
      <More
        desk={desk}
        view={view}
        action="counter:auto-call"
        hint={w.autoCall[view.autoCall]}
        isOn={view.autoCall !== 'off'}
      />
      <HelpButton desk={desk} view={view} />
      <More desk={desk} view={view} action="ticket:call-this" />
      <More desk={desk} view={view} action="ticket:resume" hint={countOf(view.parked)} />
      <More desk={desk} view={view} action="ticket:return" hint={countOf(view.absent.filter((one) => one.mayReturn))} />
      <More desk={desk} view={view} action="ticket:cancel" />
      <More desk={desk} view={view} action="page:help-desk" />
      <More desk={desk} view={view} action="page:keys" />
    </section>
  );
}

function More(props: Props & { action: DeskAction; hint?: string; isOn?: boolean }) {
  return <ActionButton {...props} label={actionWords()[props.action]} look="more-action" />;
}

function countOf(some: readonly unknown[]): string {
  return some.length > 0 ? String(some.length) : '';
}
