import { describe, expect, it } from 'vitest';
import type { SetupAnswers } from '#kiosk/bridge.ts';
import { hashPin, isExitPin } from '#kiosk/main/staff/exit-pin.ts';
import { usualMachine } from './machine.ts';
import { machineFrom, readAnswers } from './setup-calls.ts';

const KIOSK: SetupAnswers = {
  role: 'kiosk',
  server: 'https://may-chu:8443/kiosk/',
  fingerprint: 'AB:CD',
  autostart: true,
  exitPin: '280419',
};
const EXIT = hashPin('135790');

describe('readAnswers', () => {
  it('reads answers, and nothing beside them', () => {
    expect(readAnswers({ ...KIOSK, isAdmin: true })).toEqual(KIOSK);
  });

  it.each([
    [null],
    ['kiosk'],
    [[]],
    [{}],
    [{ ...KIOSK, role: 'manager' }],
    [{ ...KIOSK, role: 'constructor' }],
    [{ ...KIOSK, autostart: 'yes' }],
    [{ ...KIOSK, server: 7 }],
    [{ ...KIOSK, server: undefined }],
    [{ ...KIOSK, fingerprint: {} }],
    [{ ...KIOSK, exitPin: 280419 }],
    [{ ...KIOSK, server: 'https://a/'.padEnd(3_000, 'a') }],
  ])('does not take %j for answers', (said) => {
    expect(readAnswers(said)).toBeNull();
  });
});

describe('machineFrom', () => {
  it('makes of a kiosk’s answers a kiosk that believes one authority alone', () => {
    const machine = machineFrom(KIOSK, null);
    expect(machine).toEqual({
      ...usualMachine('kiosk'),
      server: 'https://may-chu:8443',
      pin: { fingerprint: 'AB:CD' },
      exit: { salt: expect.any(String), hash: expect.any(String) },
    });
    expect(machine?.exit && [isExitPin('280419', machine.exit), isExitPin('280418', machine.exit)]).toEqual([
      true,
      false,
    ]);
  });

  it('leaves what was not asked as it was', () => {
    const before = { ...usualMachine('tv'), exit: EXIT, nextKey: 'F8', updates: { from: '/srv' } };
    expect(machineFrom({ ...KIOSK, exitPin: null }, before)).toMatchObject({
      role: 'kiosk',
      exit: EXIT,
      nextKey: 'F8',
      updates: { from: '/srv' },
    });
  });

  it('needs no server for all in one, and forgets the one that was there', () => {
    const before = { ...usualMachine('kiosk'), server: 'https://may-chu:8443', pin: { fingerprint: 'AB' } };
    expect(machineFrom({ ...KIOSK, role: 'all-in-one' }, before)).toMatchObject({ server: null, pin: null });
  });

  it('needs no PIN for a counter, and no fingerprint for a server on this very PC', () => {
    const answers = {
      ...KIOSK,
      role: 'counter',
      server: 'http://localhost:9000',
      fingerprint: null,
      exitPin: null,
    } as const;
    expect(machineFrom(answers, null)).toMatchObject({ server: 'http://localhost:9000', pin: null, exit: null });
  });

  it.each([
    ['a PIN that is none', { exitPin: '28041' }],
    ['a PIN of other signs', { exitPin: '28041x' }],
    ['no PIN where the screen cannot be left without one', { exitPin: null }],
    ['no server', { server: null }],
    ['an address that is none', { server: 'may-chu' }],
    ['another scheme', { server: 'file:///etc/passwd' }],
    ['a server whose authority nobody compared', { fingerprint: null }],
    ['a server that shows no certificate', { server: 'http://may-chu:8080' }],
    ['a loopback that is none', { server: 'http://localhost.evil.example:8080' }],
  ])('refuses %s', (_what, part) => {
    expect(machineFrom({ ...KIOSK, ...part }, null)).toBeNull();
  });
});
