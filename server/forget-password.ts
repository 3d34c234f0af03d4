import { onDataFolder, say } from './keeping/programs.ts';
import { openStore } from './store/open-store.ts';

// For whoever stands at the server and has lost the manager's password. The hall must be stopped: the data folder has one owner.
await onDataFolder((folder) => {
  const store = openStore(folder);
  store.access.dropManagerHash();
  store.close();
  say('Đã xóa mật khẩu quản lý. Mở trang Quản lý trên máy chủ để đặt mật khẩu mới.');
  say('The manager’s password is gone. Open the manager’s page on the server to set a new one.');
  return true;
});
