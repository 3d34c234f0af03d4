import type { CurrentTicket } from '#shared/contract/views.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import { serverNow } from '#shared/page/clock.ts';
import type { Tools } from './desk.ts';
import { type DeskAction, isDossierAction, isPick } from './desk-action.ts';
import { isOffered, mayPress } from './may-press.ts';

/** What a key or a button does: sends its command, or asks first what that needs. Nothing when it may not be pressed. */
export function act(tools: Tools, action: DeskAction) {
  const { connection, presses, dossiers, ask } = tools;
  const view = connection.view.value;
  if (!view) return;
  // The only one that needs nobody but this machine.
  if (action === 'page:keys') return ask({ kind: 'keys' });
  if (connection.online.value !== 'online') {
    if (isOffered(view, action)) presses.say('no-connection');
    return;
  }
  if (!mayPress(view, action, serverNow())) {
    // The one press that a newcomer tries first: silence would leave him guessing.
    if (action === 'ticket:call-next' && view.counter.state !== 'open') presses.say('counter-not-open');
    return;
  }
  if (isDossierAction(action)) return dossiers.choose(action);
  if (presses.underWay.value !== null) return;
  if (isPick(action)) return ask({ kind: 'pick', pick: action });
  switch (action) {
    case 'ticket:call-next':
      void callNext(tools, view.current?.ticket ?? null);
      return;
    case 'ticket:undo-call':
      void presses.press(action, { expects: view.current?.ticket ?? null });
      return;
    case 'counter:open':
      void presses.press(action, {});
      return;
    case 'counter:auto-call':
      void presses.press(action, { to: view.autoCall === 'off' ? 'on' : 'off' });
      return;
    case 'counter:help-came':
      // A counter speaks for itself alone. [S13]
      void presses.press(action, { counter: null });
      return;
    case 'counter:pause':
      return ask({ kind: 'pause' });
    case 'counter:close':
      return ask({ kind: 'close' });
    case 'page:help-desk':
      return ask({ kind: 'help-desk' });
    case 'counter:call-help':
      // Is held, not pressed: see `help`.
      return;
    default:
      if (view.current) withCurrent(tools, action, view.current);
  }
}

type WithCurrent = Extract<
  DeskAction,
  | 'ticket:finish'
  | 'ticket:recall'
  | 'ticket:start-service'
  | 'ticket:no-show'
  | 'ticket:park'
  | 'ticket:transfer'
  | 'ticket:add-service'
>;

function withCurrent(tools: Tools, action: WithCurrent, current: CurrentTicket) {
  const { presses, ask } = tools;
  const expects = current.ticket;
  switch (action) {
    case 'ticket:finish':
      void finish(tools, expects);
      return;
    case 'ticket:transfer':
      return ask({ kind: 'transfer', ticket: current });
    case 'ticket:add-service':
      return ask({ kind: 'add-service', ticket: current });
    case 'ticket:recall':
    case 'ticket:start-service':
    case 'ticket:no-show':
    case 'ticket:park':
      void presses.press(action, { expects });
  }
}

async function callNext({ presses: { press, say }, dossiers }: Tools, expects: TicketId | null) {
  const told = expects === null ? {} : dossiers.forPress();
  const reply = await press('ticket:call-next', { expects, ...told });
  if (!reply?.ok) return;
  // Also when the next is the same person, for his next service.
  dossiers.clear();
  if (reply.answer.called === null) say('nobody-waiting');
}

async function finish({ presses: { press }, dossiers }: Tools, expects: TicketId) {
  const reply = await press('ticket:finish', { expects, ...dossiers.forPress() });
  if (reply?.ok) dossiers.clear();
}
