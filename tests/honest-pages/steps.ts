import fc from 'fast-check';
import { DESK_ACTIONS, type DeskAction } from '#counter/desk/desk-action.ts';
import type { CommandAnswer } from '#shared/contract/queue-commands.ts';
import type { Clerk } from './clerk.ts';
import { Lie } from './lie.ts';
import { mend, type WatchedHall } from './watched-hall.ts';

type Press = { counter: number; action: DeskAction; choice: number };

/** One thing that happens in a hall. Counters are counted round, so that every step fits a hall of any size. */
export type Step =
  | ({ do: 'press' } & Press)
  | ({ do: 'press twice' } & Press)
  | ({ do: 'press whose answer is lost' } & Press)
  | { do: 'press at once'; presses: readonly Press[] }
  | { do: 'all press'; action: DeskAction; choice: number }
  | { do: 'dossiers'; counter: number; count: number; choice: number }
  | { do: 'help'; counter: number; isLongEnough: boolean }
  | { do: 'take'; service: number; count: number; isPriority: boolean }
  | { do: 'manage'; counter: number; choice: number }
  | { do: 'time'; seconds: number }
  | { do: 'line'; counter: number; what: (typeof LINE)[number]; bytes: number }
  | { do: 'page opened anew'; counter: number }
  | ({ do: 'page opened anew in the middle of' } & Press)
  | ({ do: 'other page opened anew' } & Omit<Press, 'counter'>)
  | { do: 'server restarted' }
  | { do: 'server restarted in the middle of'; action: DeskAction; choice: number };

/** What happens to a cable, and how often; half of it is that it is mended. */
const LINE = [
  ...(['torn', 'torn', 'torn', 'torn inside', 'torn inside', 'torn inside'] as const),
  ...(['silent to server', 'silent to page', 'silent', 'broken'] as const),
  ...(['mended', 'mended', 'mended', 'mended'] as const),
] as const;

/** What clerks press more often than other keys; help is held, not pressed. */
const OFTEN: Partial<Record<DeskAction, number>> = {
  ...{ 'ticket:call-next': 12, 'ticket:start-service': 5, 'ticket:finish': 3, 'counter:open': 5 },
  ...{ 'ticket:recall': 2, 'ticket:no-show': 2, 'ticket:park': 3, 'ticket:transfer': 3, 'ticket:undo-call': 3 },
  ...{ 'ticket:call-this': 2, 'ticket:resume': 3, 'ticket:return': 3, 'page:keys': 3, 'counter:call-help': 0 },
};
const ACTIONS = DESK_ACTIONS.flatMap((action) => Array<DeskAction>(OFTEN[action] ?? 1).fill(action));

const counter = fc.nat(13);
const choice = fc.nat(59);
const press = fc.record({ counter, action: fc.constantFrom(...ACTIONS), choice });
const says = <T extends string>(what: T) => ({ do: fc.constant(what) });

const STEP: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: press.map((one) => ({ do: 'press' as const, ...one })) },
  { weight: 2, arbitrary: press.map((one) => ({ do: 'press twice' as const, ...one })) },
  { weight: 4, arbitrary: press.map((one) => ({ do: 'press whose answer is lost' as const, ...one })) },
  {
    weight: 4,
    arbitrary: fc.record({ ...says('press at once'), presses: fc.array(press, { minLength: 2, maxLength: 14 }) }),
  },
  { weight: 3, arbitrary: fc.record({ ...says('all press'), action: fc.constantFrom(...ACTIONS), choice }) },
  { weight: 2, arbitrary: fc.record({ ...says('dossiers'), counter, count: fc.nat(120), choice }) },
  { weight: 1, arbitrary: fc.record({ ...says('help'), counter, isLongEnough: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...says('take'),
      service: fc.nat(3),
      count: fc.integer({ min: 1, max: 5 }),
      isPriority: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...says('manage'), counter, choice }) },
  { weight: 2, arbitrary: fc.record({ ...says('time'), seconds: fc.constantFrom(1, 2, 3, 4, 11, 65) }) },
  {
    weight: 8,
    arbitrary: fc.record({ ...says('line'), counter, what: fc.constantFrom(...LINE), bytes: fc.nat(3_000) }),
  },
  { weight: 1, arbitrary: fc.record({ ...says('page opened anew'), counter }) },
  { weight: 3, arbitrary: press.map((one) => ({ do: 'page opened anew in the middle of' as const, ...one })) },
  {
    weight: 1,
    arbitrary: fc.record({ ...says('other page opened anew'), action: fc.constantFrom(...ACTIONS), choice }),
  },
  { weight: 1, arbitrary: fc.record(says('server restarted')) },
);

/** `twin`: the counter whose page is open twice; null: none is. */
export type Happenings = { counters: number; twin: number | null; steps: readonly Step[] };

/** A hall of 1 to 14 counters, and what happens in it. */
export const HAPPENINGS: fc.Arbitrary<Happenings> = fc.record({
  counters: fc.integer({ min: 1, max: 14 }),
  twin: fc.option(fc.nat(13)),
  steps: fc.array(STEP, { minLength: 1, maxLength: 40, size: 'max' }),
});

const restart: fc.Arbitrary<Step> = fc.record({
  ...says('server restarted in the middle of'),
  action: fc.constantFrom(...ACTIONS),
  choice,
});

