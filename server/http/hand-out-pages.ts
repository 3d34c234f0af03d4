import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import type { PaperTray } from '#server/ports.ts';
import { RECORDINGS_PATH } from '#shared/domain/recording.ts';
import { type Guide, guideHtml } from './guide.ts';
import { handOutFile } from './hand-out-file.ts';
import { answerRecorded, isRecordingAct, type RecordedVoice } from './recorded-voice.ts';
import { isMeantForUs, whereFrom } from './where-from.ts';

/** Where the built pages lie, by the address a person types. */
const PAGES: Record<string, string> = {
  '/': '/start/index.html',
  '/kiosk/': '/kiosk/page/index.html',
  '/counter/': '/counter/index.html',
  '/display/': '/display/index.html',
  '/manager/': '/manager/index.html',
};

/** `/t/…`: the page of a ticket, whatever the token; the page asks for it. */
const PHONE_PAGE = '/phone/index.html';

export type PageParts = {
  /** Folder of the built pages. */
  dist: string;
  names: ReadonlySet<string>;
  /** How other machines of the hall come in; null while only this one is served. */
  guide: Guide | null;
  /** The papers of a demonstration; null in every office. */
  tray: PaperTray | null;
  information: InformationShelf;
  voice: RecordedVoice;
};

/** Pictures and films that the office shows on its displays. */
export type InformationShelf = {
  /** Of the files there. */
  path: string;
  /** Only what stands here is handed out, whatever else lies in the folder. */
  files(): readonly { name: string; kind: 'picture' | 'film' | null }[];
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers GET for the pages and their files: all of them on this machine and over TLS. Over plain HTTP another machine gets only the
 * way to TLS.
 */
export function createPageHandler({ dist, names, guide, tray, information, voice }: PageParts): Answer {
  const files = sirv(dist, { etag: true, setHeaders: keepForever });
  return (request, response) => {
    if (!isMeantForUs(request, names)) return end(response, 403, FOREIGN);
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead && !isRecordingAct(request, path)) return end(response, 405, 'Method not allowed');
    const { isLocal, isSecure } = whereFrom(request);
    if (path.startsWith('/t/')) request.url = PHONE_PAGE;
    // Phones come over plain HTTP, too: their page and the files of the pages hold no secret.
    else if (!isLocal && !isSecure && !path.startsWith('/assets/')) return showTheWay(request, response, path, guide);
    if (path === LATEST_PAPER_PATH && isLocal) return handPaper(response, tray);
    if (path.startsWith(INFORMATION_PATH)) return void handInformation(request, response, path, information);
    if (path.startsWith(RECORDINGS_PATH)) return void handRecorded(request, response, voice);
    if (path === CERTIFICATE_PATH && guide) return handCertificate(response, guide);
    if (path !== '/' && PAGES[`${path}/`]) return redirect(response, `${path}/${query ? `?${query}` : ''}`);
    const page = PAGES[path];
    if (page) request.url = page;
    else if (!/^\/(assets|t)\//.test(path)) return end(response, 404, NOT_FOUND);
    // Pages and their files are handed out whole: a part that ends before it begins would end the process inside sirv.
    delete request.headers.range;
    files(request, response, () => end(response, 404, NOT_FOUND));
  };
}

/** Whether the pages have been built. */
export function arePagesBuilt(dist: string): boolean {
  return [...Object.values(PAGES), PHONE_PAGE].every((file) => existsSync(join(dist, file)));
}

const INFORMATION_PATH = '/information/';
/** By the ending of the name, and no other: what a browser makes of a file is not for the file to say. */
const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
};
/** Asked for with the number of the paper behind it, so that a browser never shows an older one. */
const LATEST_PAPER_PATH = '/latest-paper.png';
const CERTIFICATE_PATH = '/luot-ca.crt';
const FOREIGN = 'Địa chỉ này không phải của máy chủ. / This address is not the server’s.';
const NOT_FOUND = 'Không có trang này. / There is no such page.';

/** Plain HTTP on the network: the office's authority, how to trust it, and the door with a lock. */
function showTheWay(request: IncomingMessage, response: ServerResponse, path: string, guide: Guide | null) {
  if (!guide) return end(response, 403, 'Chỉ mở được trên chính máy chủ. / Open this on the server itself.');
  if (path === CERTIFICATE_PATH) return handCertificate(response, guide);
  const host = request.headers.host?.replace(/:\d+$/, '') ?? 'localhost';
  const secure = `https://${host}:${guide.httpsPort}`;
  if (path !== '/') return redirect(response, `${secure}${request.url}`);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(guideHtml(guide, secure, CERTIFICATE_PATH));
}

function handCertificate(response: ServerResponse, { certificate }: Guide) {
  response.setHeader('content-type', 'application/x-x509-ca-cert');
  response.setHeader('content-disposition', 'attachment; filename="luot-ca.crt"');
  response.end(certificate);
}

/** The name is looked up, never joined to a path before it is known: nothing outside the list can be asked for. */
async function handInformation(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { path: folder, files }: InformationShelf,
) {
  const name = decoded(path.slice(INFORMATION_PATH.length));
  const type = TYPES[extname(name).toLowerCase()];
  const isThere = files().some((file) => file.name === name && file.kind !== null);
  if (!type || !isThere) return end(response, 404, NOT_FOUND);
  // Its address changes when the file does.
  response.setHeader('cache-control', 'public, max-age=86400');
  if (!(await handOutFile(request, response, join(folder, name), type))) end(response, 404, NOT_FOUND);
}

async function handRecorded(request: IncomingMessage, response: ServerResponse, voice: RecordedVoice) {
  try {
    if (!(await answerRecorded(request, response, voice))) end(response, 404, NOT_FOUND);
  } catch (cause) {
    // A clip that has gone from the folder.
    voice.fault(cause);
    end(response, 503, NOT_FOUND);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // No name at all; nothing is called so.
    return '';
  }
}

function handPaper(response: ServerResponse, tray: PaperTray | null) {
  const picture = tray?.latest();
  if (!picture) return end(response, 404, NOT_FOUND);
  response.setHeader('content-type', 'image/png');
  response.setHeader('cache-control', 'no-store');
  response.end(picture);
}

/** Built files carry a hash of their content in the name; the pages themselves are asked for each time. */
function keepForever(response: ServerResponse, pathname: string) {
  const isHashed = pathname.startsWith('/assets/');
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function redirect(response: ServerResponse, location: string) {
  response.setHeader('location', location);
  end(response, 308, '');
}

function end(response: ServerResponse, status: number, text: string) {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(text);
}
