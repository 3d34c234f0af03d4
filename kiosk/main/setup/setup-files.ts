import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** One of the app's own pages runs only what lies beside it, and asks no server for anything. */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:";

/** A file of the app's own pages. Only plain names one folder deep: there is no way up, and no other root. */
export async function readSetupFile(root: string, { pathname }: URL): Promise<Response> {
  const parts = pathname.slice(1).split('/');
  const kind = KINDS[extname(pathname)];
  if (!kind || parts.length > 2 || !parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(part)))
    return missing();
  try {
    const body = await readFile(join(root, ...parts));
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': kind,
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  } catch {
    // Not there, not readable: for a page both are "no such file".
    return missing();
  }
}

const missing = () => new Response('', { status: 404 });
