import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { isLocalRequest } from './local-request.ts';

/** Where the built pages lie, by the address a person types. */
const PAGES: Record<string, string> = {
  '/': '/start/index.html',
  '/kiosk/': '/kiosk/page/index.html',
  '/counter/': '/counter/index.html',
  '/display/': '/display/index.html',
  '/manager/': '/manager/index.html',
};

const HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'self'; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Answers GET for the pages and their files; everything else is not found. @param dist folder of the built pages */
export function createPageHandler(dist: string): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(dist, { etag: true, setHeaders: keepForever });
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (!isLocalRequest(request))
      return end(response, 403, 'Chỉ mở được trên chính máy chủ. / Open this on the server itself.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Method not allowed');
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    if (PAGES[`${path}/`] && path !== '/') {
      response.setHeader('location', `${path}/${query ? `?${query}` : ''}`);
      return end(response, 308, '');
    }
    const page = PAGES[path];
    if (page) request.url = page;
    else if (!path.startsWith('/assets/')) return end(response, 404, NOT_FOUND);
    files(request, response, () => end(response, 404, NOT_FOUND));
  };
}

/** Whether the pages have been built. */
export function arePagesBuilt(dist: string): boolean {
  return Object.values(PAGES).every((file) => existsSync(join(dist, file)));
}

const NOT_FOUND = 'Không có trang này. / There is no such page.';

/** Built files carry a hash of their content in the name; the pages themselves are asked for each time. */
function keepForever(response: ServerResponse, pathname: string) {
  const isHashed = pathname.startsWith('/assets/');
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function end(response: ServerResponse, status: number, text: string) {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(text);
}
