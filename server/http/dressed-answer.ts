import { type IncomingMessage, ServerResponse } from 'node:http';
import { isByName, whereFrom } from './where-from.ts';

const HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'self'; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * What a browser may do with an answer stands on every one of them from the moment it is begun, whoever gives it: pages, refusals,
 * and Socket.IO, which takes its requests before any handler of ours sees them.
 */
export class DressedAnswer extends ServerResponse {
  constructor(...given: ConstructorParameters<typeof ServerResponse<IncomingMessage>>) {
    super(...given);
    const [request] = given;
    for (const [name, value] of Object.entries(HEADERS)) this.setHeader(name, value);
    const { isSecure } = whereFrom(request);
    // A browser keeps this by name for all ports: on the server's own PC it would lock the pages at http://localhost.
    if (isSecure && !isByName(request, 'localhost')) this.setHeader('strict-transport-security', 'max-age=31536000');
  }
}
