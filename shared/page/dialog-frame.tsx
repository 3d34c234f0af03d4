import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Refusal } from '#shared/contract/refusals.ts';
import { alarm } from './alarm.ts';
import { Notice } from './notice.tsx';

type Props = {
  title: string;
  notice: ReadonlySignal<Refusal | null>;
  /** Escape was pressed, or the browser closed the dialog. */
  onCancel: () => void;
  children: ComponentChildren;
};

const CONTROLS = 'input, select, textarea, button, a';

/**
 * A question over the page. It is open as long as it is drawn. The first control gets the focus; when it goes, the focus goes
 * back to where it was. A "no" is shown inside, because the page behind cannot be read.
 */
export function DialogFrame({ title, notice, onCancel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // A list that scrolls is no control, but the browser would begin with it.
    if (!document.activeElement?.matches(CONTROLS)) shown?.querySelector<HTMLElement>(CONTROLS)?.focus();
    // Closed before it is taken away: only then does the browser give the focus back.
    return () => shown?.close();
  }, []);
  const said = notice.value;
  // It stands at the end, which a low glass may not reach.
  useEffect(() => {
    if (said !== null) dialog.current?.scrollTo({ top: dialog.current.scrollHeight });
  }, [said]);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onClose={(event) => {
        // Also heard after our own closing, when it is drawn no more and perhaps the next question is.
        if (event.currentTarget.isConnected) onCancel();
      }}
    >
      {/* What stands on the page behind can neither be seen well nor be read aloud. */}
      <p class="dialog-alarm" aria-live="assertive">
        {alarm.value}
      </p>
      <h2 id={titleId}>{title}</h2>
      {children}
      <Notice notice={notice} />
    </dialog>
  );
}
