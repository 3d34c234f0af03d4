import fc from 'fast-check';
import { frame } from './raw-socket.ts';

/** Bytes for the wire, below Socket.IO: its own packets bent, Engine.IO's, and broken WebSocket frames. */
export type Packet = { wire: Buffer; what: string };

const ID = 'sixteen-letters-at-least';
const SENTENCES = [
  `42["ticket:take",{"commandId":"${ID}","input":{"services":["dat-dai"],"priority":1e400}}]`,
  `421["ticket:call-next",{"commandId":"${ID}","input":{"expects":-0}}]`,
  `427["ticket:take",{"commandId":"${ID}","input":{"__proto__":{"services":["dat-dai"]},"priority":"regular"}}]`,
  `428["counter:open",{"commandId":"${ID}","input":{},"__proto__":{"role":"manager"}}]`,
  `429["counter:open",{"commandId":"${ID}","commandId":1,"input":{}}]`,
  ...['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener', 'error'].map(
    (name) => `42["${name}",{}]`,
  ),
  ...['42["error"]', '4217["error",{}]', '42[1]', '42[0,{}]', '42[null]', '42[]', '42{}', '42', '42"x"', '42[[]]'],
  ...['423', '42-1["a"]', '421.5["a"]', '4299999999999999999999["ticket:take",{}]', `42${'9'.repeat(400)}["a",{}]`],
  ...['430[]', '4399999["late"]', '43', '43{}', '431', '44"x"', '44', '44{}', '4499', '49', '4', '4{', '4["a"]'],
  ...['40', '40{}', '40[]', '40"x"', '40{"protocol":2}', '40{"protocol":{}}', '40/admin,', '40/admin,{}', '41', '41{}'],
  ...['42/admin,["a"]', '42/,["a"]', '42/__proto__,["a"]', '40/__proto__,', '41/admin,', '40/%00,', '40?token=1,{}'],
  ...['451-["a",{"_placeholder":true,"num":0}]', '451-["a",{"_placeholder":true,"num":99}]'],
  ...['451-["a",{"_placeholder":true,"num":-1}]', '451-["a",{"_placeholder":true,"num":"__proto__"}]'],
  ...['450-["a"]', '45-["a"]', '45999999999-["a"]', '451["a"]', '451-3["ticket:take",{"_placeholder":true,"num":0}]'],
  ...['461-1[{"_placeholder":true,"num":0}]', '46', '4612-["a"]', '45e9-["a"]', '45 1-["a"]'],
  ...[
    '',
    '0',
    '0{"sid":"x"}',
    '1',
    '2',
    '2probe',
    '3',
    '3probe',
    '5',
    '6',
    '7',
    '8',
    'b',
    'bAAAA',
    'b4!!!!',
    ' ',
    'hi',
  ],
  `42["ticket:take",${'['.repeat(3_000)}${']'.repeat(3_000)}]`,
  `42["ticket:take",${'['.repeat(3_000)}]`,
  `42["ticket:take",{"commandId":"${ID}","input":"\\ud800\\u0000"}]`,
  `425["ticket:take",${'{"input":'.repeat(800)}1${'}'.repeat(800)}]`,
];

const text = (said: string): Packet => ({ wire: frame(0x81, Buffer.from(said)), what: said.slice(0, 120) });

