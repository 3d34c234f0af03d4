import type { Hello } from '#shared/contract/socket-events.ts';

/** What this machine and this tab may show at the door: the token of a paired machine, the session of whoever is signed in. */

const DEVICE = 'luot-device';

export function deviceToken(): string | null {
  return localStorage.getItem(DEVICE);
}

export function keepDeviceToken(token: string, app = window.luot) {
  localStorage.setItem(DEVICE, token);
  // An older app, which cannot keep it, leaves it to this address alone.
  app?.keepDeviceToken?.(token).catch(() => {});
}

/**
 * The same token, as the app around this page knows it: a browser keeps it per address, and the hall may be at another one now. Comes
 * back always, an app that does not answer is none.
 */
export async function bringDeviceToken(app = window.luot): Promise<string | null> {
  try {
    const known = (await app?.deviceToken()) ?? null;
    const own = deviceToken();
    if (known !== null) localStorage.setItem(DEVICE, known);
    else if (own !== null) await app?.keepDeviceToken(own);
  } catch {
    // An older app, which keeps none.
  }
  return deviceToken();
}

/** A session ends with the tab, and is not another page's. */
export function sessionOf(role: Hello['role']): string | null {
  return sessionStorage.getItem(sessionKey(role));
}

export function keepSession(role: Hello['role'], session: string | null) {
  if (role === 'counter' && session === null) sessionStorage.removeItem(CLERK);
  if (session === null) sessionStorage.removeItem(sessionKey(role));
  else sessionStorage.setItem(sessionKey(role), session);
}

function sessionKey(role: Hello['role']): string {
  return `luot-session-${role}`;
}

const CLERK = 'luot-clerk';

/** Who has signed in at this counter's page; null: nobody has to, or did. */
export function clerkHere(): string | null {
  return sessionStorage.getItem(CLERK);
}

/** Kept beside the session: a press without an answer is asked for again only by whoever made it. */
export function keepClerk(clerk: string) {
  sessionStorage.setItem(CLERK, clerk);
}