/** Where a restart is worth its time. */
export const OFTEN_RESTARTED: fc.Arbitrary<Happenings> = fc.record({
  counters: fc.integer({ min: 2, max: 6 }),
  twin: fc.option(fc.nat(13)),
  steps: fc.array(fc.oneof({ weight: 4, arbitrary: STEP }, { weight: 1, arbitrary: restart }), {
    minLength: 8,
    maxLength: 16,
    size: 'max',
  }),
});

/** How long a clerk takes from one press to the next; a second press sooner was meant for the picture before. */
const PACE_MS = 1_000;

/** Lets it happen. */
export async function carryOut(hall: WatchedHall, step: Step) {
  switch (step.do) {
    case 'press':
      return await pressAlone(hall, step);
    case 'press twice':
      return await pressTwice(hall, step);
    case 'press whose answer is lost':
      hall.clerk(step.counter).cable.dropNextAnswer();
      return pressOne(hall, step);
    case 'press at once':
      for (const one of step.presses) pressOne(hall, one);
      return;
    case 'all press':
      allPress(hall, step);
      return;
    case 'dossiers':
      return hall.clerk(step.counter).tellDossiers(step.count, step.choice);
    case 'help':
      return hall.clerk(step.counter).holdForHelp(step.isLongEnough);
    case 'take':
      return await hall.take(step.service, step.count, step.isPriority);
    case 'manage':
      return await hall.manage(step.counter, step.choice);
    case 'time':
      return await hall.pass(step.seconds);
    case 'line':
      return await handleLine(hall, step);
    case 'page opened anew':
      return hall.clerk(step.counter).reopen();
    case 'page opened anew in the middle of':
      pressOne(hall, step);
      return hall.clerk(step.counter).reopen();
    case 'other page opened anew':
      return openOtherPage(hall, step);
    case 'server restarted':
      return await hall.restart();
    case 'server restarted in the middle of':
      allPress(hall, step);
      return await hall.restart();
  }
}

function allPress(hall: WatchedHall, one: Omit<Press, 'counter'>) {
  hall.clerks.forEach((_clerk, index) => {
    pressOne(hall, { ...one, counter: index });
  });
}

function pressOne(hall: WatchedHall, { counter: index, action, choice: answer }: Press) {
  hall.paces(PACE_MS);
  hall.clerk(index).press(action, answer);
}

/** Where nothing else is under way, whom the page shows as next is called. [C13] */
async function pressAlone(hall: WatchedHall, { counter: index, action, choice: answer }: Press) {
  const clerk = hall.clerk(index);
  const { isAtRest } = hall;
  const { next } = clerk;
  const before = clerk.told.length;
  pressOne(hall, { counter: index, action, choice: answer });
  await hall.check();
  const sent = clerk.told[before];
  if (!isAtRest || sent?.name !== 'ticket:call-next' || typeof sent.outcome === 'string') return;
  // The answer of this very command.
  const { called } = sent.outcome.ok ? (sent.outcome.answer as CommandAnswer<'ticket:call-next'>) : { called: null };
  if ((called?.ticket ?? null) !== next)
    throw new Lie(`counter ${clerk.id} showed ${next} as next, and called ${called?.ticket}`);
}

/** Both halves of a double click, and a third when the answer has just come: one press. */
async function pressTwice(hall: WatchedHall, { counter: index, action, choice: answer }: Press) {
  const clerk = hall.clerk(index);
  const before = clerk.told.length;
  pressOne(hall, { counter: index, action, choice: answer });
  clerk.hit(action);
  if (clerk.line === 'whole') await clerk.isAnswered();
  clerk.hit(action);
  const [first, ...more] = clerk.told.slice(before).filter(({ name }) => name === action);
  const wasDone = typeof first?.outcome === 'object' && first.outcome.ok;
  if (wasDone && more.length > 0) throw new Lie(`counter ${clerk.id} took one ${action} for two`);
}

/** One of the two pages of a counter waits for an answer; the other one is opened anew and must not ask for it, too. */
function openOtherPage(hall: WatchedHall, { action, choice: answer }: Omit<Press, 'counter'>) {
  const other = hall.clerks.at(-1);
  const one = hall.clerks.find(({ machine }) => machine === other?.machine);
  if (!one || !other || one === other || one.line !== 'whole') return;
  silence(one, 'silent to page');
  hall.paces(PACE_MS);
  one.press(action, answer);
  other.reopen();
}

async function handleLine(hall: WatchedHall, { counter: index, what, bytes }: Extract<Step, { do: 'line' }>) {
  const clerk = hall.clerk(index);
  const { cable } = clerk;
  if (what === 'mended') return mend(clerk);
  // What has fallen silent may be cut as well, with a press under way.
  const canBeCut = clerk.line === 'silent' && (what === 'torn' || what === 'broken');
  if (clerk.line !== 'whole' && !canBeCut) return;
  switch (what) {
    case 'torn':
      return cable.cut();
    case 'torn inside':
      return cable.cutAfter(bytes);
    case 'broken':
      cable.breakOff();
      clerk.line = 'broken';
      return;
    case 'silent':
    case 'silent to page':
    case 'silent to server':
      silence(clerk, what);
  }
}

/** Nothing arrives any more, and nobody is told. */
export function silence(clerk: Clerk, what: keyof typeof SILENCES) {
  clerk.cable.hold(...SILENCES[what]);
  clerk.line = 'silent';
}

const SILENCES = {
  silent: ['to-page', 'to-server'],
  'silent to page': ['to-page'],
  'silent to server': ['to-server'],
} as const;
