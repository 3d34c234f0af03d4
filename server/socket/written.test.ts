import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';
import { expect, it } from 'vitest';
import { Written, writtenParser } from './written.ts';

const VIEW = { at: 1_700_000_000_000, office: { vi: 'Một cửa "Tân Châu"' }, calls: [1, null, '\u2028'] };
const encode = (packet: Packet) => new writtenParser.Encoder().encode(packet);

it('a written picture goes over the wire as Socket.IO itself would have written it', () => {
  for (const view of [VIEW, { at: 7 }]) {
    for (const nsp of ['/', '/other']) {
      const event = (picture: unknown): Packet => ({ type: PacketType.EVENT, nsp, data: ['view:board', picture] });
      expect(encode(event(new Written(view)))).toEqual(new Encoder().encode(event(view)));
    }
  }
});

it('a page reads the picture back as it was drawn', () => {
  const [text] = encode({ type: PacketType.EVENT, nsp: '/', data: ['view:board', new Written(VIEW)] });
  let read: Packet | undefined;
  const decoder = new Decoder();
  decoder.on('decoded', (packet: Packet) => {
    read = packet;
  });
  decoder.add(text);
  expect(read?.data).toEqual(['view:board', VIEW]);
});

it('everything else is written as ever', () => {
  for (const data of [['view:board', VIEW], ['view:board', VIEW, 1], [{ ok: true }], ['bytes', Buffer.from('x')]]) {
    const packet = (): Packet => ({ type: PacketType.EVENT, nsp: '/', data: structuredClone(data), id: 3 });
    expect(encode(packet()).map(String)).toEqual(new Encoder().encode(packet()).map(String));
  }
});

it('only the moment tells two pictures of the same hall apart', () => {
  expect(new Written({ ...VIEW, at: 8 }).shown).toBe(new Written(VIEW).shown);
  expect(new Written({ ...VIEW, at: 8 }).json()).not.toBe(new Written(VIEW).json());
});
