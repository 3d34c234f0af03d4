import { words } from '#manager/words.ts';
import type { AccessView } from '#shared/contract/access-views.ts';
import type { DeviceRole } from '#shared/contract/roles.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/page/words/language.ts';
import type { DisplayPlace } from './display-place-select.tsx';

/** `ABCD 3456`, as it stands on the machine. */
export function groupedCode(code: string): string {
  return `${code.slice(0, 4)}\u00a0${code.slice(4)}`;
}

/** A counter is called by its number, anything else by what it is. */
export function placeWords(role: DeviceRole, counter: CounterId | null): string {
  return role === 'counter' && counter !== null ? words().counter(counter) : words().pages[role];
}

/** A display is called by where it hangs. */
export function displayName({ zones }: AccessView, { zone, counter }: DisplayPlace): string {
  const display = words().pages.display;
  const found = zones.find(({ id }) => id === zone);
  if (found) return `${display} · ${inLanguage(found.name)}`;
  return counter === null ? display : `${display} · ${words().counter(counter)}`;
}

/** A name to begin with: the place, with a number when another machine has that name. */
export function freeName(wish: string, taken: readonly string[]): string {
  let name = wish;
  for (let next = 2; taken.includes(name); next += 1) name = `${wish} ${next}`;
  return name;
}

/** Two people compare it by ear: groups of four. */
export function groupedFingerprint(fingerprint: string): string {
  return (
    fingerprint
      .replace(/[^0-9a-f]/gi, '')
      .toUpperCase()
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}
