/**
 * Which kind of page (or machine) speaks. `door` is a page that has not been let in yet; `house` is the server itself; no socket can
 * ask for these two.
 */
export const ROLES = ['kiosk', 'display', 'counter', 'manager', 'start', 'phone', 'door', 'house'] as const;
export type Role = (typeof ROLES)[number];
/** The roles that a page can come in. */
export const PAGE_ROLES = ['kiosk', 'display', 'counter', 'manager', 'start', 'phone'] as const;
export type PageRole = (typeof PAGE_ROLES)[number];

/** What a paired machine can be for. */
export const DEVICE_ROLES = ['kiosk', 'display', 'counter', 'manager'] as const;
export type DeviceRole = (typeof DEVICE_ROLES)[number];

export function isDeviceRole(role: Role): role is DeviceRole {
  return DEVICE_ROLES.some((one) => one === role);
}
