/** The token in `/t/<token>`; null where none stands that a slip could have. */
export function tokenInPath(pathname: string): string | null {
  return /^\/t\/([A-Za-z0-9_-]{22})\/?$/.exec(pathname)?.[1] ?? null;
}
