import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Oversight } from '#manager/oversight.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { DialogFrame } from '#shared/page/dialog-frame.tsx';
import { pageWords } from '#shared/page/words/page-words.ts';
import { AssignForm } from './assign-form.tsx';
import { CloseCounterForm } from './close-counter-form.tsx';
import { CounterNow } from './counter-now.tsx';
import { PauseCounterForm } from './pause-counter-form.tsx';
import { superviseWords } from './supervise-words.ts';

type Counter = ManagerView['counters'][number];

/** What one counter's question shows: the counter as it is, or what is asked before something is done there. */
export type Step = 'look' | 'pause' | 'close' | 'assign';

/** What each step needs. */
export type StepProps = {
  oversight: Oversight;
  view: ManagerView;
  counter: Counter;
  go: (step: Step) => void;
  /** It was done: back to the counter as it now is. */
  done: () => void;
};

/** One counter over the page: who is there, and what the manager does about it. It stays until it is left, and shows what came of it. */
export function CounterQuestion({ oversight, view }: { oversight: Oversight; view: ManagerView }) {
  const question = oversight.question.value;
  if (question === null || typeof question === 'string') return null;
  const counter = view.counters.find(({ id }) => id === question.counter);
  if (!counter) return null;
  return (
    <DialogFrame
      key={counter.id}
      title={superviseWords().title(counter.id)}
      notice={oversight.notice}
      onCancel={() => oversight.ask(null)}
    >
      <Steps oversight={oversight} view={view} counter={counter} />
    </DialogFrame>
  );
}

const LEAVE = '[data-leave]';

function Steps({ oversight, view, counter }: Pick<StepProps, 'oversight' | 'view' | 'counter'>) {
  const [step, setStep] = useState<Step>('look');
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<Step>(step);
  const isDone = useRef(false);
  const focus = (target: string) => place.current?.querySelector<HTMLElement>(target)?.focus();
  useLayoutEffect(() => {
    // The dialog sees to the first one.
    if (shown.current === step) return;
    // What was pressed and done may go with the next picture: only the way out surely stays.
    focus(step !== 'look' ? 'input, button' : isDone.current ? LEAVE : `[data-step="${shown.current}"]`);
    shown.current = step;
    isDone.current = false;
  }, [step]);
  const done = () => {
    if (step === 'look') return focus(LEAVE);
    isDone.current = true;
    setStep('look');
  };
  const props: StepProps = { oversight, view, counter, go: setStep, done };
  return (
    <div ref={place}>
      {oversight.online.value !== 'online' && (
        <p class="dialog-offline" role="alert">
          {pageWords().offline}.
        </p>
      )}
      {step === 'look' && <CounterNow {...props} />}
      {step === 'pause' && <PauseCounterForm {...props} />}
      {step === 'close' && <CloseCounterForm {...props} />}
      {step === 'assign' && <AssignForm {...props} />}
    </div>
  );
}
