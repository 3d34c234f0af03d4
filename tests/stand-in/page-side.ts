// Two scripts that the stand-in runs in Chromium before any script of a page; their text is handed over, so they use nothing from outside.

/** What the worlds of one page say to each other goes by events whose names the page does not know. */
export type Sides = { secret: string };

/** In the page's own world: makes there what the preload script exposes, as Electron's contextBridge does. */
export function mainWorld({ secret }: Sides) {
  type Reply = { call: number; value?: unknown; error?: string; isPromise?: boolean };
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const fire = (name: string, said: unknown) =>
    Reflect.apply(dispatchEvent, document, [
      new CustomEvent(`${secret}:${name}`, { detail: JSON.stringify(said ?? null) }),
    ]);
  const hear = (name: string, run: (said: never) => void) =>
    Reflect.apply(addEventListener, document, [
      `${secret}:${name}`,
      (event: CustomEvent) => run(JSON.parse(event.detail) as never),
    ]);
  const callbacks: ((...args: unknown[]) => void)[] = [];
  const replies = new Map<number, Reply>();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>();
  let calls = 0;

  const pack = (value: unknown) =>
    typeof value === 'function' ? { callback: callbacks.push(value as (typeof callbacks)[0]) - 1 } : { value };
  const callable =
    (path: string[]) =>
    (...args: unknown[]) => {
      calls += 1;
      const call = calls;
      fire('call', { path, call, args: args.map(pack) });
      const reply = replies.get(call);
      replies.delete(call);
      if (reply?.isPromise) return new Promise((resolve, reject) => waiting.set(call, { resolve, reject }));
      if (reply?.error !== undefined) throw new Error(reply.error);
      return reply?.value;
    };
  const build = (tree: Record<string, unknown>, path: string[]): object =>
    Object.freeze(
      Object.fromEntries(
        Object.entries(tree).map(([name, node]) => {
          const { kind, value } = node as { kind: string; value: never };
          const here = [...path, name];
          return [name, kind === 'function' ? callable(here) : kind === 'object' ? build(value, here) : value];
        }),
      ),
    );
  hear('expose', ({ name, tree }: { name: string; tree: Record<string, unknown> }) => {
    Object.defineProperty(window, name, { value: build(tree, [name]), enumerable: true });
  });
  hear('reply', (reply: Reply) => void replies.set(reply.call, reply));
  hear('settle', ({ call, value, error }: Reply) => {
    const asker = waiting.get(call);
    waiting.delete(call);
    if (error === undefined) asker?.resolve(value);
    else asker?.reject(new Error(error));
  });
  hear('callback', ({ id, args }: { id: number; args: unknown[] }) => callbacks[id]?.(...args));
}

/** In a world of its own, as a sandboxed preload script has: `require('electron')`, and what the main process hears of the page. */
export function preloadWorld({ secret }: Sides, preload: ((require: unknown, module: object) => void) | null) {
  type Api = Record<string, unknown>;
  type Packed = { value?: unknown; callback?: number };
  const world = globalThis as unknown as Record<string, unknown>;
  const tell = (said: object) => (world.standIn as (text: string) => void)(JSON.stringify(said));
  const fire = (name: string, said: unknown) =>
    document.dispatchEvent(new CustomEvent(`${secret}:${name}`, { detail: JSON.stringify(said ?? null) }));
  const exposed: Api = {};
  const asked = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>();
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>();
  let questions = 0;

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        questions += 1;
        asked.set(questions, { resolve, reject });
        tell({ kind: 'invoke', id: questions, channel, args });
      }),
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args }),
    on: (channel: string, run: (event: object, ...args: unknown[]) => void) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(run));
      return ipcRenderer;
    },
    off: (channel: string, run: (event: object, ...args: unknown[]) => void) => {
      listeners.get(channel)?.delete(run);
      return ipcRenderer;
    },
    removeListener: (channel: string, run: (event: object, ...args: unknown[]) => void) =>
      ipcRenderer.off(channel, run),
  };
  const treeOf = (api: Api): Api =>
    Object.fromEntries(
      Object.entries(api).map(([name, value]) => {
        if (typeof value === 'function') return [name, { kind: 'function' }];
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
          return [name, { kind: 'object', value: treeOf(value as Api) }];
        return [name, { kind: 'value', value }];
      }),
    );
  const contextBridge = {
    exposeInMainWorld(name: string, api: Api) {
      exposed[name] = api;
      fire('expose', { name, tree: treeOf(api) });
    },
  };
  // Answers from the main process, and what it sends by itself.
  world.standInDeliver = (said: {
    id?: number;
    value?: unknown;
    error?: string;
    channel?: string;
    args?: unknown[];
  }) => {
    if (said.channel !== undefined) {
      for (const run of listeners.get(said.channel) ?? []) run({}, ...(said.args ?? []));
      return;
    }
    const asker = asked.get(said.id ?? 0);
    asked.delete(said.id ?? 0);
    if (said.error === undefined) asker?.resolve(said.value);
    else asker?.reject(new Error(said.error));
  };
  // For the tests: what a frame could say that had broken out of its sandbox.
  world.standInIpc = ipcRenderer;

  document.addEventListener(`${secret}:call`, (event) => {
    const { path, call, args } = JSON.parse((event as CustomEvent).detail);
    const unpack = ({ value, callback }: Packed) =>
      callback === undefined ? value : (...said: unknown[]) => fire('callback', { id: callback, args: said });
    const run = path.reduce((at: Api, name: string) => at[name] as Api, exposed) as (...args: unknown[]) => unknown;
    try {
      const value = run(...args.map(unpack));
      if (!(value instanceof Promise)) return void fire('reply', { call, value });
      fire('reply', { call, isPromise: true });
      value.then(
        (settled) => fire('settle', { call, value: settled }),
        (cause) => fire('settle', { call, error: String(cause?.message ?? cause) }),
      );
    } catch (cause) {
      fire('reply', { call, error: String(cause instanceof Error ? cause.message : cause) });
    }
  });

  // Electron asks the main process before a page sees a key. Only a synchronous request can wait for that answer here.
  const beforeInput = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const { key, code, repeat, isComposing, shiftKey, ctrlKey, altKey, metaKey, location: side } = event;
    const input = {
      ...{ type: event.type === 'keydown' ? 'keyDown' : 'keyUp', key, code, isAutoRepeat: repeat, isComposing },
      ...{ shift: shiftKey, control: ctrlKey, alt: altKey, meta: metaKey, location: side, modifiers: [] },
    };
    const request = new XMLHttpRequest();
    const origin = /^https?:$/.test(location.protocol) ? location.origin : 'http://stand-in.invalid';
    try {
      request.open('POST', `${origin}/__stand-in/${secret}/input`, false);
      request.send(JSON.stringify(input));
    } catch {
      // The page has left, or its own policy forbids even this: the key is the page's, as it is without a main process.
      return;
    }
    if (request.responseText !== 'prevented') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', beforeInput, true);
  addEventListener('keyup', beforeInput, true);
  // Electron leaves the zoom alone and tells the main process; Chromium alone would zoom.
  addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      tell({ kind: 'event', name: 'zoom-changed', args: [event.deltaY < 0 ? 'in' : 'out'] });
    },
    { passive: false, capture: true },
  );
  if (window.top === window && preload) preload(() => ({ ipcRenderer, contextBridge }), { exports: {} });
}
