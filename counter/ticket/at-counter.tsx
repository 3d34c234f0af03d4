import { serviceName } from '#counter/service-name.ts';
import { words } from '#counter/words.ts';
import type { CounterView, CurrentTicket } from '#shared/contract/views.ts';
import { now } from '#shared/page/clock.ts';
import { minutesText, stopwatch, wholeMinutes } from '#shared/page/duration.ts';
import { CallMarks, CallTrouble } from './call-mark.tsx';

/** Who is at the counter now: the one thing to be read from two metres. */
export function AtCounter({ view }: { view: CounterView }) {
  const { atCounter } = words();
  return (
    // Takes the focus that has nowhere else to go.
    <section class="at-counter" data-state={view.current?.state ?? 'none'} aria-label={atCounter} tabIndex={-1}>
      {view.current ? <Ticket ticket={view.current} view={view} /> : <Empty view={view} />}
    </section>
  );
}

function Ticket({ ticket, view }: { ticket: CurrentTicket; view: CounterView }) {
  const { called, serving, calls, waited, priority, note, further } = words();
  return (
    <>
      <p class="phase">
        <span>{ticket.state === 'called' ? called : serving}</span>
        <CallMarks seen={view.seen} />
        <Timer since={ticket.since} />
      </p>
      <p class="number">{ticket.number}</p>
      <p class="service">{serviceName(view, ticket.service)}</p>
      <ul class="facts">
        <li>{waited(minutesText(wholeMinutes(ticket.waitedMs)))}</li>
        <li>{calls(ticket.calls)}</li>
        {ticket.priority === 'priority' && <li class="priority">{priority}</li>}
      </ul>
      <CallTrouble seen={view.seen} />
      {ticket.next.length > 0 && (
        <p class="further">
          <b>{further}:</b> {ticket.next.map((id) => serviceName(view, id)).join(', ')}
        </p>
      )}
      {ticket.note && (
        <p class="note">
          <b>{note}:</b> {ticket.note}
        </p>
      )}
    </>
  );
}

function Timer({ since }: { since: number }) {
  return (
    <span class="timer" role="timer">
      {stopwatch(now.value - since)}
    </span>
  );
}

function Empty({ view }: { view: CounterView }) {
  const { isClosed, isPaused, openAdvice, nobody, nobodyAdvice } = words();
  const { state, pauseReason } = view.counter;
  const heading = { open: nobody, paused: isPaused, closed: isClosed }[state];
  const advice = { open: nobodyAdvice(view.waitingCount), paused: pauseReason, closed: openAdvice }[state];
  return (
    <>
      <p class="empty">{heading}</p>
      {advice && <p class="empty-advice">{advice}</p>}
    </>
  );
}
