import type { Hello } from '#shared/contract/socket-events.ts';

/** What this machine and this tab may show at the door: the token of a paired machine, the session of whoever is signed in. */

const DEVICE = 'luot-device';

export function deviceToken(): string | null {
  return localStorage.getItem(DEVICE);
}

export function keepDeviceToken(token: string) {
  localStorage.setItem(DEVICE, token);
}

/** A session ends with the tab, and is not another page's. */
export function sessionOf(role: Hello['role']): string | null {
  return sessionStorage.getItem(sessionKey(role));
}

export function keepSession(role: Hello['role'], session: string | null) {
  if (session === null) sessionStorage.removeItem(sessionKey(role));
  else sessionStorage.setItem(sessionKey(role), session);
}

function sessionKey(role: Hello['role']): string {
  return `luot-session-${role}`;
}
