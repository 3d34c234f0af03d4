import fc from 'fast-check';
import * as v from 'valibot';
import { type MessageName, messageRow } from '#shared/contract/messages.ts';
import { Envelope } from '#shared/contract/socket-events.ts';
import { RIGHT_INPUTS } from '#tests/right-inputs.ts';

/** What is said over Socket.IO: the name of a message and whatever comes with it. */
export type Frame = { name: string; said: unknown[]; wantsAnswer: boolean };

const NAMES = Object.keys(RIGHT_INPUTS) as MessageName[]; // the keys of a record of names
/** Names that every object has, and some that servers keep for themselves. */
const KEYS_OF_OBJECTS = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'toJSON'],
  ...['error', 'message', 'ping', 'close', 'then', 'length', 'Disconnect', 'connection', 'view:manager', ''],
];
/** The client of Socket.IO refuses to say these; they are sent by hand, in `packets.ts`. */
const KEPT_BY_CLIENT = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\ud800', '\udfff\ud800', 'a\u0000b', '\u0007\u001b[2J', '\u202e', 'x'.repeat(9_000), '\ufeff', ' '),
  fc.constantFrom("'; DROP TABLE journal;--", '{{7*7}}', '../../etc/passwd', '<img src=x onerror=alert(1)>', '%s%n'),
);
const number = fc.oneof(
  fc.double(),
  fc.constantFrom(-0, 0, -1, 0.5, 1e308, -1e308, 2 ** 53, 2 ** 31, Number.NaN, Number.POSITIVE_INFINITY),
);
const binary = fc
  .uint8Array({ maxLength: 300 })
  .chain((bytes) => fc.constantFrom(Buffer.from(bytes), bytes.buffer, bytes, new DataView(bytes.buffer)));
const deep = fc.tuple(fc.integer({ min: 1, max: 1_500 }), fc.boolean()).map(([depth, isArray]) => {
  let nested: unknown = 0;
  for (let level = 0; level < depth; level += 1) nested = isArray ? [nested] : { input: nested };
  return nested;
});
// A hole, as `[, 1]` has it: the client sends null for it.
const holes = fc.array(fc.nat(30), { maxLength: 4 }).map((places) => {
  const list: unknown[] = [];
  for (const place of places) list[place] = place;
  return list;
});
const anything = fc.anything({ maxDepth: 3, maxKeys: 6, withDate: true, withTypedArray: true, withSparseArray: true });
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: text, weight: 3 },
  { arbitrary: number, weight: 2 },
  { arbitrary: fc.constantFrom(null, undefined, true, false, {}, []), weight: 2 },
  { arbitrary: anything, weight: 3 },
  { arbitrary: binary, weight: 1 },
  { arbitrary: deep, weight: 1 },
  { arbitrary: holes, weight: 1 },
);

const key = fc.oneof(fc.constantFrom(...KEYS_OF_OBJECTS, 'counter', 'role', 'input', 'commandId'), text);
const commandId = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789_-'), minLength: 16 });

/** An object with one key that was not meant: `__proto__` is a key like any other here, not the prototype. */
function withKey(object: object, name: string, value: unknown): object {
  const copy = { ...object };
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** What is nearly right: one key of the input or of its envelope is changed, added or missing; now and then none is. */
const nearlyRight = (name: MessageName) => {
  const right = RIGHT_INPUTS[name];
  const ownKey = Object.keys(right).length > 0 ? fc.constantFrom(...Object.keys(right)) : key;
  const input = fc.oneof(
    { arbitrary: fc.constant(right), weight: 1 },
    { arbitrary: fc.tuple(ownKey, nasty).map(([where, what]) => withKey(right, where, what)), weight: 4 },
    { arbitrary: fc.tuple(key, nasty).map(([where, what]) => withKey(right, where, what)), weight: 2 },
    { arbitrary: nasty, weight: 1 },
  );
  const envelope = fc.record({ commandId: fc.oneof({ arbitrary: commandId, weight: 6 }, nasty), input });
  return fc.oneof(
    { arbitrary: envelope, weight: 6 },
    { arbitrary: fc.tuple(envelope, key, nasty).map(([one, where, what]) => withKey(one, where, what)), weight: 1 },
  );
};

const known = fc
  .constantFrom(...NAMES)
  .chain((name) =>
    fc
      .oneof(
        { arbitrary: nearlyRight(name).map((one): unknown[] => [one]), weight: 6 },
        { arbitrary: fc.array(fc.oneof(nearlyRight(name), nasty), { maxLength: 4 }), weight: 3 },
      )
      .map((said) => ({ name: name as string, said })),
  );
const unknown = fc.record({ name: key, said: fc.array(nasty, { maxLength: 3 }) });

/** Nonsense for a page in this role, most of it with an answer asked for. */
export function framesOf(role: string): fc.Arbitrary<Frame> {
  return fc
    .tuple(fc.oneof({ arbitrary: known, weight: 5 }, { arbitrary: unknown, weight: 2 }), fc.nat(9))
    .map(([frame, chance]) => ({ ...frame, wantsAnswer: chance > 0 }))
    .filter(({ name }) => !KEPT_BY_CLIENT.includes(name))
    .filter(({ said }) => !losesKeys(said))
    .filter((frame) => !(isRight(role, frame) && CLOSES_THE_HALL.test(frame.name)));
}

/** Right ones of these would end the day or let people in and out: they are orders, not nonsense. */
const CLOSES_THE_HALL = /^(day:close|manager:|clerk:|device:|session:end)/;

/**
 * Beside bytes the client of Socket.IO copies what it sends, and loses a key `__proto__` on the way: the nonsense would not arrive.
 * (`packets.ts` sends both together, by hand.)
 */
function losesKeys(said: unknown): boolean {
  return holds(said, (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer) && holds(said, hasOwnProto);
}

const hasOwnProto = (value: object) => Object.hasOwn(value, '__proto__');

/** Whether the object, or one somewhere within it, is meant. */
function holds(value: unknown, isMeant: (one: object) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isMeant(value) || Object.getOwnPropertyNames(value).some((name) => holds(own(value, name), isMeant));
}

/** By its descriptor: whatever the name, it is the object's own. */
const own = (value: object, name: string): unknown => Object.getOwnPropertyDescriptor(value, name)?.value;

/** Whether it is in order after all, by its row in the contract. */
export function isRight(role: string, { name, said }: Pick<Frame, 'name' | 'said'>): boolean {
  const row = messageRow(name);
  if (!row?.from.some((one) => one === role) || said.length !== 1) return false;
  // As it is when it has been through JSON.
  const envelope = v.safeParse(Envelope, JSON.parse(JSON.stringify(said[0]) ?? 'null'));
  return envelope.success && v.safeParse(row.input, envelope.output.input).success;
}
