// Chromium does not know a scheme of ours: `luot-setup://app/x` is shown as `http://app.luot-setup.localhost/x`, which is as secure to it,
// and every request there is answered by what the main process gave to `protocol.handle`.

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();
const HIDDEN = /^http:\/\/([a-z0-9.-]+)\.(luot-[a-z]+)\.localhost(\/.*)?$/;
const OWN = /^(luot-[a-z]+):\/\/([a-z0-9.-]+)(\/.*)?$/;

export const hiddenScheme = {
  forChromium: (address: string) =>
    address.replace(OWN, (_all, scheme, host, path = '/') => `http://${host}.${scheme}.localhost${path}`),
  forMain: (address: string) =>
    address.replace(HIDDEN, (_all, host, scheme, path = '/') => `${scheme}://${host}${path}`),
  isHidden: (address: string) => HIDDEN.test(address),
};

/** Electron's `protocol`, for schemes whose name begins with `luot-`. */
export const protocol = {
  registerSchemesAsPrivileged: () => {},
  handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
  unhandle: (scheme: string) => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
};

/** What the main process answers to a page of its own scheme. */
export async function answerHidden(
  address: string,
  method: string,
): Promise<{ status: number; headers: [string, string][]; body: Buffer }> {
  const own = hiddenScheme.forMain(address);
  const handler = handlers.get(own.slice(0, own.indexOf(':')));
  if (!handler) return { status: 404, headers: [], body: Buffer.alloc(0) };
  const response = await handler(new Request(own, { method }));
  return { status: response.status, headers: [...response.headers], body: Buffer.from(await response.arrayBuffer()) };
}
