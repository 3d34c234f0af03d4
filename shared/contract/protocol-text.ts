import type * as v from 'valibot';
import { OFFICE_REQUESTS } from './office-requests.ts';
import { type CommandRow, QUEUE_COMMANDS } from './queue-commands.ts';
import { REFUSALS } from './refusals.ts';
import { PROTOCOL_VERSION } from './socket-events.ts';
import { VIEWS } from './views.ts';

/** `docs/protocol.md`, made from the tables of the contract. */
export function protocolText(): string {
  return [
    '# The protocol',
    '',
    '<!-- Made by `npm run protocol` from shared/contract. Do not edit; a test compares it. -->',
    '',
    `Version ${PROTOCOL_VERSION}. Socket.IO, JSON. A page says who it is in the handshake: \`auth: { protocol, role, counter, zone, device, session }\`;`,
    'refused with `old-page`, `not-understood` or `unknown-counter`. It then gets its whole view, and again after each change.',
    '',
    'A command: `emit(name, { commandId, input }, answer)`. The same `commandId` (16 to 64 characters of `A-Z a-z 0-9 _ -`,',
    '128 random bits) gets the same answer and is carried out once. The counter comes from the connection, never from the message.',
    '',
    'The answer: `{ ok: true, answer }` or `{ ok: false, refusal }`.',
    '',
    '## Commands',
    '',
    ...table('Command', QUEUE_COMMANDS),
    '',
    '`expects` is the ticket that the page believes is at its counter (null: nobody); if another one is, the answer is',
    '`stale-picture`. `house` is the server itself: no socket can send these.',
    '',
    '## Requests',
    '',
    'Beside the queue: who may come in. The same envelope; not kept in the journal. `door` is a page that has not been let in.',
    '',
    ...table('Request', OFFICE_REQUESTS),
    '',
    '## Views',
    '',
    "Their shapes are the types in `shared/contract/views.ts`. Moments are ms UTC, `at` is the server's clock.",
    '',
    '| View | To | What it holds |',
    '|---|---|---|',
    ...Object.entries(VIEWS).map(([name, { to, about }]) => `| \`${name}\` | ${to} | ${about} |`),
    '',
    '## Refusals',
    '',
    REFUSALS.map((refusal) => `\`${refusal}\``).join(' · '),
    '',
  ].join('\n');
}

function table(kind: string, rows: Record<string, CommandRow>): string[] {
  return [
    `| ${kind} | From | Input | Answer | What it is for |`,
    '|---|---|---|---|---|',
    ...Object.entries(rows).map(
      ([name, { from, input, answer, about }]) =>
        `| \`${name}\` | ${from.join(', ')} | ${code(input)} | ${code(answer)} | ${about} |`,
    ),
  ];
}

function code(schema: v.GenericSchema): string {
  return `\`${describe(schema).replaceAll('|', '\\|')}\``;
}

/** Only the kinds of schema that the contract uses; another one is an error, so that the text never leaves something out. */
function describe(schema: v.GenericSchema): string {
  // Valibot's schemas carry what they were made of; each kind below names the field that its kind has.
  const of = schema as v.GenericSchema & {
    entries?: Record<string, v.GenericSchema>;
    item?: v.GenericSchema;
    wrapped?: v.GenericSchema;
    options?: readonly unknown[];
    literal?: unknown;
  };
  switch (schema.type) {
    case 'strict_object': {
      const entries = Object.entries(of.entries ?? {});
      return entries.length === 0
        ? '{}'
        : `{ ${entries.map(([name, one]) => `${name}: ${describe(one)}`).join(', ')} }`;
    }
    case 'array':
      return of.item ? `${describe(of.item)}[]` : 'array';
    case 'optional':
      return of.wrapped ? `${describe(of.wrapped)} (may be left out)` : 'nothing';
    case 'nullable':
      return of.wrapped ? `${describe(of.wrapped)} | null` : 'null';
    case 'picklist':
      return (of.options ?? []).map(literal).join(' | ');
    case 'variant':
      // The options of this kind are schemas.
      return (of.options ?? []).map((option) => describe(option as v.GenericSchema)).join(' | ');
    case 'literal':
      return literal(of.literal);
    case 'string':
    case 'number':
    case 'boolean':
      return schema.type;
    default:
      throw new Error(`The protocol text does not know the schema "${schema.type}".`);
  }
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
