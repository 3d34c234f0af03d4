import type { KeptFile } from './update-state.ts';
import type { Way } from './way.ts';

export type NsisNeeds = {
  pathOf(kept: KeptFile): string;
  /** What Windows runs at the next sign-in of this user, once, and keeps until it has ended well (RunOnce, with `!`). */
  atNextSignIn: { set(program: string, args: readonly string[]): Promise<void>; clear(): Promise<void> };
  /** Starts a program that outlives this one. */
  startAlone(program: string, args: readonly string[]): void;
  /** Ends this program: its files cannot be replaced while it runs. */
  end(): void;
};

/** Silent, and the app is started when it is done. */
const ARGUMENTS = ['/S', '--updated', '--force-run'] as const;

/**
 * An installer of Windows replaces many files, one after another, and no step of it is the one that counts. So the way back is laid out
 * first: until the new program has said that it is well, the next sign-in runs the installer of the old version, which is whole by itself.
 * A power cut in the middle of an installation, or a new program that does not start, ends there.
 */
export function nsisWay({ pathOf, atNextSignIn, startAlone, end }: NsisNeeds): Way {
  return {
    needsKept: true,
    async prepare(_fresh, kept) {
      if (!kept) return 'no-way-back';
      await atNextSignIn.set(pathOf(kept), ARGUMENTS);
      return null;
    },
    async switchTo(fresh) {
      startAlone(pathOf(fresh), ARGUMENTS);
      end();
    },
    async giveBack(kept) {
      if (!kept) return;
      await atNextSignIn.set(pathOf(kept), ARGUMENTS);
      startAlone(pathOf(kept), ARGUMENTS);
      end();
    },
    settle: () => atNextSignIn.clear(),
  };
}
