import { describe, expect, it } from 'vitest';
import { DAY } from '#shared/domain/business-day.ts';
import type { Identity } from './identity.ts';
import { keepIdentity } from './keep-identity.ts';

/** A machine with these names, on a day in the hand of the test. Each opening gives the certificate that is set then. */
async function aMachine() {
  const machine = {
    names: ['localhost', '192.168.1.10'],
    at: 0,
    certificate: 'first',
    openings: 0,
    opened: Promise.resolve(),
  };
  const kept = await keepIdentity({
    async open(names): Promise<Identity> {
      machine.openings += 1;
      await machine.opened;
      const { certificate } = machine;
      return { server: { key: 'key', certificate }, authority: { certificate: 'ours', fingerprint: 'AA' }, names };
    },
    now: () => machine.at,
    names: () => machine.names,
  });
  return { machine, ...kept };
}

describe('the identity of a server that runs for years', () => {
  it('is opened once while nothing changes', async () => {
    const { machine, look } = await aMachine();
    machine.at = DAY - 1;
    machine.names = machine.names.toReversed();
    expect([await look(), machine.openings]).toEqual([false, 1]);
  });

  it('takes in a new address, in the very set of names that others hold', async () => {
    const { machine, look, names, now } = await aMachine();
    machine.names = ['localhost', '192.168.1.77'];
    machine.certificate = 'second';
    expect(await look()).toBe(true);
    expect([...names]).toEqual(['localhost', '192.168.1.77']);
    expect(now().server.certificate).toBe('second');
    expect([await look(), machine.openings]).toEqual([false, 2]);
  });

  it('keeps a certificate that serves the new names as well', async () => {
    const { machine, look, names } = await aMachine();
    machine.names = ['localhost'];
    expect([await look(), [...names]]).toEqual([false, ['localhost']]);
  });

  it.each([DAY, -DAY])(
    'is looked at again a day on, or when the clock was %i off: it may be about to run out',
    async (ms) => {
      const { machine, look } = await aMachine();
      machine.at = ms;
      expect([await look(), machine.openings]).toEqual([false, 2]);
      machine.at = 2 * ms;
      machine.certificate = 'of the next year';
      expect([await look(), machine.openings]).toEqual([true, 3]);
    },
  );

  it('is opened by one at a time, and again when that failed', async () => {
    const { machine, look, now } = await aMachine();
    machine.names = ['localhost', 'may-chu'];
    const opening = Promise.withResolvers<void>();
    machine.opened = opening.promise;
    const first = look();
    expect([await look(), machine.openings]).toEqual([false, 2]);
    opening.reject(new Error('no room on the disk'));
    await expect(first).rejects.toThrow('no room');
    expect(now().server.certificate).toBe('first');
    machine.opened = Promise.resolve();
    machine.certificate = 'second';
    expect(await look()).toBe(true);
  });
});
