import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { createAccessStore } from './access-store.ts';
import { openDatabase } from './open-database.ts';

const TV = {
  id: 'device-1',
  name: 'TV sảnh',
  role: 'display',
  counter: null,
  zone: 'tang-2',
  tokenHash: 'hash-1',
  pairedAt: 1,
} as const;
const HOA = { id: 'clerk-1', name: 'Chị Hoa', pinHash: 'scrypt$a$b' };
const SESSION = {
  tokenHash: 'hash-2',
  kind: 'clerk',
  clerk: 'clerk-1',
  counter: 3,
  place: 'device-1',
  beganAt: 2,
} as const;

it('gives back after reopening what was kept, and nothing that was dropped', () => {
  const file = join(temporaryFolder(), 'office.db');
  const first = openDatabase(file);
  const store = createAccessStore(first);
  store.keepDevice(TV);
  store.keepDevice({ ...TV, id: 'device-2', name: 'Máy lấy số', role: 'kiosk', tokenHash: 'hash-3', pairedAt: 2 });
  store.keepClerk(HOA);
  store.keepClerk({ ...HOA, pinHash: 'scrypt$c$d' });
  store.keepSession(SESSION);
  store.keepManagerHash('scrypt$e$f');
  store.dropDevice('device-2');
  first.close();

  const again = createAccessStore(openDatabase(file));
  expect(again.devices()).toEqual([TV]);
  expect(again.clerks()).toEqual([{ ...HOA, pinHash: 'scrypt$c$d' }]);
  expect(again.sessions()).toEqual([SESSION]);
  expect(again.managerHash()).toBe('scrypt$e$f');
});

it('forgets the manager’s password with every session that it opened, and no other', () => {
  const store = createAccessStore(openDatabase(join(temporaryFolder(), 'office.db')));
  store.keepManagerHash('scrypt$e$f');
  store.keepSession({ ...SESSION, tokenHash: 'hash-4', kind: 'manager', clerk: null, counter: null });
  store.keepSession(SESSION);
  store.dropManagerHash();
  expect([store.managerHash(), store.sessions()]).toEqual([null, [SESSION]]);
});
