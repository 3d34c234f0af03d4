/**
 * Where an arrow leads in a list: one further, at an end round to the other, from nowhere to the end it comes from.
 * @returns undefined: the key is no arrow up or down, or the list is empty
 */
export function afterArrow<T extends object>(key: string, list: readonly T[], from: T | undefined): T | undefined {
  const at = from ? list.indexOf(from) : -1;
  if (key === 'ArrowDown') return list[at + 1] ?? list[0];
  if (key === 'ArrowUp') return list[at - 1] ?? list.at(-1);
  return undefined;
}
