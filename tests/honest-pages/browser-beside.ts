import type { Memory } from '#tests/faults/page-in-node.ts';

/** What the machine of a counter keeps while its page comes and goes. */
export function newMemory(): Memory & Pick<Storage, 'key' | 'length'> {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** The locks that the tabs of one browser share: one tab at a time has each, and a tab that is gone has none. */
export class Locks {
  private readonly held = new Map<string, Promise<unknown>>();

  /** @param gone when the tab is closed: it has no lock any more, waits for none, and hears of none */
  forTab(gone: Promise<void>): Pick<LockManager, 'request'> {
    let isGone = false;
    void gone.then(() => {
      isGone = true;
    });
    const request = async (name: string, work: () => Promise<unknown>) => {
      const before = Promise.resolve(this.held.get(name));
      const done = before.then(() => (isGone ? null : work()));
      // Whoever comes next waits for the end, whatever it was.
      const end = before.then(() => Promise.race([done, gone]));
      this.held.set(
        name,
        end.catch(() => undefined),
      );
      const result = await done;
      return isGone ? await new Promise(() => {}) : result;
    };
    // A page asks for a lock in this one way.
    return { request: request as LockManager['request'] };
  }
}
