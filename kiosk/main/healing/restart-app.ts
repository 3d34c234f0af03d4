import type { App } from 'electron';

/** The code with which the app asks the launcher that started it to start it again at once. The launcher has this number too. */
export const RESTART_CODE = 75;

export type RestartNeeds = {
  app: Pick<App, 'relaunch' | 'exit' | 'releaseSingleInstanceLock'>;
  argv: readonly string[];
  env: Record<string, string | undefined>;
  /** Starts a program that outlives this one. */
  startAlone(program: string, args: readonly string[]): void;
};

/**
 * Ends the app and has it started anew, with the same switches but for the one that asks what this PC is: nobody may be there to answer,
 * or he has just done so.
 */
export function restartApp({ app, argv, env, startAlone }: RestartNeeds): void {
  const args = argv.slice(1).filter((one) => one !== '--setup');
  // Under a launcher a second program beside it would run unwatched.
  if (env.LUOT_LAUNCHED) {
    app.exit(RESTART_CODE);
    return;
  }
  if (env.APPIMAGE) {
    // Electron's own helper for this runs from the mounted image, which goes when this process does, and the helper with it.
    app.releaseSingleInstanceLock();
    startAlone(env.APPIMAGE, args);
  } else {
    app.relaunch({ args });
  }
  app.exit(0);
}
