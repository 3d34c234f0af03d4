import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const LIST_WITHIN_MS = 8_000;

export type ListParts = {
  system: NodeJS.Platform;
  /** What a program of the system says. */
  run(program: string, args: readonly string[]): Promise<string>;
  /** The names in a folder. */
  names(folder: string): Promise<string[]>;
};

const HERE: ListParts = {
  system: process.platform,
  run: async (program, args) =>
    (await promisify(execFile)(program, [...args], { timeout: LIST_WITHIN_MS, windowsHide: true })).stdout,
  names: (folder) => readdir(folder),
};

/**
 * The printers that this machine itself knows, by the name that the settings want: on Windows those of its spooler (`kind: windows`), on
 * Linux the device files of USB printers (`kind: device`). Nothing where the system does not say.
 */
export async function listedPrinters({ system, run, names }: ListParts = HERE): Promise<string[]> {
  try {
    if (system === 'win32') return await ofWindows(run);
    return (await names('/dev/usb')).filter((name) => /^lp\d+$/.test(name)).map((name) => `/dev/usb/${name}`);
  } catch {
    // No such folder, or a system that may not be asked: then there is nothing to offer.
    return [];
  }
}

async function ofWindows(run: ListParts['run']): Promise<string[]> {
  // UTF-8, or a name with Vietnamese letters would come in the code page of the console.
  const ask = '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Printer | ForEach-Object { $_.Name }';
  const said = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', ask]);
  return said
    .split(/\r?\n/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
