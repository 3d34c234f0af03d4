import { type Dossiers, USUAL_DOSSIERS } from '#shared/domain/dossiers.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { HallModel, Person } from './hall-model.ts';
import type { Pressed } from './seen.ts';

/** Carries out in the model what the server said yes to. Calls are retold apart, by `called`. */
export function retell(hall: HallModel, pressed: Pressed, at: number, turn: number) {
  if (!pressed.reply.ok) return;
  const { counter } = pressed.who;
  if (counter !== null && pressed.name.startsWith('counter:')) retellDoor(hall, pressed.name, counter, at);
  else if (counter !== null && pressed.name === 'ticket:undo-call') hall.undo(counter, at);
  else retellTicket(hall, pressed, at, turn);
  if (!pressed.name.startsWith('counter:')) hall.remember(counter);
}

/** Somebody is called to a counter. */
export function called(hall: HallModel, person: Person, counter: CounterId, at: number) {
  hall.put({ ...person, state: 'called', counter, firstCalledAt: person.firstCalledAt ?? at }, at);
}

/** Done with a service: into the next line of the visit, or gone. */
export function finish(hall: HallModel, person: Person | null, at: number, what: Dossiers = USUAL_DOSSIERS) {
  if (!person) return;
  const dossiers = [...person.dossiers, what];
  const [errand, ...next] = person.next;
  const done = [...person.done, person.service];
  if (errand)
    hall.put({ ...person, ...errand, next, done, dossiers, boundTo: null, state: 'waiting', counter: null }, at);
  else hall.put({ ...person, done, dossiers, state: 'served' }, at);
}

/** The end of the day for everybody who is still here. */
export function closeDay(hall: HallModel, at: number) {
  for (const person of [...hall.people.values()]) {
    if (person.state === 'serving')
      hall.put({ ...person, done: [...person.done, person.service], state: 'served' }, at);
    else if (person.state === 'absent') hall.put({ ...person, state: 'no-show' }, at);
    else if (['waiting', 'called', 'parked'].includes(person.state)) hall.put({ ...person, state: 'expired' }, at);
  }
}

function retellTicket(hall: HallModel, pressed: Pressed, at: number, turn: number) {
  if (pressed.name === 'ticket:take') return issue(hall, pressed, at, turn);
  const person = aboutWhom(hall, pressed);
  if (!person) return;
  switch (pressed.name) {
    case 'ticket:start-service':
      return hall.put({ ...person, state: 'serving' }, at);
    case 'ticket:finish':
      return finish(hall, person, at, pressed.input.dossiers);
    case 'ticket:no-show':
      return hall.put({ ...person, state: 'absent' }, at);
    case 'ticket:return':
      return hall.put({ ...person, state: 'waiting', boundTo: stillThere(hall, person.boundTo) }, at);
    case 'ticket:park':
      return hall.put({ ...person, state: 'parked' }, at);
    case 'ticket:resume':
      return hall.put({ ...person, state: 'waiting', boundTo: stillThere(hall, person.counter) }, at);
    case 'ticket:transfer': {
      const { to, counter: boundTo } = pressed.input;
      return hall.put({ ...person, state: 'waiting', service: to, boundTo, counter: null }, at);
    }
    case 'ticket:add-service':
      return hall.put({ ...person, next: [...person.next, { service: pressed.input.service, arrivedAt: at }] }, at);
    case 'ticket:cancel':
      return hall.put({ ...person, state: 'cancelled' }, at);
  }
}

function issue(hall: HallModel, { reply, input }: Extract<Pressed, { name: 'ticket:take' }>, at: number, turn: number) {
  const [service, ...others] = input.services;
  if (!reply.ok || service === undefined) return;
  const { ticket, number } = reply.answer;
  hall.put(
    {
      ticket,
      number,
      priority: input.priority,
      issuedAt: at,
      issuedFor: service,
      issuedIn: turn,
      service,
      arrivedAt: at,
      next: others.map((other) => ({ service: other, arrivedAt: at })),
      done: [],
      dossiers: [],
      boundTo: null,
      state: 'waiting',
      counter: null,
      firstCalledAt: null,
    },
    at,
  );
}

function aboutWhom(hall: HallModel, { input }: Pressed): Person | null {
  if ('ticket' in input) return hall.person(input.ticket);
  return 'expects' in input && input.expects !== null ? hall.person(input.expects) : null;
}

/** Whoever was called or is bound to a counter that closes stands in the line of the service again. */
function retellDoor(hall: HallModel, name: Pressed['name'], counter: CounterId, at: number) {
  if (name === 'counter:close') {
    const here = hall.at(counter);
    const bound = hall.waiting().filter(({ boundTo }) => boundTo === counter);
    for (const person of here ? [here, ...bound] : bound) {
      hall.put({ ...person, state: 'waiting', boundTo: null, counter: null }, at);
    }
  }
  hall.remember(null);
  hall.setCounter(counter, name === 'counter:close' ? 'closed' : name === 'counter:pause' ? 'paused' : 'open');
}

function stillThere(hall: HallModel, counter: CounterId | null): CounterId | null {
  return counter !== null && hall.counter(counter).state !== 'closed' ? counter : null;
}
