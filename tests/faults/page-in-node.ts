import { effect } from '@preact/signals';
import type { Hello } from '#shared/contract/socket-events.ts';
import type { ViewName, Views } from '#shared/contract/views.ts';
import { type Connection, connect } from '#shared/page/connection.ts';

/** A page without a screen: the very connection that the pages use. */
export type NodePage<V extends ViewName> = Connection<V> & {
  /** Waits until this is so; looks whenever the picture or the state of the line changes. */
  until(isSo: (page: Connection<V>) => boolean): Promise<void>;
  /** The newest picture. @throws when none has come */
  picture(): Views[V];
};

/** Where a browser keeps what a page leaves behind. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NO_MEMORY: Memory = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** What the connection wants of a browser: where the page came from, a place for its keys, and whether an app is around it. */
function standInForBrowser(url: string, memory: Memory) {
  const { protocol, host, hostname, port } = new URL(url);
  // No app around it.
  lay('window', {});
  lay('location', { protocol, host, hostname, port, reload: () => undefined });
  // What a key is meant for is none: nothing has the focus where there is no screen.
  lay('Element', class {});
  lay('localStorage', memory);
  lay('sessionStorage', NO_MEMORY);
}

function lay(name: string, value: object) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/**
 * Opens a page at this address. The address is read when it is opened, so pages of several servers may live side by side.
 * @param memory what the machine keeps between two pages; the one that was named last holds for all
 */
export function openPage<V extends ViewName>(
  url: string,
  viewName: V,
  hello: { role: Hello['role']; counter?: number },
  memory: Memory = NO_MEMORY,
): NodePage<V> {
  standInForBrowser(url, memory);
  const connection = connect(viewName, hello);
  return {
    ...connection,
    until: (isSo) =>
      new Promise((seen) => {
        let isDone = false;
        const stop = effect(() => {
          // Read here, so that a change of either brings us back.
          void [connection.view.value, connection.online.value];
          if (isDone || !isSo(connection)) return;
          isDone = true;
          // An effect cannot be stopped from within its first run.
          queueMicrotask(() => stop());
          seen();
        });
      }),
    picture() {
      const picture = connection.view.value;
      if (!picture) throw new Error('No picture has come yet.');
      return picture;
    },
  };
}

/** Whether two pages show the same, whenever they were drawn. */
export function isSame<V extends { at: number }>(one: V | null, other: V | null): boolean {
  return one !== null && other !== null && JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });
}
