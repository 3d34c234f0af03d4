import type { MessageName } from '#shared/contract/messages.ts';

/** A press that left the page and has not been answered. */
export type KeptPress = {
  commandId: string;
  name: MessageName;
  input: unknown;
  /** The button that shows it as under way. */
  button: string;
  /** Who pressed; null where nobody signs in. */
  clerk: string | null;
  /** This machine's clock, ms UTC. */
  at: number;
};

/** Presses without an answer, kept over a reload or a restart of the browser. */
export type KeptPresses = {
  /** Keeps a press until it is answered. */
  keepUntil(answered: Promise<unknown>, press: Omit<KeptPress, 'clerk' | 'at'>): void;
  /** Hands over what a page that is gone has left behind here, each once, oldest first. */
  takeUp(hear: { ask: (press: KeptPress) => Promise<unknown>; tooOld: (press: KeptPress) => void }): Promise<void>;
};

type PageStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What of the browser it needs. */
type Needs = {
  /** Whose presses: another counter's page on this machine keeps its own. */
  place: string;
  storage: PageStorage;
  /** One tab at a time has a press; missing where the page came over plain HTTP from another machine. */
  locks: Pick<LockManager, 'request'> | undefined;
  clerk: () => string | null;
  now: () => number;
};

/** Longer ago nobody expects it any more: the visitor may be gone, and somebody else has done it by hand. */
export const TAKE_UP_WITHIN_MS = 60_000;

export function createKeptPresses({ place, storage, locks, clerk, now }: Needs): KeptPresses {
  const prefix = `luot-press-${place}-`;
  /** A page that lives holds its press; another tab waits here, and then finds it answered and gone. */
  const alone = <T>(commandId: string, work: () => Promise<T>): Promise<T> =>
    locks ? locks.request<Promise<T>>(prefix + commandId, work).then((done) => done) : work();

  const takeUpOne = async (key: string, { ask, tooOld }: Parameters<KeptPresses['takeUp']>[0]) => {
    const press = readPress(storage.getItem(key));
    const isAnothers = press !== null && press.clerk !== clerk();
    if (press && !isAnothers) {
      const age = now() - press.at;
      if (age >= 0 && age <= TAKE_UP_WITHIN_MS) await ask(press);
      else tooOld(press);
    }
    storage.removeItem(key);
  };

  return {
    keepUntil(answered, press) {
      const key = prefix + press.commandId;
      try {
        storage.setItem(key, JSON.stringify({ ...press, clerk: clerk(), at: now() } satisfies KeptPress));
      } catch {
        // A browser that keeps nothing, or no more: the press itself goes on.
        return;
      }
      void answered.then(() => storage.removeItem(key));
      // A page that is being left gets no lock any more, and needs none.
      alone(press.commandId, () => answered).catch(() => {});
    },
    async takeUp(hear) {
      const kept = keysOf(storage)
        .filter((key) => key.startsWith(prefix))
        .toSorted();
      for (const key of kept) await alone(key.slice(prefix.length), () => takeUpOne(key, hear));
    },
  };
}

function keysOf(storage: PageStorage): string[] {
  return Array.from({ length: storage.length ?? 0 }, (_, index) => storage.key(index) ?? '');
}

/** What stands there may be anything; null when it is no press. */
function readPress(text: string | null): KeptPress | null {
  try {
    const { commandId, name, input, button, clerk, at } = JSON.parse(text ?? 'null');
    const isPress = [commandId, name, button].every((part) => typeof part === 'string') && typeof at === 'number';
    return isPress ? { commandId, name, input, button, clerk: clerk ?? null, at } : null;
  } catch {
    return null;
  }
}
