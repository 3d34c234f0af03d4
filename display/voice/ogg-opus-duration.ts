/** Opus always counts 48,000 samples a second, whatever went in (RFC 7845, 4). */
const GRANULES_PER_SECOND = 48_000;
const PAGE_HEADER_BYTES = 27;

/**
 * How long an Ogg Opus file sounds, in milliseconds: the granule position of its last page less the pre-skip of its
 * head (RFC 7845, 4.3).
 *
 * @throws Error if the bytes are no whole Ogg Opus file
 */
export function oggOpusDurationMs(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let granules = -1n;
  let preSkip = -1;
  for (let at = 0; at < bytes.length; ) {
    if (text(bytes, at, 4) !== 'OggS') throw new Error(`No Ogg page at byte ${at}`);
    const segments = view.getUint8(at + 26);
    const body = at + PAGE_HEADER_BYTES + segments;
    if (preSkip < 0) preSkip = preSkipOf(view, bytes, body);
    granules = view.getBigInt64(at + 6, true);
    at = body + bytes.subarray(at + PAGE_HEADER_BYTES, body).reduce((sum, length) => sum + length, 0);
    if (at > bytes.length) throw new Error('The last Ogg page is cut short');
  }
  if (granules < 0n) throw new Error('No Ogg page in it');
  return ((Number(granules) - preSkip) / GRANULES_PER_SECOND) * 1000;
}

function preSkipOf(view: DataView, bytes: Uint8Array, at: number): number {
  if (text(bytes, at, 8) !== 'OpusHead') throw new Error('Not an Opus stream');
  return view.getUint16(at + 10, true);
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
