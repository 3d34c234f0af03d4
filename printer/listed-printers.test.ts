import { describe, expect, it } from 'vitest';
import { type ListParts, listedPrinters } from './listed-printers.ts';

const parts = (change: Partial<ListParts>): ListParts => ({
  system: 'linux',
  run: async () => '',
  names: async () => [],
  ...change,
});

describe('[P18] the printers that the machine itself knows', () => {
  it('are those of the spooler on Windows, by their names', async () => {
    const asked: string[] = [];
    const run = async (program: string) => {
      asked.push(program);
      return 'EPSON TM-T82 Receipt\r\nMáy in phiếu\r\n\r\n';
    };
    expect(await listedPrinters(parts({ system: 'win32', run }))).toEqual(['EPSON TM-T82 Receipt', 'Máy in phiếu']);
    expect(asked).toEqual(['powershell.exe']);
  });

  it('are the device files of USB printers on Linux, and no other', async () => {
    const names = async () => ['hiddev0', 'lp0', 'lp1', 'lpx'];
    expect(await listedPrinters(parts({ names }))).toEqual(['/dev/usb/lp0', '/dev/usb/lp1']);
  });

  it('are none where the system does not say', async () => {
    const fails = async () => {
      throw new Error('ENOENT');
    };
    expect(await listedPrinters(parts({ names: fails }))).toEqual([]);
    expect(await listedPrinters(parts({ system: 'win32', run: fails }))).toEqual([]);
  });
});
