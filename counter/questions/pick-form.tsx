import { useId, useState } from 'preact/hooks';
import { moreWords } from '#counter/actions/more-words.ts';
import type { Desk } from '#counter/desk/desk.ts';
import { type Pick as PickWhat, pickable } from '#counter/desk/desk-action.ts';
import { serviceName } from '#counter/service-name.ts';
import type { CounterView, TicketInLine } from '#shared/contract/views.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { serverNow } from '#shared/page/clock.ts';
import { minutesText, wholeMinutes } from '#shared/page/duration.ts';
import { afterArrow } from './after-arrow.ts';
import { Confirm } from './confirm-buttons.tsx';

type Props = { desk: Desk; view: CounterView; pick: PickWhat };

/** Somebody out of a list: by digits of the number, by the arrows or by the mouse, then Enter. */
export function PickForm({ desk, view, pick }: Props) {
  const [typed, setTyped] = useState('');
  const [walked, walkTo] = useState<TicketId | null>(null);
  const group = useId();
  const w = moreWords();
  const found = pickable(view, pick).filter(({ number }) => isMeant(typed, number));
  // Who has left the list meanwhile is chosen no more. To call out of order one has to be named; else the first is likely meant.
  const first = typed === '' && pick === 'ticket:call-this' ? undefined : found[0];
  const chosen = found.find(({ ticket }) => ticket === walked) ?? first;
  const walk = (event: KeyboardEvent) => {
    const to = afterArrow(event.key, found, chosen);
    if (!to) return;
    event.preventDefault();
    walkTo(to.ticket);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) desk.picked(pick, chosen);
      }}
    >
      <label class="field">
        <span>{w.findNumber}</span>
        <input
          type="text"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            setTyped(event.currentTarget.value.trim());
            walkTo(null);
          }}
          onKeyDown={walk}
        />
      </label>
      <fieldset class="choices services picks">
        <legend>{w.numbers}</legend>
        {found.length === 0 && <p class="nobody">{w.noNumber}</p>}
        {found.map((ticket) => (
          <label key={ticket.ticket} class="choice">
            <input
              type="radio"
              name={group}
              checked={ticket === chosen}
              onChange={() => walkTo(ticket.ticket)}
              ref={(radio) => {
                if (ticket === chosen) radio?.parentElement?.scrollIntoView({ block: 'nearest' });
              }}
            />
            <b>{ticket.number}</b>
            <span class="choice-name">{serviceName(view, ticket.service)}</span>
            {pick === 'ticket:call-this' && <span class="choice-more">{waitedText(ticket)}</span>}
            {pick === 'ticket:cancel' && <span class="choice-more">{w.where[whereIs(view, ticket)]}</span>}
          </label>
        ))}
      </fieldset>
      <Confirm
        desk={desk}
        label={chosen ? w.choose(chosen.number) : w.pickOne}
        isOff={!chosen}
        wayOut={pick === 'ticket:cancel' ? w.wayBack : undefined}
      />
    </form>
  );
}

/** `24`, `a24` and `A024` all mean A024; an input method may have made the letter something else. */
function isMeant(typed: string, number: string): boolean {
  const said = /^([a-z]?)\s*(\d*)$/i.exec(typed);
  if (!said) return typed === '';
  const [, letter = '', digits = ''] = said;
  const isLetter = letter === '' || number.startsWith(letter.toUpperCase());
  return isLetter && number.slice(1).includes(digits);
}

function waitedText({ arrivedAt }: TicketInLine): string {
  return minutesText(wholeMinutes(serverNow() - arrivedAt));
}

function whereIs(view: CounterView, { ticket }: TicketInLine): 'here' | 'waiting' | 'parked' | 'absent' {
  if (view.current?.ticket === ticket) return 'here';
  if (view.parked.some((one) => one.ticket === ticket)) return 'parked';
  return view.absent.some((one) => one.ticket === ticket) ? 'absent' : 'waiting';
}
