import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES, readMachine, usualMachine } from './machine.ts';
import { openMachineFile } from './machine-file.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luot-machine-'));
  file = join(folder, 'Luot', 'machine.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KIOSK = { ...usualMachine('kiosk'), server: 'https://may-chu:8443', pin: { fingerprint: 'AB:CD' } };

describe('the machine’s file', () => {
  it('knows nothing of a PC that was never set up, and changes nothing of it', () => {
    openMachineFile(file).change({ pin: { fingerprint: 'AB' } });
    expect(openMachineFile(file).read()).toBeNull();
  });

  it('keeps what the PC is, and changes one part of it', () => {
    openMachineFile(file).write(KIOSK);
    openMachineFile(file).change({ server: 'https://may-chu-moi:8443' });
    expect(openMachineFile(file).read()).toEqual({ ...KIOSK, server: 'https://may-chu-moi:8443' });
  });

  it.each(['', '{"role": "kio', 'null', '{"role":"desk"}'])(
    'goes back to the picture before when it reads %j',
    (torn) => {
      const machine = openMachineFile(file);
      machine.write(KIOSK);
      machine.change({ autostart: false });
      writeFileSync(file, torn);
      expect(machine.read()).toEqual(KIOSK);
      machine.change({ nextKey: 'F8' });
      writeFileSync(file, torn);
      expect(machine.read()).toEqual(KIOSK);
    },
  );

  it('leaves alone what another version of the program wrote', () => {
    const machine = openMachineFile(file);
    machine.write(KIOSK);
    writeFileSync(file, JSON.stringify({ ...KIOSK, later: 7 }));
    machine.change({ server: null });
    machine.write({ ...KIOSK, role: 'tv' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...KIOSK, role: 'tv', later: 7 });
  });
});

describe('readMachine', () => {
  it.each(ROLES)('reads the role %s with nothing else as usual', (role) => {
    expect(readMachine({ role })).toEqual(usualMachine(role));
  });

  it.each([
    [{ server: 'file:///etc/passwd' }],
    [{ server: 'may-chu' }],
    [{ server: 7 }],
    [{ pin: { fingerprint: '' } }],
    [{ pin: 'AB' }],
    [{ exit: { salt: 'a' } }],
    [{ autostart: 'yes' }],
    [{ counterWindow: { x: 1, y: 2 } }],
    [{ counterWindow: { x: 1, y: 2.5, height: 500 } }],
    [{ counterWindow: { x: 1, y: 2, height: 0 } }],
    [{ nextKey: '' }],
    [{ updates: { from: null } }],
  ])('takes %j as never said', (wrong) => {
    expect(readMachine({ role: 'kiosk', ...wrong })).toEqual(usualMachine('kiosk'));
  });

  it('takes of an address the server alone', () => {
    expect(readMachine({ role: 'tv', server: 'https://may-chu:8443/kiosk/?x=1' })?.server).toBe('https://may-chu:8443');
  });
});
