import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Desk } from '#counter/desk/desk.ts';
import { serviceName } from '#counter/service-name.ts';
import { words } from '#counter/words.ts';
import type { CounterView, TicketInLine } from '#shared/contract/views.ts';
import { now } from '#shared/page/clock.ts';
import { minutesText, wholeMinutes } from '#shared/page/duration.ts';
import { PressButton } from '#shared/page/press-button.tsx';

type Props = { desk: Desk; view: CounterView };

/** Who is not in the line but not gone either: parked here, or absent. */
export function SetAside(props: Props) {
  return (
    <>
      {props.view.parked.length > 0 && <Parked {...props} />}
      {props.view.absent.length > 0 && <Absent {...props} />}
    </>
  );
}

function Parked({ desk, view }: Props) {
  const { parked, resume } = words();
  return (
    <section class="list" aria-labelledby="parked-heading">
      <h2 id="parked-heading">
        {parked} <span class="count">{view.parked.length}</span>
      </h2>
      <ul>
        {view.parked.map((ticket) => (
          <Row key={ticket.ticket} view={view} ticket={ticket} since={ticket.parkedAt}>
            <Back desk={desk} command="ticket:resume" label={resume} ticket={ticket} press={desk.resume} />
          </Row>
        ))}
      </ul>
    </section>
  );
}

function Absent({ desk, view }: Props) {
  const { absent, takeBack, takenBack } = words();
  return (
    <section class="list" aria-labelledby="absent-heading">
      <h2 id="absent-heading">
        {absent} <span class="count">{view.absent.length}</span>
      </h2>
      <ul>
        {view.absent.map((ticket) => (
          <Row key={ticket.ticket} view={view} ticket={ticket} since={ticket.absentSince}>
            {ticket.mayReturn ? (
              <Back desk={desk} command="ticket:return" label={takeBack} ticket={ticket} press={desk.takeBack} />
            ) : (
              <span class="row-next">{takenBack}</span>
            )}
          </Row>
        ))}
      </ul>
    </section>
  );
}

type RowProps = { view: CounterView; ticket: TicketInLine; since: number; children: ComponentChildren };

function Row({ view, ticket, since, children }: RowProps) {
  const minutes = useComputed(() => wholeMinutes(now.value - since));
  return (
    <li class="row is-aside">
      <b class="row-number">{ticket.number}</b>
      <span class="row-about">
        <span class="row-service">{serviceName(view, ticket.service)}</span>
        <span class="tag">{minutesText(minutes.value)}</span>
      </span>
      {children}
    </li>
  );
}

type BackProps = {
  desk: Desk;
  command: 'ticket:resume' | 'ticket:return';
  label: string;
  ticket: TicketInLine;
  press: (ticket: TicketInLine['ticket']) => void;
};

function Back({ desk, command, label, ticket, press }: BackProps) {
  return (
    <PressButton
      presses={desk}
      name={`${command} ${ticket.ticket}`}
      look="row-button"
      label={label}
      spoken={`${label}: ${ticket.number}`}
      press={() => press(ticket.ticket)}
    />
  );
}
