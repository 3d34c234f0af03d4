/** Which kind of page (or machine) speaks. `house` is the server itself; no socket ever gets it. */
export const ROLES = ['kiosk', 'display', 'counter', 'manager', 'house'] as const;
export type Role = (typeof ROLES)[number];
/** The roles that a page can come in. */
export const PAGE_ROLES = ['kiosk', 'display', 'counter', 'manager'] as const;
export type PageRole = (typeof PAGE_ROLES)[number];
