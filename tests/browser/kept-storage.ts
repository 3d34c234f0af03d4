/**
 * What one browser keeps for the pages of a house, and which of its tabs holds which lock: for tests of what outlives a page, without a
 * browser.
 */
export function keptStorage() {
  const kept = new Map<string, string>();
  const lines = new Map<string, Promise<unknown>>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
  const request = async (name: string, work: () => Promise<unknown>) => {
    const before = lines.get(name);
    const mine = (async () => {
      await before;
      return work();
    })();
    lines.set(name, mine);
    return mine;
  };
  return {
    kept,
    storage,
    // Of all ways to ask for a lock the pages use this one.
    locks: { request } as Pick<LockManager, 'request'>,
    /** The tabs are gone, and with them what they held; what was kept stays. */
    closeTabs: () => lines.clear(),
  };
}
