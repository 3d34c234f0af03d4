import type { MessageName } from '#shared/contract/messages.ts';

const TICKET = 'ticket-0001';

/**
 * An input of each message that is in order: carried out if its sender may send it. The matrix of roles sends them as they are, nonsense
 * begins with one of these and goes astray.
 */
export const RIGHT_INPUTS: Record<MessageName, Record<string, unknown>> = {
  'manager:set-password': { password: 'một câu thật dài' },
  'manager:sign-in': { password: 'một câu thật dài' },
  'manager:change-password': { old: 'một câu thật dài', password: 'một câu khác hẳn' },
  'clerk:sign-in': { clerk: 'clerk-0001', pin: '123456', takeOver: false },
  'session:end': {},
  'ticket:follow': { token: 'twenty-two-characters1' },
  'device:pair': { code: 'ABCD3456', role: 'counter', counter: 3, name: 'Quầy 3' },
  'device:revoke': { device: 'device-0001' },
  'clerk:add': { name: 'Chị Hoa', pin: '123456' },
  'clerk:set-pin': { clerk: 'clerk-0001', pin: '123456' },
  'printer:test': {},
  'printer:preview': {},
  'printer:find': {},
  'clerk:remove': { clerk: 'clerk-0001' },
  'machine:health': {
    version: '0.1.0',
    browser: 'Chrome 153',
    shell: { version: '0.1.0', upMs: 60_000 },
    upMs: 30_000,
    memory: { pageMb: 20, appMb: 300, freeMb: null },
    screen: { width: 1080, height: 1920, scale: 1, monitors: 2 },
    sound: 'ready',
    clockOffMs: -40,
  },
  'machine:restart': { machine: 'device-0001', what: 'page' },
  'ticket:take': { services: ['dat-dai'], priority: 'regular' },
  'ticket:call-next': { expects: null },
  'ticket:call-this': { expects: null, ticket: TICKET, reason: 'hỏi nhanh' },
  'ticket:recall': { expects: TICKET },
  'ticket:start-service': { expects: TICKET },
  'ticket:finish': { expects: TICKET },
  'ticket:no-show': { expects: TICKET },
  'ticket:return': { ticket: TICKET },
  'ticket:park': { expects: TICKET },
  'ticket:resume': { ticket: TICKET },
  'ticket:transfer': { expects: TICKET, to: 'ho-tich', counter: null, note: null },
  'ticket:add-service': { expects: TICKET, service: 'ho-tich' },
  'ticket:undo-call': { expects: null },
  'ticket:cancel': { ticket: TICKET },
  'ticket:cancel-range': { from: 'A900', to: 'A999', reason: 'bấm nghịch' },
  'counter:open': {},
  'counter:pause': { reason: 'Họp' },
  'counter:close': {},
  'day:close': {},
  'hours:extend': {},
  'day:open': { day: '2026-11-23' },
  'slip:reprint': { ticket: TICKET },
  'slip:report': { ticket: TICKET, outcome: 'printed', reason: null },
};
