import { type ReadonlySignal, signal } from '@preact/signals';
import { DESK_ACTIONS, type DeskAction } from '#counter/desk/desk-action.ts';
import { ALL_CAPS, capOf, digitOf, isCap, type KeyPress, type Keys, USUAL_KEYS } from './key-map.ts';

const KEPT = 'luot-counter-keys';

/** Why a key was not given to an action. */
export type NoKey = { why: 'taken'; by: DeskAction } | { why: 'digit' } | { why: 'not-free' };

/** The keys as the clerks of this machine like them. */
export type OwnKeys = {
  keys: ReadonlySignal<Keys>;
  /** Gives the key that was pressed to an action, and keeps that on this machine. @returns null, or why not */
  change(action: DeskAction, press: KeyPress): NoKey | null;
  backToUsual(): void;
};

/** @param storage where this machine keeps them; whatever nonsense stands there, every action has a key */
export function createOwnKeys(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): OwnKeys {
  const keys = signal(completeKeys(readKept(storage)));
  const keep = (next: Keys) => {
    keys.value = next;
    const own = DESK_ACTIONS.filter((action) => next[action] !== USUAL_KEYS[action]);
    try {
      if (own.length === 0) storage.removeItem(KEPT);
      else storage.setItem(KEPT, JSON.stringify(Object.fromEntries(own.map((action) => [action, next[action]]))));
    } catch {
      // A browser that keeps nothing: the keys hold until the page is left.
    }
  };
  return {
    keys,
    change(action, press) {
      if (digitOf(press) !== null) return { why: 'digit' };
      const cap = press.ctrlKey || press.altKey || press.metaKey ? '' : capOf(press);
      if (!isCap(cap)) return { why: 'not-free' };
      const by = DESK_ACTIONS.find((other) => other !== action && keys.value[other] === cap);
      if (by) return { why: 'taken', by };
      keep({ ...keys.value, [action]: cap });
      return null;
    },
    backToUsual: () => keep(USUAL_KEYS),
  };
}

function readKept(storage: Pick<Storage, 'getItem'>): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEPT) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

/**
 * One key for every action, none twice: first what was kept, then the usual ones, and for an action whose usual key the clerk has given
 * to another one the first that is free. So a new action of a later version never takes a key away.
 */
export function completeKeys(kept: Readonly<Record<string, unknown>>): Keys {
  const given = new Map<DeskAction, string>();
  const taken = new Set<string>();
  const give = (action: DeskAction, cap: unknown) => {
    if (given.has(action) || !isCap(cap) || taken.has(cap)) return;
    given.set(action, cap);
    taken.add(cap);
  };
  for (const action of DESK_ACTIONS) if (Object.hasOwn(kept, action)) give(action, kept[action]);
  for (const action of DESK_ACTIONS) give(action, USUAL_KEYS[action]);
  for (const action of DESK_ACTIONS)
    if (!given.has(action))
      give(
        action,
        ALL_CAPS.find((cap) => !taken.has(cap)),
      );
  // There are more caps than actions, so each has got one.
  return Object.fromEntries(given) as Keys;
}
