import { useId, useState } from 'preact/hooks';
import type { ServiceId } from '#shared/domain/ids.ts';
import { isFoundIn } from '#shared/page/fold-diacritics.ts';
import { PressButton } from '#shared/page/press-button.tsx';
import type { HelpDesk } from './help-desk.ts';
import { helpDeskWords } from './help-desk-words.ts';
import { IssuedNumber, namesOf } from './issued-number.tsx';

/** What the help desk has to know of a service; the manager's picture and a counter's both hold it. */
export type DeskService = { id: ServiceId; prefix: string; short: string; waiting: number };

type Props = { desk: HelpDesk; services: readonly DeskService[] };

/** A number for somebody who stands there: his services in the order wished, priority, and the language in which he is called. */
export function IssueNumber({ desk, services }: Props) {
  const [chosen, setChosen] = useState<readonly ServiceId[]>([]);
  const [isPriority, setPriority] = useState(false);
  const [isEnglish, setEnglish] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const w = helpDeskWords();
  const issued = desk.issued.value;
  const toggle = (service: ServiceId) => {
    setMissing(false);
    setChosen((now) => (now.includes(service) ? now.filter((one) => one !== service) : [...now, service]));
  };
  const submit = async () => {
    setMissing(chosen.length === 0);
    const priority = isPriority ? 'priority' : 'regular';
    const language = isEnglish ? { language: 'en' as const } : {};
    if (chosen.length === 0 || !(await desk.issue({ services: [...chosen], priority, ...language }))) return;
    // The next one who stands there is somebody else.
    setChosen([]);
    setPriority(false);
    setEnglish(false);
  };
  return (
    <section class="desk-part" aria-labelledby={id}>
      <h3 id={id}>{w.issue}</h3>
      <p role="status" class="sr-only">
        {issued && `${w.issued}: ${issued.number}. ${w.slip[issued.slip]}`}
      </p>
      {issued && <IssuedNumber desk={desk} issued={issued} services={services} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ServiceChoice services={services} chosen={chosen} toggle={toggle} />
        <p role="status">{chosen.length > 0 && w.chosen(namesOf(chosen, services))}</p>
        <div class="desk-buttons">
          <Tick label={w.priority} isOn={isPriority} change={setPriority} />
          <Tick label={w.english} isOn={isEnglish} change={setEnglish} />
        </div>
        <p class="desk-fault" role="alert">
          {isMissing && w.pickService}
        </p>
        <PressButton presses={desk} name="ticket:take" look="primary" label={w.issueDo} />
      </form>
    </section>
  );
}

type ChoiceProps = Pick<Props, 'services'> & {
  chosen: readonly ServiceId[];
  toggle: (service: ServiceId) => void;
};

/** A few letters and Enter choose the first that is found; a tick chooses any. */
function ServiceChoice({ services, chosen, toggle }: ChoiceProps) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const w = helpDeskWords();
  const found = services.filter(({ prefix, short }) => isFoundIn(typed, `${prefix} ${short}`));
  const isTyping = typed.trim() !== '';
  const takeFirst = (event: KeyboardEvent) => {
    // An input method still composing takes its own Enter; an empty field leaves it to the form.
    if (event.key !== 'Enter' || event.isComposing || !isTyping) return;
    event.preventDefault();
    const [first] = found;
    if (!first) return;
    toggle(first.id);
    setTyped('');
  };
  return (
    <>
      <label for={id}>{w.service}</label>
      <input
        id={id}
        class="desk-input"
        type="text"
        value={typed}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={takeFirst}
      />
      <p id={`${id}-hint`} class="desk-soft">
        {w.serviceHint}
      </p>
      <fieldset class="desk-services">
        <legend class="sr-only">{w.service}</legend>
        {found.length === 0 && <p>{w.noService}</p>}
        {found.map((service, index) => {
          const place = chosen.indexOf(service.id);
          return (
            <label key={service.id} class={isTyping && index === 0 ? 'desk-service is-first' : 'desk-service'}>
              <input type="checkbox" checked={place >= 0} onChange={() => toggle(service.id)} />
              <b>{service.prefix}</b>
              <span class="desk-service-name">{service.short}</span>
              <span class="desk-more">{place >= 0 && chosen.length > 1 ? place + 1 : w.inLine(service.waiting)}</span>
            </label>
          );
        })}
      </fieldset>
    </>
  );
}

function Tick({ label, isOn, change }: { label: string; isOn: boolean; change: (isOn: boolean) => void }) {
  return (
    <label class="desk-tick">
      <input type="checkbox" checked={isOn} onChange={(event) => change(event.currentTarget.checked)} /> {label}
    </label>
  );
}
