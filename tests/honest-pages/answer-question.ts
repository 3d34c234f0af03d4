import type { Desk, Question } from '#counter/desk/desk.ts';
import { pickable } from '#counter/desk/desk-action.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { keyPress } from './key.ts';

/** Two keys that nobody has, and two that somebody has. */
const CAPS = ['J', 'V', 'S', 'Space'];
/** What is pressed often: a wrong key is soon noticed. */
const OFTEN = ['ticket:call-next', 'ticket:start-service', 'ticket:finish', 'counter:open'] as const;

/** Answers the question that stands over the page, if there is one, as its form would; now and then thinks better of it. */
export function answerQuestion(desk: Desk, choice: number) {
  const { question, view } = desk;
  let asked: Question | null = null;
  // Whom, and then why: one question may lead to another.
  while (question.value !== asked && question.value !== null && view.value !== null) {
    asked = question.value;
    if (choice % 5 === 4) desk.dismiss();
    else answer({ desk, view: view.value, choice }, asked);
  }
}

type Asked = { desk: Desk; view: CounterView; choice: number };

function answer(asked: Asked, question: Question) {
  const { desk, view, choice } = asked;
  switch (question.kind) {
    case 'transfer':
      desk.transfer(question.ticket.ticket, somewhere(asked));
      return;
    case 'add-service':
      desk.addService(question.ticket.ticket, someService(asked));
      return;
    case 'pick': {
      const ticket = oneOf(pickable(view, question.pick), choice);
      if (ticket) desk.picked(question.pick, ticket);
      else desk.dismiss();
      return;
    }
    case 'call-this':
      desk.callThis(question, 'đi xe cấp cứu');
      return;
    case 'cancel':
      desk.cancel(question.ticket.ticket, 'người dân về');
      return;
    case 'pause':
      desk.pause('họp');
      return;
    case 'close':
      desk.close();
      return;
    case 'help-desk':
      void desk.helpDesk.issue({ services: [someService(asked)], priority: choice % 3 === 0 ? 'priority' : 'regular' });
      desk.dismiss();
      return;
    case 'keys': {
      const action = oneOf(OFTEN, choice);
      if (action) desk.ownKeys.change(action, keyPress(oneOf(CAPS, Math.floor(choice / 4)) ?? ''));
      desk.dismiss();
    }
  }
}

function somewhere(asked: Asked): Parameters<Desk['transfer']>[1] {
  const { view, choice } = asked;
  const to = someService(asked);
  const counters = view.counters.filter(({ state, serves }) => state !== 'closed' && serves.includes(to));
  return {
    to,
    counter: choice % 2 === 0 ? null : (oneOf(counters, choice)?.id ?? null),
    note: choice % 3 === 0 ? 'thiếu giấy tờ' : '',
    further: choice % 7 === 0 ? view.services.slice(0, 2).map(({ id }) => id) : [],
  };
}

function someService({ view, choice }: Asked): string {
  return oneOf(view.services, choice)?.id ?? '';
}

function oneOf<T>(all: readonly T[], choice: number): T | undefined {
  return all[choice % Math.max(1, all.length)];
}
