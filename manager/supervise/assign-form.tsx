import { useId, useState } from 'preact/hooks';
import { ConfirmAnswers } from '#manager/confirm-answers.tsx';
import { FormFault } from '#manager/form-field.tsx';
import { assignButton } from '#manager/oversight.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import { PressButton } from '#shared/page/press-button.tsx';
import { assignmentOf, idsOf, leftAlone, SERVES, type Serves } from './assignment.ts';
import type { StepProps } from './counter-question.tsx';
import { superviseWords } from './supervise-words.ts';

/** Which services a counter does until the end of the day. */
export function AssignForm({ oversight, view, counter, go, done }: StepProps) {
  const [will, setWill] = useState(() => assignmentOf(counter, view));
  const w = superviseWords();
  const left = leftAlone(will, counter.id, view);
  const own = idsOf(will, 'own');
  const shortOf = (id: ServiceId) => view.services.find((service) => service.id === id)?.short ?? id;
  const fault = own.length === 0 ? w.noOwn : left.length > 0 ? w.left(left.map(shortOf).join(', ')) : null;
  const give = async (services: { own: ServiceId[]; helps: ServiceId[] } | null) => {
    if (await oversight.assign(counter.id, services)) done();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!fault) void give({ own, helps: idsOf(will, 'helps') });
      }}
    >
      <p>{w.assignAdvice}</p>
      <div class="assign">
        {view.services.map((service) => (
          <ServiceRow
            key={service.id}
            service={service}
            serves={will.get(service.id) ?? 'no'}
            choose={(serves) => setWill((now) => new Map(now).set(service.id, serves))}
          />
        ))}
      </div>
      {counter.isReassigned && (
        <PressButton
          presses={oversight}
          name={assignButton(null)}
          look="secondary"
          label={w.usual}
          press={() => void give(null)}
        />
      )}
      <div class="answer">
        <FormFault text={fault} />
        <ConfirmAnswers
          label={w.save}
          back={w.back}
          leave={() => go('look')}
          isLive={oversight.online.value === 'online'}
          isUnderWay={oversight.underWay.value === assignButton({ own, helps: [] })}
          isSlow={oversight.isSlow.value}
        />
      </div>
    </form>
  );
}

type RowProps = {
  service: ManagerView['services'][number];
  serves: Serves;
  choose: (serves: Serves) => void;
};

function ServiceRow({ service, serves, choose }: RowProps) {
  const group = useId();
  const w = superviseWords();
  return (
    <fieldset class="assign-row">
      <legend>
        <b class="prefix">{service.prefix}</b> {service.short}{' '}
        <span class="soft">{w.inLine(service.waiting, service.openCounters)}</span>
      </legend>
      <div class="ways">
        {SERVES.map((way) => (
          <label key={way} class="way" data-way={way}>
            <input type="radio" name={group} checked={way === serves} onChange={() => choose(way)} />
            {w.serves[way]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
