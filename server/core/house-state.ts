import type { DeviceRole } from '#shared/contract/roles.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import type { DiskTrouble } from '#shared/domain/disk.ts';
import type { PrinterState } from '#shared/domain/printer.ts';

/** What the office knows only from its machines. */
export type HouseState = {
  printer: PrinterState;
  pages: Record<DeviceRole, number>;
  isJournalIntact: boolean;
  diskTrouble: DiskTrouble | null;
  backup: ManagerView['backup'];
  /** Kiosks that were tapped for fun in the last minutes. [K12] */
  tappedForFun: ManagerView['tappedForFun'];
};
