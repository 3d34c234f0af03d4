import type { Office } from '#core/office.ts';
import type { Chance } from '#tests/day/chance.ts';
import type { Press } from './house.ts';

const COUNTERS = [1, 2, 3, 4];
const WISHES = [['dat-dai'], ['dat-dai'], ['the-chap'], ['dat-dai', 'the-chap'], ['the-chap', 'dat-dai']];
const WEIGHTS = { take: 5, counter: 9, comeBack: 1 };

/** Some press that people in this office could make now; now and then one that is refused. */
export function inventPress(office: Office, chance: Chance): Press {
  const commandId = chance.commandId();
  const what = chance.pick(WEIGHTS);
  const wish = what === 'take' ? take(chance) : (what === 'comeBack' && comeBack(office)) || atCounter(office, chance);
  return { commandId, ...wish };
}

type Wish = Omit<Press, 'commandId'>;

function take(chance: Chance): Wish {
  const services = WISHES[Math.floor(chance.between(0, WISHES.length))];
  const priority = chance.happens(0.2) ? 'priority' : 'regular';
  return { name: 'ticket:take', input: { services, priority }, counter: null };
}

/** Somebody who was set aside or had not come, or who leaves. */
function comeBack(office: Office): Wish | null {
  for (const { id, state, ...ticket } of office.tickets.values()) {
    if (state === 'parked' && 'counter' in ticket)
      return { name: 'ticket:resume', input: { ticket: id }, counter: ticket.counter };
    if (state === 'absent') return { name: 'ticket:return', input: { ticket: id }, counter: 1 };
  }
  const [waiting] = [...office.tickets.values()].filter(({ state }) => state === 'waiting');
  return waiting ? { name: 'ticket:cancel', input: { ticket: waiting.id }, counter: 2 } : null;
}

function atCounter(office: Office, chance: Chance): Wish {
  const counter = COUNTERS[Math.floor(chance.between(0, COUNTERS.length))] ?? 1;
  const now = office.counters.get(counter);
  if (now?.state !== 'open') return { name: 'counter:open', input: {}, counter };
  const expects = now.current;
  if (expects === null) {
    if (chance.happens(0.04)) return { name: 'counter:pause', input: { reason: 'Họp' }, counter };
    return { name: 'ticket:call-next', input: { expects }, counter };
  }
  const ticket = office.tickets.get(expects);
  const wasCalledInVain = (ticket?.calls ?? 0) >= 3;
  const name = chance.pick(
    ticket?.state === 'called'
      ? { 'start-service': 6, recall: wasCalledInVain ? 0 : 4, 'no-show': wasCalledInVain ? 6 : 0.5, 'undo-call': 3 }
      : { finish: 4, 'call-next': 4, transfer: 2, park: 2, 'add-service': 1, 'undo-call': 2 },
  );
  const [wish] = [
    ...(name === 'transfer' ? [{ expects, to: counter < 4 ? 'the-chap' : 'dat-dai', counter: null, note: null }] : []),
    ...(name === 'add-service' ? [{ expects, service: 'the-chap' }] : []),
    { expects },
  ];
  // Of the names above, each is one of the contract's.
  return { name: `ticket:${name}` as Wish['name'], input: wish, counter };
}
