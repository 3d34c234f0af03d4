import type { PrinterState } from '#shared/domain/printer.ts';

/**
 * The way bytes go to a printer and come back. One connection at a time; after it has closed, `open` makes a new one.
 * A new way (a serial line, a device) is a new file that makes one of these.
 */
export type Transport = {
  /** Rejects with the cause when the printer cannot be reached in time. */
  open: () => Promise<void>;
  /** Resolves when the operating system has taken the bytes, which says nothing about paper. Rejects when it did not in time. */
  write: (bytes: Uint8Array) => Promise<void>;
  /** Sets the one listener for what the printer sends. */
  onData: (listener: (chunk: Uint8Array) => void) => void;
  /** Sets the one listener for the end of an opened connection, whoever ended it; the cause is null for an orderly end. */
  onClose: (listener: (cause: Error | null) => void) => void;
  /** Lets what was written go out, then closes. Resolves when it is closed; never rejects. */
  close: () => Promise<void>;
};

/** The way to a printer from which nothing comes back but what the system beside us believes of it. */
export type OneWayTransport = {
  isOneWay: true;
  /** What the system believes. Rejects when it knows no such printer. */
  look: () => Promise<PrinterState>;
  /** Hands one whole job over. Resolves when it was taken, or taken back because it did not go on; either says nothing about paper. */
  print: (bytes: Uint8Array) => Promise<void>;
  /** Waits for the job under way. Never rejects. */
  close: () => Promise<void>;
};
