import { parseArgs } from 'node:util';
import { newestGoodBackup } from '#server/store/snapshot.ts';
import { fileAsTyped, keyOf, onDataFolder, say } from './programs.ts';
import { restore } from './restore.ts';

// `npm run restore -- FILE`: puts a backup in the place of the database. The server must be stopped.
await onDataFolder((folder) => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'even-if-changed': { type: 'boolean' } },
  });
  const [name] = positionals;
  if (!name) {
    say('Cách dùng / Usage: npm run restore -- FILE');
    const newest = newestGoodBackup(folder.backupsFolder, keyOf(folder));
    if (newest) say(`Bản sao lưu tốt mới nhất / The newest good backup: ${newest}`);
    return false;
  }
  const { seq, replaced } = restore(folder, fileAsTyped(name), Date.now(), values['even-if-changed']);
  say(`Đã khôi phục ${folder.databaseFile} đến mục ${seq}. Bản cũ: ${replaced ?? 'không có'}.`);
  say(`${folder.databaseFile} is restored up to entry ${seq}. What stood there before: ${replaced ?? 'nothing'}.`);
  say('Xem lại danh sách thiết bị và nhân sự: thay đổi sau bản sao lưu đã mất.');
  say('Look through the machines and clerks on the manager’s page: what was changed after the backup is gone.');
  return true;
});
