import { Since, stateWords } from '#manager/hall/counters-grid.tsx';
import { superviseButton } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import type { CounterState, ManagerView } from '#shared/contract/views.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import { PressButton } from '#shared/page/press-button.tsx';
import type { Step, StepProps } from './counter-question.tsx';
import { superviseWords } from './supervise-words.ts';

type Counter = ManagerView['counters'][number];

/** A counter as it is, and the buttons that lead on. */
export function CounterNow({ oversight, view, counter, go, done }: StepProps) {
  const w = superviseWords();
  const why = whyNot(counter, view);
  return (
    <div class="counter-now">
      <Facts view={view} counter={counter} />
      {why && <p>{why}</p>}
      <div class="counter-acts">
        {counter.may.includes('open') && <OpenButton oversight={oversight} counter={counter} done={done} />}
        {counter.may.includes('paused') && <StepButton step="pause" go={go} label={w.pause} />}
        {counter.may.includes('closed') && <StepButton step="close" go={go} label={w.close} />}
        {view.dayState === 'open' && <StepButton step="assign" go={go} label={w.assign} />}
      </div>
      <div class="confirm">
        <button type="button" class="primary" data-leave onClick={() => oversight.ask(null)}>
          {w.leave}
        </button>
      </div>
    </div>
  );
}

function Facts({ view, counter }: { view: ManagerView; counter: Counter }) {
  const w = superviseWords();
  const lines = (ids: readonly ServiceId[]) => ids.map((id) => lineText(id, view)).join(', ') || w.none;
  return (
    <dl class="counter-facts">
      <dt>{w.here}</dt>
      <dd>
        <Here counter={counter} />
      </dd>
      <dt>{w.own}</dt>
      <dd>
        {lines(counter.services)}
        {counter.isReassigned && <span class="reassigned">{w.reassigned}</span>}
      </dd>
      <dt>{w.helps}</dt>
      <dd>{lines(counter.helps)}</dd>
      <dt>{w.bound}</dt>
      <dd>{counter.bound.join(', ') || w.none}</dd>
      <dt>{w.parked}</dt>
      <dd>{counter.parked.join(', ') || w.none}</dd>
      <dt>{w.autoCall}</dt>
      <dd>{w.auto[counter.autoCall]}</dd>
      <dt>{w.served}</dt>
      <dd>{w.servedCount(counter.served)}</dd>
    </dl>
  );
}

function Here({ counter }: { counter: Counter }) {
  const w = words();
  const { current, state } = counter;
  if (!current) return <b>{state === 'open' ? w.free : stateWords(counter)}</b>;
  return (
    <>
      <b>{current.number}</b> {current.state === 'called' ? w.calling : w.serving} <Since since={current.since} />
    </>
  );
}

/** Why less can be done than one would think. */
function whyNot({ current }: Counter, { dayState }: ManagerView): string | null {
  const w = superviseWords();
  if (dayState === 'closed') return w.dayOver;
  if (!current) return null;
  return current.state === 'serving' ? w.whileServing(current.number) : w.whileCalled(current.number);
}

function lineText(id: ServiceId, { services }: ManagerView): string {
  const service = services.find((one) => one.id === id);
  return service ? superviseWords().waiting(service.short, service.waiting) : id;
}

function StepButton({ step, go, label }: { step: Step; go: (step: Step) => void; label: string }) {
  return (
    <button type="button" class="secondary" data-step={step} onClick={() => go(step)}>
      {label}
    </button>
  );
}

const OPEN: CounterState = 'open';

/** Needs no question: nothing is lost by it. */
function OpenButton({ oversight, counter: { id, state }, done }: Pick<StepProps, 'oversight' | 'counter' | 'done'>) {
  const w = superviseWords();
  const open = async () => {
    if (await oversight.supervise(id, OPEN, null)) done();
  };
  return (
    <PressButton
      presses={oversight}
      name={superviseButton(id, OPEN)}
      look="secondary"
      label={state === 'paused' ? w.goOn : w.doOpen}
      press={() => void open()}
    />
  );
}
