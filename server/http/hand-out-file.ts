import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Which bytes of so many are wanted; null: all; `none`: such as are not there. */
export function wantedRange(header: string | undefined, bytes: number): { start: number; end: number } | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  // Several ranges, or something else: whoever asks so gets all of it, as the standard allows.
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return start <= end ? { start, end } : 'none';
}

/**
 * Hands out a file that anybody may take away or replace at any moment; a film in the ranges in which a browser asks for it.
 * @returns false when it is not there
 */
export async function handOutFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  type: string,
): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (!handle) return false;
  try {
    const { size } = await handle.stat();
    const range = wantedRange(request.headers.range, size);
    response.setHeader('accept-ranges', 'bytes');
    if (range === 'none') {
      response.statusCode = 416;
      response.setHeader('content-range', `bytes */${size}`);
      response.end();
      return true;
    }
    response.statusCode = range ? 206 : 200;
    if (range) response.setHeader('content-range', `bytes ${range.start}-${range.end}/${size}`);
    response.setHeader('content-type', type);
    const length = range ? range.end - range.start + 1 : size;
    response.setHeader('content-length', length);
    if (request.method === 'HEAD' || length === 0) response.end();
    else {
      const part = range ?? { start: 0, end: size - 1 };
      await pipeline(handle.createReadStream({ ...part, autoClose: false }), response);
    }
  } catch {
    // Whoever asked has gone, or the file has: half an answer is known by its length.
    response.destroy();
  } finally {
    await handle.close();
  }
  return true;
}
