import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What of these programs is not on this machine. */
export function missing(programs: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const isHere = (folder: string, name: string) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      // Not there, or nothing that runs.
      return false;
    }
  };
  return programs.filter((name) => !folders.some((folder) => isHere(folder, name)));
}

/** A monitor that nobody sees, without a window manager, and the hands of a person before it. */
export type Screen = {
  env: Record<string, string>;
  /** A chord as a keyboard makes it, e.g. `ctrl+shift+i`. */
  press(chord: string): Promise<void>;
  click(button: number, x: number, y: number, held?: string): Promise<void>;
  wheel(notches: number, held: string): Promise<void>;
  /** The windows that can be seen, by size and place. */
  windows(): Promise<string[]>;
  /** Gives the keyboard to the largest window. */
  focus(): Promise<void>;
  close(): Promise<void>;
};

export const GLASS = { width: 1080, height: 1920 };

export async function openScreen(): Promise<Screen> {
  const [server, display] = await startXvfb();
  const env = { DISPLAY: display };
  const withDisplay = { env: { ...process.env, ...env } };
  const xdotool = async (...args: string[]) => void (await run('xdotool', args, withDisplay).catch(() => {}));
  return {
    env,
    press: (chord) => xdotool('key', '--clearmodifiers', chord),
    async click(button, x, y, held) {
      await xdotool('mousemove', String(x), String(y));
      if (held) await xdotool('keydown', held);
      await xdotool('click', String(button));
      if (held) await xdotool('keyup', held);
    },
    async wheel(notches, held) {
      await xdotool('mousemove', '500', '400', 'keydown', held);
      await xdotool('click', '--repeat', String(Math.abs(notches)), notches > 0 ? '4' : '5');
      await xdotool('keyup', held);
    },
    windows: async () => {
      const tree = await told('xwininfo', ['-root', '-tree'], withDisplay);
      const seen = await told('xdotool', ['search', '--onlyvisible', '--maxdepth', '1', '--name', '.*'], withDisplay);
      return topWindows(tree, new Set(seen.trim().split('\n').map(Number)));
    },
    async focus() {
      const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', '.'], withDisplay).catch(() => ({
        stdout: '',
      }));
      const [window] = stdout.trim().split('\n');
      if (window) await xdotool('windowfocus', '--sync', window);
    },
    async close() {
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    },
  };
}

/** What a program says of the windows. One of them may go while it looks: then it is asked again. */
async function told(program: string, args: string[], options: { env: NodeJS.ProcessEnv }): Promise<string> {
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      return (await run(program, args, options)).stdout;
    } catch (cause) {
      // Without a word: there is no window at all.
      if ((cause as { stderr?: string }).stderr === '') return '';
    }
  }
  return '';
}

/** Of the tree's windows those that stand on the screen itself. A menu, a dialog and a second window each are one more. */
function topWindows(tree: string, visible: ReadonlySet<number>): string[] {
  return [...tree.matchAll(/^ {5}(0x[0-9a-f]+) (?:".*?"|\(has no name\)).*? (\d+x\d+[+-]\d+[+-]\d+) /gm)]
    .filter(([, id]) => visible.has(Number(id)))
    .map(([, , place]) => place ?? '');
}

/** Xvfb chooses a number that is free, and says which. */
async function startXvfb(): Promise<[ChildProcess, string]> {
  const size = `${GLASS.width}x${GLASS.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  // Whatever ends this program: without its screen no browser of it stays either.
  process.once('exit', () => server.kill());
  const [said] = await once(server.stdio[3] as NodeJS.ReadableStream, 'data'); // asked for as a pipe above
  return [server, `:${String(said).trim()}`];
}
