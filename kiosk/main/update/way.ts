import type { KeptFile } from './update-state.ts';

/** Why an update cannot be put in here, before anything was done. */
export type WayRefusal = 'needs-administrator' | 'no-way-back' | 'folder-is-read-only' | 'does-not-start';

/** How a new program takes the place of the old one, on one kind of installation. */
export type Way = {
  /**
   * Makes everything ready that can be made ready while the old program runs: above all the way back.
   * @param fresh the new installer, looked at
   * @param kept the installer of the present version, looked at; null: there is none
   */
  prepare(fresh: KeptFile, kept: KeptFile | null): Promise<WayRefusal | null>;
  /** The switch. This program ends. */
  switchTo(fresh: KeptFile): Promise<void>;
  /** The old program takes its place again. This program ends. */
  giveBack(kept: KeptFile | null): Promise<void>;
  /** The new program is well: whatever waited to bring the old one back is taken away. */
  settle(): Promise<void>;
  /** Whether the present installer has to be kept for the way back, or the program itself is one. */
  needsKept: boolean;
};
