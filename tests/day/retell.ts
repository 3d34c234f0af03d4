import { type Dossiers, USUAL_DOSSIERS } from '#shared/domain/dossiers.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { HallModel, Person } from './hall-model.ts';
import type { Pressed } from './seen.ts';

/** Carries out in the model what the server said yes to. Calls are retold apart, by `called`. */
export function retell(hall: HallModel, pressed: Pressed, at: number, turn: number) {
  if (!pressed.reply.ok) return;
  const { name, who } = pressed;
  if (name.startsWith('counter:')) retellCounter(hall, pressed, at);
  else if (name === 'ticket:undo-call') takeBack(hall, who.counter, at);
  else retellTicket(hall, pressed, at, turn);
  if (!isBesideTheQueue(name)) hall.remember(who.counter);
  if (who.counter !== null) release(hall, name, who.counter);
  hall.remember(null);
}

/** What takes nothing from what a counter can take back. */
export function isBesideTheQueue(name: Pressed['name']): boolean {
  const beside: Pressed['name'][] = ['ticket:take', 'slip:reprint', 'ticket:look-up', 'ticket:undo-call'];
  return name.startsWith('counter:') || beside.includes(name);
}

/** After an undo the house calls nobody there until the clerk has pressed something of his own. */
export function release(hall: HallModel, name: Pressed['name'], counter: CounterId) {
  const others: Pressed['name'][] = ['counter:call-help', 'counter:help-came', 'ticket:take', 'slip:reprint'];
  if (name === 'ticket:undo-call' || name === 'ticket:look-up' || others.includes(name)) return;
  if (hall.counter(counter).autoCall === 'held') hall.setAutoCall(counter, 'on');
}

function takeBack(hall: HallModel, counter: CounterId | null, at: number) {
  if (counter === null) return;
  hall.undo(counter, at);
  if (hall.counter(counter).autoCall === 'on') hall.setAutoCall(counter, 'held');
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
  hall.closeCounters();
}

function retellTicket(hall: HallModel, pressed: Pressed, at: number, turn: number) {
  if (pressed.name === 'ticket:take') return issue(hall, pressed, at, turn);
  if (pressed.name === 'ticket:cancel-range') return cancelRange(hall, pressed, at);
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
      return hall.put({ ...person, state: 'waiting', boundTo: stillThere(hall, person, person.boundTo) }, at);
    case 'ticket:park':
      return hall.put({ ...person, state: 'parked' }, at);
    case 'ticket:resume':
      return hall.put({ ...person, state: 'waiting', boundTo: stillThere(hall, person, person.counter) }, at);
    case 'ticket:transfer': {
      const { to, counter: boundTo, further = [] } = pressed.input;
      // Declared late, but counted from the arrival; only who has been served already does not jump with it.
      const arrivedAt = person.done.length > 0 ? at : person.issuedAt;
      const next = [...person.next, ...further.map((service) => ({ service, arrivedAt }))];
      return hall.put({ ...person, state: 'waiting', service: to, next, boundTo, counter: null }, at);
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

function cancelRange(hall: HallModel, { reply }: Extract<Pressed, { name: 'ticket:cancel-range' }>, at: number) {
  if (!reply.ok) return;
  for (const person of [...hall.people.values()]) {
    if (reply.answer.cancelled.includes(person.number)) hall.put({ ...person, state: 'cancelled' }, at);
  }
}

function retellCounter(hall: HallModel, pressed: Pressed, at: number) {
  const { counter } = pressed.who;
  switch (pressed.name) {
    case 'counter:supervise':
      return setDoor(hall, pressed.input.counter, pressed.input.to, at);
    case 'counter:assign':
      return assign(hall, pressed.input, at);
  }
  const which = counter ?? (pressed.name === 'counter:help-came' ? pressed.input.counter : null);
  if (which === null) return;
  switch (pressed.name) {
    case 'counter:open':
      return setDoor(hall, which, 'open', at);
    case 'counter:pause':
      return setDoor(hall, which, 'paused', at);
    case 'counter:close':
      return setDoor(hall, which, 'closed', at);
    case 'counter:auto-call':
      return hall.setAutoCall(which, pressed.input.to);
    case 'counter:call-help':
      return void hall.helpCalls.add(which);
    case 'counter:help-came':
      return void hall.helpCalls.delete(which);
  }
}

/** Whoever was called or is bound to a counter that closes stands in the line of the service again. */
function setDoor(hall: HallModel, counter: CounterId, to: 'open' | 'paused' | 'closed', at: number) {
  if (to === 'closed') {
    const here = hall.at(counter);
    const bound = hall.waiting().filter(({ boundTo }) => boundTo === counter);
    for (const person of here ? [here, ...bound] : bound) {
      hall.put({ ...person, state: 'waiting', boundTo: null, counter: null }, at);
    }
  }
  hall.setCounter(counter, to);
}

/** Other services for a counter; whoever is bound to it for one that it does no more stands in the line of that service again. */
function assign(
  hall: HallModel,
  { counter, services }: Extract<Pressed, { name: 'counter:assign' }>['input'],
  at: number,
) {
  if (services) hall.assigned.set(counter, services);
  else hall.assigned.delete(counter);
  for (const person of hall.waiting()) {
    if (person.boundTo === counter && !hall.mayServe(counter, person.service))
      hall.put({ ...person, boundTo: null }, at);
  }
}

function stillThere(hall: HallModel, { service }: Person, counter: CounterId | null): CounterId | null {
  if (counter === null || !hall.mayServe(counter, service)) return null;
  return hall.counter(counter).state === 'closed' ? null : counter;
}
