import { join, resolve } from 'node:path';
import { openDataFolder } from './settings/data-folder.ts';
import { openStore } from './store/open-store.ts';
import { StartTrouble } from './trouble.ts';

// For whoever stands at the server and has lost the manager's password. The hall must be stopped: the data folder has one owner.
const dataDir = process.env.DATA_DIR || join(resolve(import.meta.dirname, '..'), 'data');
try {
  const store = openStore(openDataFolder(dataDir));
  store.access.dropManagerHash();
  store.close();
  process.stdout.write(
    'Đã xóa mật khẩu quản lý. Mở trang Quản lý trên máy chủ để đặt mật khẩu mới.\nThe manager’s password is gone. Open the manager’s page on the server to set a new one.\n',
  );
} catch (cause) {
  if (!(cause instanceof StartTrouble)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(1);
}
