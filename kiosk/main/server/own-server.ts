import type { ForkOptions, UtilityProcess } from 'electron';
import { type Life, NEEDS_A_PERSON, Supervisor } from '#server/supervisor.ts';

/** How long until a server is tried again that waits for a person: whoever freed the port or mended the file need not start anything. */
export const TRY_AGAIN_MS = 15_000;
/** How long the server may take to close its books when the app ends. After that it ends as in a power cut, which loses nothing. */
export const CLOSING_PATIENCE_MS = 8_000;

/** What is kept of its last words; the sentence for a person is the last line. */
const LAST_WORDS = 2_000;

export type OwnServerNeeds = {
  fork(program: string, args: string[], options: ForkOptions): UtilityProcess;
  /** The built server, and where the office's data lies. */
  program: string;
  dataDir: string;
  env: Record<string, string | undefined>;
  ticks(): number;
  later(ms: number, run: () => void): void;
  say(line: string): void;
  /** The server found what a person has to see to, in the server's own words. Told again at each try. */
  needsPerson(sentence: string): void;
};

export type OwnServer = {
  /** Comes back when the server has closed its books and is gone. */
  end(): Promise<void>;
};

/** The hall's server in a process beside the app's: watched as `npm start` watches it, started again whenever it ends by itself. */
export function runOwnServer(needs: OwnServerNeeds): OwnServer {
  const gone = Promise.withResolvers<void>();
  let isEnding = false;
  let lastWords = '';
  let supervisor = begin();
  return {
    end() {
      isEnding = true;
      supervisor.end();
      return gone.promise;
    },
  };

  function begin(): Supervisor {
    const next = new Supervisor({ ...needs, start, say, ended });
    next.start();
    return next;
  }

  function start(): Life {
    lastWords = '';
    const child = needs.fork(needs.program, [], {
      env: { ...needs.env, DATA_DIR: needs.dataDir },
      stdio: ['ignore', 'inherit', 'pipe'],
      serviceName: 'Luot server',
    });
    child.stderr?.on('data', (said: Buffer | string) => {
      lastWords = `${lastWords}${said}`.slice(-LAST_WORDS);
      needs.say(String(said));
    });
    return {
      onEnd: (hear) => void child.once('exit', hear),
      end() {
        // Windows knows no signals: the word goes over the channel.
        child.postMessage('end');
        needs.later(CLOSING_PATIENCE_MS, () => child.kill());
      },
    };
  }

  function say(what: string) {
    needs.say(`${what}\n`);
  }

  function ended(code: number) {
    if (isEnding) return gone.resolve();
    if (code === NEEDS_A_PERSON) needs.needsPerson(lastWords.trim().split('\n').at(-1) ?? '');
    needs.later(TRY_AGAIN_MS, () => {
      if (isEnding) gone.resolve();
      else supervisor = begin();
    });
  }
}
