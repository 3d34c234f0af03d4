import type { Desk } from '#counter/desk/desk.ts';
import type { DeskAction } from '#counter/desk/desk-action.ts';
import { dossierText } from '#counter/dossiers/dossier-bar.tsx';
import { KeyCap, shortcutOf } from '#counter/keys/key-cap.tsx';
import { serviceName } from '#counter/service-name.ts';
import { words } from '#counter/words.ts';
import type { CounterAction, CounterView } from '#shared/contract/views.ts';
import { pageWords } from '#shared/page/words/page-words.ts';

/** Keeps the line's height, so that the buttons below stay where they are. */
const NOTHING = '\u00a0';

/** The one press that the day is made of: the next visitor, or opening the counter first. */
export function PrimaryAction({ desk, view }: { desk: Desk; view: CounterView }) {
  const { callNext, nobodyNext, finishes, open, goOn } = words();
  const { state } = view.counter;
  if (state !== 'open') {
    return (
      <div class="primary-action">
        <PrimaryButton desk={desk} view={view} action="counter:open" label={state === 'paused' ? goOn : open} />
        <p class="consequence">{NOTHING}</p>
      </div>
    );
  }
  const { upNext, current } = view;
  return (
    <div class="primary-action">
      <PrimaryButton desk={desk} view={view} action="ticket:call-next" label={callNext}>
        {upNext ? (
          <>
            <b>{upNext.number}</b> {serviceName(view, upNext.service)}
          </>
        ) : (
          nobodyNext
        )}
      </PrimaryButton>
      <p class="consequence">
        {current ? finishes(current.number) : NOTHING} {current && <b>{dossierText(desk.dossiers)}</b>}
      </p>
    </div>
  );
}

type ButtonProps = {
  desk: Desk;
  view: CounterView;
  action: DeskAction & CounterAction;
  label: string;
  children?: preact.ComponentChildren;
};

function PrimaryButton({ desk, view, action, label, children }: ButtonProps) {
  const isUnderWay = desk.underWay.value === action;
  const isOff = desk.online.value !== 'online' || !view.may.includes(action);
  return (
    <button
      type="button"
      class={isUnderWay ? 'primary is-under-way' : 'primary'}
      disabled={isOff}
      aria-busy={isUnderWay}
      aria-keyshortcuts={shortcutOf(desk, action)}
      onClick={() => desk.act(action)}
    >
      <span class="label">
        {isUnderWay && desk.isSlow.value ? pageWords().sending : label} <KeyCap desk={desk} action={action} />
      </span>
      {children && <span class="whom">{children}</span>}
    </button>
  );
}
