import { describe, expect, it } from 'vitest';
import type { Who } from '#server/access/access.ts';
import type { MessageName } from '#shared/contract/messages.ts';
import { isRequestName, OFFICE_REQUESTS, REQUEST_NAMES } from '#shared/contract/office-requests.ts';
import { COMMAND_NAMES, QUEUE_COMMANDS } from '#shared/contract/queue-commands.ts';
import { PAGE_ROLES } from '#shared/contract/roles.ts';
import { RIGHT_INPUTS } from '#tests/right-inputs.ts';
import { check } from './receive.ts';

const ID = 'sixteen-letters-at-least';
const TICKET = 'ticket-0001';

/** Written by hand once more: who may send what. A command without a row here does not compile. */
const MAY: Record<MessageName, Who['role'][]> = {
  'manager:set-password': ['door'],
  'manager:sign-in': ['door'],
  'manager:change-password': ['manager'],
  'clerk:sign-in': ['door'],
  'session:end': ['manager', 'counter'],
  'ticket:follow': ['phone'],
  'ticket:look-up': ['counter', 'manager'],
  'device:pair': ['manager'],
  'device:revoke': ['manager'],
  'clerk:add': ['manager'],
  'clerk:set-pin': ['manager'],
  'printer:test': ['manager'],
  'printer:preview': ['manager'],
  'printer:find': ['manager'],
  'clerk:remove': ['manager'],
  'information:choose': ['manager'],
  'voice:choose': ['manager'],
  'rating:choose': ['manager'],
  'rating:give': ['display'],
  'call:shown': ['display'],
  'call:speak': ['display'],
  'call:spoken': ['display'],
  'display:sound': ['display'],
  'machine:health': ['kiosk', 'display', 'counter'],
  'machine:restart': ['manager'],
  'ticket:take': ['kiosk', 'counter', 'manager'],
  'ticket:call-next': ['counter'],
  'ticket:call-this': ['counter'],
  'ticket:auto-call': [],
  'ticket:recall': ['counter'],
  'ticket:start-service': ['counter'],
  'ticket:finish': ['counter'],
  'ticket:no-show': ['counter'],
  'ticket:return': ['counter', 'manager'],
  'ticket:park': ['counter'],
  'ticket:resume': ['counter'],
  'ticket:transfer': ['counter'],
  'ticket:add-service': ['counter'],
  'ticket:undo-call': ['counter'],
  'ticket:cancel': ['counter', 'manager'],
  'ticket:cancel-range': ['manager'],
  'counter:open': ['counter'],
  'counter:pause': ['counter'],
  'counter:close': ['counter'],
  'counter:auto-call': ['counter'],
  'counter:call-help': ['counter'],
  'counter:help-came': ['counter', 'manager'],
  'counter:supervise': ['manager'],
  'counter:assign': ['manager'],
  'day:close': ['manager'],
  'hours:extend': ['manager', 'start'],
  'day:open': [],
  'slip:reprint': ['counter', 'manager'],
  'slip:report': [],
};

const MESSAGE_NAMES: MessageName[] = [...COMMAND_NAMES, ...REQUEST_NAMES];

const who = (role: Who['role'], counter: number | null = role === 'counter' ? 3 : null): Who => ({
  role,
  wants: role === 'door' ? 'counter' : role,
  counter,
  zone: null,
  pairedFor: null,
  place: 'local',
  session: null,
  address: '127.0.0.1',
  needs: role === 'door' ? 'clerk' : null,
  code: null,
  knockedAt: 0,
});
const cells = MESSAGE_NAMES.flatMap((name) => [...PAGE_ROLES, 'door' as const].map((role) => [role, name] as const));

describe('[A1] every message of every role', () => {
  it.each(cells)('%s sends %s', (role, name) => {
    const checked = check(who(role), name, [{ commandId: ID, input: RIGHT_INPUTS[name] }]);
    if (!MAY[name].includes(role)) expect(checked).toBe('not-allowed');
    else if (isRequestName(name)) expect(checked).toEqual({ request: name, input: RIGHT_INPUTS[name] });
    else expect(checked).toEqual({ commandId: ID, name, input: RIGHT_INPUTS[name], role, counter: who(role).counter });
  });

  it('[A2] a counter’s page that has not chosen a counter may do nothing', () => {
    for (const name of MESSAGE_NAMES) {
      const checked = check(who('counter', null), name, [{ commandId: ID, input: RIGHT_INPUTS[name] }]);
      expect([name, checked]).toEqual([name, 'not-allowed']);
    }
  });
});

describe('[A3] nonsense is refused, not carried out', () => {
  const nonsense: [string, unknown, unknown[]][] = [
    ['an unknown name', 'ticket:steal', [{ commandId: ID, input: {} }]],
    ['a name of every object', 'constructor', [{ commandId: ID, input: {} }]],
    ['a name that is no text', 17, [{ commandId: ID, input: {} }]],
    ['no envelope', 'counter:open', []],
    ['two envelopes', 'counter:open', [{ commandId: ID, input: {} }, {}]],
    ['null', 'counter:open', [null]],
    ['an array', 'counter:open', [[]]],
    ['no command id', 'counter:open', [{ input: {} }]],
    ['a short command id', 'counter:open', [{ commandId: 'short', input: {} }]],
    ['a command id with other letters', 'counter:open', [{ commandId: "'; DROP TABLE journal;--", input: {} }]],
    ['a field too many', 'counter:open', [{ commandId: ID, input: {}, counter: 9 }]],
    ['a counter of its own choice', 'ticket:call-next', [{ commandId: ID, input: { expects: null, counter: 9 } }]],
    ['a missing field', 'ticket:call-next', [{ commandId: ID, input: {} }]],
    ['a wrong type', 'ticket:call-next', [{ commandId: ID, input: { expects: 1 } }]],
    [
      'an empty reason',
      'ticket:call-this',
      [{ commandId: ID, input: { expects: null, ticket: TICKET, reason: '  ' } }],
    ],
    ['an endless reason', 'counter:pause', [{ commandId: ID, input: { reason: 'x'.repeat(121) } }]],
  ];
  it.each(nonsense)('%s', (_what, name, said) => {
    expect(check(who('counter'), name, said)).toBe('not-understood');
  });

  it('keeps every row of the contract in the table above', () => {
    expect(Object.keys(MAY).sort()).toEqual([...Object.keys(QUEUE_COMMANDS), ...Object.keys(OFFICE_REQUESTS)].sort());
  });
});
