import type { CounterAction, CounterView, TicketInLine } from '#shared/contract/views.ts';

/** How the dossiers of who is here are told before the press that finishes: by keys of their own, sent with that press. */
export const DOSSIER_ACTIONS = [
  'dossiers:same-day',
  'dossiers:appointment',
  'dossiers:post',
  'dossiers:online',
] as const;
export type DossierAction = (typeof DOSSIER_ACTIONS)[number];

/** What is done with somebody out of a list; asks whom. */
export const PICKS = ['ticket:call-this', 'ticket:resume', 'ticket:return', 'ticket:cancel'] as const;
export type Pick = (typeof PICKS)[number];

/** All that a clerk can do by one key, in the order in which the page lists it. */
export const DESK_ACTIONS = [
  'ticket:call-next',
  'ticket:start-service',
  'ticket:finish',
  'ticket:recall',
  'ticket:no-show',
  'ticket:park',
  'ticket:transfer',
  'ticket:add-service',
  'ticket:undo-call',
  ...PICKS,
  ...DOSSIER_ACTIONS,
  'counter:open',
  'counter:pause',
  'counter:close',
  'counter:auto-call',
  'counter:call-help',
  'counter:help-came',
  'page:help-desk',
  'page:keys',
] as const satisfies readonly (CounterAction | Pick | DossierAction | `page:${string}`)[];
export type DeskAction = (typeof DESK_ACTIONS)[number];

/** Out of whom is picked. */
export function pickable(view: CounterView, pick: Pick): readonly TicketInLine[] {
  switch (pick) {
    case 'ticket:call-this':
      // Whom the next press calls anyway needs no reason.
      return view.may.includes(pick) ? view.waiting.filter(({ ticket }) => ticket !== view.upNext?.ticket) : [];
    case 'ticket:resume':
      return view.counter.state === 'closed' ? [] : view.parked;
    case 'ticket:return':
      return view.absent.filter(({ mayReturn }) => mayReturn);
    case 'ticket:cancel': {
      // Whoever is being served is finished, not cancelled. [S6]
      const called = view.current?.state === 'called' ? [view.current] : [];
      return [...called, ...view.waiting, ...view.parked, ...view.absent];
    }
  }
}

export function isPick(action: DeskAction): action is Pick {
  return (PICKS as readonly string[]).includes(action);
}

export function isDossierAction(action: DeskAction): action is DossierAction {
  return (DOSSIER_ACTIONS as readonly string[]).includes(action);
}
