import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from './bitmap.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The picture as a PNG file, one bit a dot, to be looked at. */
export function encodePng({ width, height, rows }: Bitmap): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 1); // bits a dot; the other fields are zero: grey, deflate, no interlace
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', deflateSync(scanLines(rows, width / 8))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Each row behind a zero (no filter), and inverted: in a PNG 0 is black. */
function scanLines(rows: Uint8Array, stride: number): Uint8Array {
  const lines = new Uint8Array((rows.length / stride) * (stride + 1));
  for (let from = 0, to = 0; from < rows.length; from += stride, to += stride + 1)
    lines.set(
      rows.subarray(from, from + stride).map((byte) => ~byte),
      to + 1,
    );
  return lines;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}
