import { basename, dirname, join } from 'node:path';
import type { KeptFile } from './update-state.ts';
import type { Way } from './way.ts';

/** What is done on the disk. Each is done whole, and on the disk, when it returns. */
export type Disk = {
  /** A copy that may be run. Torn when it is broken off: never under a name that somebody runs. */
  copy(from: string, to: string): Promise<void>;
  /** In the place of what has that name, in one step. */
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  isThere(file: string): boolean;
  /** May files be made in this folder? */
  mayWrite(folder: string): boolean;
};

export type AppImageNeeds = {
  disk: Disk;
  /** The file that is this program. */
  image: string;
  /** The app's own folder for updates. */
  folder: string;
  pathOf(kept: KeptFile): string;
  /** Whether a program answers `--self-check` with its version and ends. */
  starts(file: string, version: string): Promise<boolean>;
  /** Ends this program and starts the one that now has its name. */
  restart(): void;
};

/**
 * An AppImage is one file: the new one is laid beside it and takes its name in one step of the file system. Before that moment the old
 * program is there, after it the new one, and a copy of the old one lies in the app's own folder until the next update.
 */
export function appImageWay({ disk, image, folder, pathOf, starts, restart }: AppImageNeeds): Way {
  // Beside it: only within one disk a rename is one step.
  const beside = join(dirname(image), `.${basename(image)}.new`);
  const before = join(folder, 'before.AppImage');
  const takePlace = async (file: string) => {
    await disk.copy(file, beside);
    await disk.rename(beside, image);
  };

  return {
    needsKept: false,
    async prepare(fresh) {
      if (!disk.mayWrite(dirname(image))) return 'folder-is-read-only';
      // Asked in the app's own folder, where a program that does not run harms nobody.
      const trial = `${pathOf(fresh)}.run`;
      await disk.copy(pathOf(fresh), trial);
      const isRunning = await starts(trial, fresh.version);
      await disk.remove(trial);
      if (!isRunning) return 'does-not-start';
      await disk.copy(image, `${before}.part`);
      await disk.rename(`${before}.part`, before);
      return null;
    },
    async switchTo(fresh) {
      await takePlace(pathOf(fresh));
      restart();
    },
    async giveBack() {
      if (!disk.isThere(before)) return;
      await takePlace(before);
      restart();
    },
    async settle() {
      await disk.remove(beside);
    },
  };
}
