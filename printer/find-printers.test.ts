import { describe, expect, it } from 'vitest';
import { findPrinters, isPrivate, takesCalls } from './find-printers.ts';
import { startVirtualPrinter } from './virtual-printer.ts';

describe('[P18] printers in the network', () => {
  it('are those neighbours that answer, in the order of their addresses', async () => {
    const called: string[] = [];
    const answers = async (address: string) => {
      called.push(address);
      return ['192.168.1.200', '192.168.1.9'].includes(address);
    };
    const found = await findPrinters({ own: ['192.168.1.10', '10.0.0.3'], answers });
    expect(found).toEqual(['192.168.1.9', '192.168.1.200']);
    // Every neighbour once, in the own network alone, and not this machine itself.
    const neighbours = Array.from({ length: 254 }, (_, index) => `192.168.1.${index + 1}`);
    expect([...called].sort()).toEqual(neighbours.filter((address) => address !== '192.168.1.10').sort());
  });

  it('are called a few at a time', async () => {
    let now = 0;
    let most = 0;
    const answers = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setImmediate(done));
      now -= 1;
      return false;
    };
    await findPrinters({ own: ['10.1.2.3'], answers });
    expect(most).toBe(32);
  });

  it('are none where this machine has no network of its own', async () => {
    expect(await findPrinters({ own: [], answers: async () => true })).toEqual([]);
  });

  it.each([
    ['10.0.0.1', true],
    ['172.16.0.1', true],
    ['172.31.255.1', true],
    ['192.168.1.10', true],
    ['172.32.0.1', false],
    ['8.8.8.8', false],
    ['100.64.0.1', false],
  ])('are looked for around %s: %s', (address, expected) => {
    expect(isPrivate(address)).toBe(expected);
  });

  it('are told by taking a call, and print nothing for it', async () => {
    const printer = await startVirtualPrinter();
    expect(await takesCalls('127.0.0.1', printer.port)).toBe(true);
    expect([printer.papers, printer.strayBytes]).toEqual([[], []]);
    await printer.close();
    expect(await takesCalls('127.0.0.1', printer.port)).toBe(false);
  });
});
