import type { QueueEvent } from './events.ts';
import { changeCounter, type Office } from './office.ts';

/** What becomes of a counter. For `apply` only. */
export function applyToCounter(office: Office, event: Extract<QueueEvent, { type: `counter-${string}` }>, at: number) {
  const { counter } = event;
  switch (event.type) {
    case 'counter-opened':
      changeCounter(office, counter, { state: 'open', pauseReason: null });
      return;
    // Whoever closes or pauses it, the manager too: an undo would bring somebody back to a counter where nobody sits. [C8]
    case 'counter-paused':
      changeCounter(office, counter, { state: 'paused', pauseReason: event.reason, undo: null });
      return;
    case 'counter-closed':
      changeCounter(office, counter, { state: 'closed', pauseReason: null, undo: null });
      return;
    case 'counter-auto-call-set':
      changeCounter(office, counter, { autoCall: event.isOn ? 'on' : 'off' });
      return;
    case 'counter-assigned': {
      const others = [...office.assignments].filter(([id]) => id !== counter);
      office.assignments = new Map(event.services ? [...others, [counter, event.services]] : others);
      return;
    }
    case 'counter-help-called':
      office.helpCalls = new Map([...office.helpCalls, [counter, at]]);
      return;
    case 'counter-help-came':
      office.helpCalls = new Map([...office.helpCalls].filter(([id]) => id !== counter));
      return;
  }
}
