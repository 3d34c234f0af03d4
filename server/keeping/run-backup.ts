import { rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { backupsIn } from '#server/store/backup-files.ts';
import { makeBackup } from '#server/store/make-backup.ts';
import { StartTrouble } from '#server/trouble.ts';
import { backupsToDrop } from './backup-plan.ts';
import { keyOf, onDataFolder, say } from './programs.ts';

// `npm run backup`: one more copy, now. The server may run, and what is pressed there goes before.
setPriority(constants.priority.PRIORITY_LOW);
await onDataFolder(async (folder) => {
  const key = keyOf(folder);
  const { databaseFile, backupsFolder } = folder;
  const made = await makeBackup({ databaseFile, folder: backupsFolder, key, head: null, at: Date.now() }).catch(
    (cause) => {
      throw new StartTrouble(
        'Không sao lưu được. Các bản cũ vẫn còn.',
        `No good copy could be made: ${cause.message}. Earlier ones are untouched.`,
        { cause },
      );
    },
  );
  for (const { file } of backupsToDrop(backupsIn(backupsFolder))) rmSync(file, { force: true });
  say(`Đã sao lưu và kiểm tra, đến mục ${made.seq}: ${made.file}`);
  say(`Backed up and checked, up to entry ${made.seq}: ${made.file}`);
  return true;
});
