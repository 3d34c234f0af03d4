import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import {
  DEVICE_HEADER,
  MOST_CLIP_BYTES,
  MOST_PACK_BYTES,
  RECORDING_ACTS,
  RECORDINGS_PATH,
  type RecordedList,
  type Recording,
  type RecordingAct,
  type RecordingTrouble,
  SESSION_HEADER,
} from '#shared/domain/recording.ts';
import { handOutFile } from './hand-out-file.ts';
import { whereFrom } from './where-from.ts';

/** The office's own recordings, and who may change them. */
export type RecordedVoice = {
  recordings: {
    path: string;
    clips(): readonly Recording[];
    keep(name: unknown, wav: Buffer): Promise<RecordingTrouble | null>;
    drop(id: string): Promise<RecordingTrouble | null>;
    pack(): Promise<Buffer>;
    takePack(bytes: Buffer): Promise<RecordingTrouble | null>;
  };
  /** Whether a manager is signed in with this. */
  mayRecord(shown: { session: string | null; device: string | null; isLocal: boolean; address: string }): boolean;
  fault(cause: unknown): void;
};

const MOST: Record<RecordingAct, number> = { keep: MOST_CLIP_BYTES, drop: 0, import: MOST_PACK_BYTES };

/** Whether this is a request to change recordings; whether it may, is asked later. */
export function isRecordingAct({ method }: IncomingMessage, path: string): boolean {
  return method === 'POST' && RECORDING_ACTS.some((act) => path === `${RECORDINGS_PATH}${act}`);
}

/**
 * Hands the recordings out to whoever is shown pages, and lets the manager change them.
 * @returns false when there is nothing of that name
 */
export async function answerRecorded(
  request: IncomingMessage,
  response: ServerResponse,
  voice: RecordedVoice,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://hall');
  const name = pathname.slice(RECORDINGS_PATH.length);
  const { recordings } = voice;
  if (request.method === 'POST') {
    const trouble = await change(request, name as RecordingAct, searchParams, voice);
    if (trouble && !request.complete) response.setHeader('connection', 'close');
    // A clip that is not taken is an answer, no fault of the road.
    response.statusCode = trouble === 'not-allowed' ? 403 : 200;
    json(response, { trouble });
    return true;
  }
  if (name === 'manifest.json') {
    response.setHeader('cache-control', 'no-cache');
    json(response, listOf(recordings.clips()));
    return true;
  }
  if (name === 'pack.json') {
    response.setHeader('content-disposition', 'attachment; filename="luot-giong-doc.json"');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'application/json');
    response.end(await recordings.pack());
    return true;
  }
  // Looked up, never joined to a path before it is known.
  const clip = recordings.clips().find(({ file }) => file === name);
  if (!clip) return false;
  response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  return handOutFile(request, response, join(recordings.path, clip.file), 'audio/wav');
}

function listOf(clips: readonly Recording[]): RecordedList {
  return {
    clips: clips.map(({ id, says, durationMs, file }) => ({
      id,
      says,
      durationMs,
      address: `${RECORDINGS_PATH}${file}`,
    })),
  };
}

/** Nothing of what is sent is read before it is known who sends it. */
async function change(
  request: IncomingMessage,
  act: RecordingAct,
  asked: URLSearchParams,
  { recordings, mayRecord, fault }: RecordedVoice,
): Promise<RecordingTrouble | null> {
  if (!isManager(request, mayRecord)) return 'not-allowed';
  try {
    const bytes = await bodyOf(request, MOST[act]);
    if (bytes === null) return 'too-large';
    if (act === 'import') return await recordings.takePack(bytes);
    const id = asked.get('id') ?? '';
    return act === 'drop' ? await recordings.drop(id) : await recordings.keep({ id, says: asked.get('says') }, bytes);
  } catch (cause) {
    fault(cause);
    return 'out-of-service';
  }
}

/**
 * A browser sends no header of its own making from a page of another house without asking first, and is told no. That the page is of
 * this house, the Origin says: looked at with every request, and here it may not be missing.
 */
function isManager(request: IncomingMessage, mayRecord: RecordedVoice['mayRecord']): boolean {
  const session = request.headers[SESSION_HEADER];
  const device = request.headers[DEVICE_HEADER];
  if (typeof session !== 'string' || request.headers.origin === undefined) return false;
  const { isLocal, address } = whereFrom(request);
  return mayRecord({
    session: session || null,
    device: typeof device === 'string' && device ? device : null,
    isLocal,
    address,
  });
}

/** @returns null when there is more than may be */
async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > most) return null;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    bytes += piece.length;
    if (bytes > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function json(response: ServerResponse, value: unknown) {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}