/** One of the sentences with letters taken out, put in, doubled or exchanged. */
const bent = fc
  .tuple(
    fc.constantFrom(...SENTENCES),
    fc.array(fc.tuple(fc.nat(300), fc.nat(3), fc.string({ unit: 'binary', maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([sentence, changes]) => {
    let said = sentence;
    for (const [at, how, letters] of changes) {
      const place = said.length === 0 ? 0 : at % said.length;
      const rest = said.slice(how === 0 ? place : place + how);
      said = said.slice(0, place) + (how === 1 ? '' : letters) + rest;
    }
    return text(said);
  });

/** Answers asked for by the thousand, under ids of every kind. */
const manyIds = fc.integer({ min: 0, max: 2 ** 40 }).map((first): Packet => {
  const wire = Array.from({ length: 200 }, (_, i) => frame(0x81, Buffer.from(`42${first + i}["nothing"]`)));
  return { wire: Buffer.concat(wire), what: `200 ids from ${first}` };
});

/** What WebSocket itself forbids. The first byte holds FIN, reserved bits and kind. */
const broken = fc
  .tuple(fc.nat(255), fc.uint8Array({ maxLength: 200 }), fc.nat(5))
  .map(([first, bytes, how]): Packet => {
    const payload = Buffer.from(bytes);
    const what = `${how}: ${first} ${payload.toString('hex').slice(0, 80)}`;
    if (how === 0) return { wire: Buffer.concat([Buffer.from([0x81, payload.length % 126]), payload]), what };
    if (how === 1) return { wire: frame(0x81, Buffer.concat([payload, Buffer.from([0xc3, 0x28, 0xff])])), what };
    // Says that 2^62 bytes follow.
    if (how === 2) return { wire: Buffer.from([0x82, 0xff, 0x40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]), what };
    if (how === 3)
      return { wire: Buffer.concat([frame(0x01, payload), frame(0x00, payload), frame(0x80, payload)]), what };
    return { wire: frame(first, payload), what };
  });
/** Bytes in the place of a key: the header says where they belong, they follow in a frame of their own. */
const attached = fc
  .tuple(fc.constantFrom('__proto__', 'constructor', 'counter', 'expects'), fc.uint8Array({ maxLength: 50 }))
  .map(([key, some]): Packet => {
    const header = `451-9["counter:open",{"commandId":"${ID}","input":{"${key}":{"_placeholder":true,"num":0}}}]`;
    return { wire: Buffer.concat([frame(0x81, Buffer.from(header)), frame(0x82, Buffer.from(some))]), what: header };
  });
const bytes = fc
  .uint8Array({ maxLength: 400 })
  .map((some): Packet => ({ wire: frame(0x82, Buffer.from(some)), what: 'bytes' }));

/** Packets that no page sends. */
export const packets: fc.Arbitrary<Packet> = fc.oneof(
  { arbitrary: fc.constantFrom(...SENTENCES).map(text), weight: 5 },
  { arbitrary: bent, weight: 5 },
  { arbitrary: bytes, weight: 1 },
  { arbitrary: attached, weight: 1 },
  { arbitrary: broken, weight: 1 },
  { arbitrary: manyIds, weight: 1 },
);

/** What is asked over plain HTTP at the address of the sockets. `SID` stands for a session that was begun in order. */
export type Asked = { method: string; path: string; body: string | Buffer; headers: Record<string, string> };

const QUERIES = [
  ...[
    'EIO=4&transport=polling&sid=SID',
    'EIO=4&transport=polling',
    'EIO=3&transport=polling',
    'EIO=1e9&transport=polling',
  ],
  ...['transport=__proto__', 'EIO=4&transport=constructor', 'EIO=4&transport=polling&sid=__proto__', ''],
  ...[
    'EIO=4&transport=polling&sid=SID&j=0',
    'EIO=4&transport=polling&sid=SID&b64=1',
    'EIO=4&transport=websocket&sid=SID',
  ],
  ...['EIO=4&transport=webtransport', 'EIO=4&transport=polling&sid=%00', 'EIO[]=4&transport[]=polling', '%', '&&&===?'],
];
const BODIES = [
  ...SENTENCES.slice(0, 40),
  ...[
    '40{}\x1e40{}\x1e40{}',
    '\x1e\x1e\x1e',
    `4${'\x1e4'.repeat(2_000)}`,
    'b',
    `b${'A'.repeat(5_000)}`,
    '1',
    '41\x1e42["a"]',
  ],
];

/** Odd requests of every kind, of which some belong to a session. */
export const polls: fc.Arbitrary<Asked> = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'OPTIONS', 'DELETE', 'HEAD'),
  path: fc.constantFrom(...QUERIES).map((query) => `/socket.io/?${query}`),
  body: fc.oneof(
    fc.constantFrom(...BODIES),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some)),
  ),
  headers: fc.constantFrom(
    {},
    { 'content-type': 'application/octet-stream' },
    { 'content-type': 'text/plain;charset=UTF-8' },
    { 'content-type': 'application/json' },
    { 'accept-encoding': '\t' },
    { 'content-length': '5' },
    { expect: '100-continue' },
  ) as fc.Arbitrary<Record<string, string>>,
});
