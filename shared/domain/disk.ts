/**
 * Why nothing can be kept at present. `disk-full`: no room is left. `disk-refused`: the disk is read-only, locked by another program,
 * or gives errors. The hall goes on by itself when the cause is gone.
 */
export const DISK_TROUBLES = ['disk-full', 'disk-refused'] as const;
export type DiskTrouble = (typeof DISK_TROUBLES)[number];
