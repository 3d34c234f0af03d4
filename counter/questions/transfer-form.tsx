import { useId, useState } from 'preact/hooks';
import { moreWords } from '#counter/actions/more-words.ts';
import type { Desk } from '#counter/desk/desk.ts';
import { serviceName } from '#counter/service-name.ts';
import { words } from '#counter/words.ts';
import type { CounterView, CurrentTicket } from '#shared/contract/views.ts';
import type { CounterId, ServiceId } from '#shared/domain/ids.ts';
import { Confirm } from './confirm-buttons.tsx';
import { ServicePicker } from './service-picker.tsx';

type Props = { desk: Desk; view: CounterView; ticket: CurrentTicket };

/** The contract's limit of a note. */
const NOTE_LENGTH = 120;

/** Where the visitor goes on to: a service, perhaps one counter of it, perhaps with a word for the next clerk. */
export function TransferForm({ desk, view, ticket }: Props) {
  const [to, setTo] = useState<ServiceId | null>(null);
  const [counter, setCounter] = useState<CounterId | null>(null);
  const [note, setNote] = useState('');
  const [further, setFurther] = useState<readonly ServiceId[]>([]);
  const w = words();
  // The same line again is no transfer, unless it is to another counter of it.
  const isSamePlace = to === ticket.service && counter === null;
  const label = !to ? w.transferPick : isSamePlace ? w.transferCounter : w.transferTo(serviceName(view, to));
  const chooseService = (service: ServiceId | null) => {
    setTo(service);
    setCounter(null);
    setFurther((chosen) => chosen.filter((one) => one !== service));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (to && !isSamePlace) desk.transfer(ticket.ticket, { to, counter, note, further });
      }}
    >
      <ServicePicker services={view.services} chosen={to} choose={chooseService} here={ticket.service} />
      {to && <CounterChoice view={view} service={to} chosen={counter} choose={setCounter} />}
      <label class="field">
        <span>{w.noteFor}</span>
        <input
          type="text"
          maxLength={NOTE_LENGTH}
          value={note}
          autocomplete="off"
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      {to && <FurtherChoice view={view} ticket={ticket} to={to} chosen={further} choose={setFurther} />}
      <Confirm desk={desk} label={label} isOff={!to || isSamePlace} />
    </form>
  );
}

type FurtherProps = {
  view: CounterView;
  ticket: CurrentTicket;
  to: ServiceId;
  chosen: readonly ServiceId[];
  choose: (further: readonly ServiceId[]) => void;
};

/**
 * Who stood in a wrong lane may have come for more: it is told here once, and counts from his arrival. Folded away, as it is needed
 * seldom.
 */
function FurtherChoice({ view, ticket, to, chosen, choose }: FurtherProps) {
  const w = moreWords();
  const asked = new Set<ServiceId>([to, ...ticket.next]);
  const { services } = view;
  return (
    <details class="further-choice">
      <summary>
        {w.furtherToo}
        {chosen.length > 0 && <b>: {chosen.map((id) => serviceName(view, id)).join(', ')}</b>}
      </summary>
      <fieldset class="choices services">
        <legend class="sr-only">{w.furtherToo}</legend>
        {services
          .filter(({ id }) => !asked.has(id))
          .map(({ id, prefix, short }) => (
            <label key={id} class="choice">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
              />
              <b>{prefix}</b>
              <span class="choice-name">{short}</span>
            </label>
          ))}
      </fieldset>
    </details>
  );
}

type ChoiceProps = {
  view: CounterView;
  service: ServiceId;
  chosen: CounterId | null;
  choose: (counter: CounterId | null) => void;
};

function CounterChoice({ view, service, chosen, choose }: ChoiceProps) {
  const group = useId();
  const w = words();
  const serving = view.counters.filter(({ id, serves }) => serves.includes(service) && id !== view.counter.id);
  return (
    <fieldset class="choices counters">
      <legend>{w.whichCounter}</legend>
      <label class="choice">
        <input type="radio" name={group} checked={chosen === null} onChange={() => choose(null)} />
        <span class="choice-name">{w.anyCounter}</span>
      </label>
      {serving.map(({ id, state }) => (
        <label key={id} class="choice">
          <input type="radio" name={group} checked={chosen === id} onChange={() => choose(id)} />
          <span class="choice-name">{w.counter(id)}</span>
          {state !== 'open' && <span class="choice-more">{w.state[state].toLowerCase()}</span>}
        </label>
      ))}
    </fieldset>
  );
}
