import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';

/** For tests: both ends of a cable that this system makes itself, without rights and without another program. */
export type PseudoTerminal = {
  /** The end that a transport opens, as `/dev/pts/3`. */
  path: string;
  /** Pulls the cable. */
  unplug: () => Promise<void>;
};

const LOOK_EVERY_MS = 5;
const TERMIOS_BYTES = 256;

export type Libc = {
  grantpt: Call;
  unlockpt: Call;
  ptsname_r: Call;
  tcgetattr: Call;
  cfmakeraw: Call;
  tcsetattr: Call;
};
type Call = (...args: unknown[]) => number;

/** Null where this system has no such thing, or the package that calls into its C library is not here. */
export async function loadLibc(): Promise<Libc | null> {
  if (process.platform !== 'linux') return null;
  try {
    const { default: koffi } = await import('koffi');
    const libc = koffi.load(null);
    return {
      grantpt: libc.func('int grantpt(int)'),
      unlockpt: libc.func('int unlockpt(int)'),
      ptsname_r: libc.func('int ptsname_r(int, _Out_ uint8_t *, size_t)'),
      tcgetattr: libc.func('int tcgetattr(int, _Out_ uint8_t *)'),
      cfmakeraw: libc.func('void cfmakeraw(_Inout_ uint8_t *)'),
      tcsetattr: libc.func('int tcsetattr(int, int, uint8_t *)'),
    };
  } catch {
    // An optional package that was left out: whoever asks skips by name.
    return null;
  }
}

/**
 * A cable on which no byte is changed.
 * @param port what listens at its far end, on this machine, as the virtual printer does; null: nobody reads there
 */
export async function openPseudoTerminal(libc: Libc, port: number | null): Promise<PseudoTerminal> {
  const far = await open('/dev/ptmx', constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  const name = Buffer.alloc(128);
  const modes = Buffer.alloc(TERMIOS_BYTES);
  const failures = [libc.grantpt(far.fd), libc.unlockpt(far.fd), libc.ptsname_r(far.fd, name, name.length)];
  failures.push(libc.tcgetattr(far.fd, modes));
  libc.cfmakeraw(modes);
  failures.push(libc.tcsetattr(far.fd, 0, modes));
  if (failures.some((failure) => failure !== 0)) throw new Error(`No pseudo-terminal: ${failures}`);
  const path = name.toString('utf8', 0, name.indexOf(0));
  // Held open here too: between two openings of a transport the far end would else be told that the cable is gone.
  const near = await open(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  const pump = port === null ? null : new Pump(far, connect({ port, host: '127.0.0.1', noDelay: true }));
  return {
    path,
    unplug: async () => {
      await pump?.end();
      await near.close();
      await far.close();
    },
  };
}

/** Carries bytes between the far end and a socket, never waiting inside a call to the system. */
class Pump {
  readonly #far: FileHandle;
  readonly #socket: Socket;
  #isOver = false;
  readonly #stopped: Promise<unknown>;

  constructor(far: FileHandle, socket: Socket) {
    this.#far = far;
    this.#socket = socket;
    // Silence is right: the printer's end of it is the test's own.
    socket.on('error', () => {});
    const back: Buffer[] = [];
    socket.on('data', (chunk) => back.push(chunk));
    this.#stopped = this.#run(back);
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#stopped;
    this.#socket.destroy();
  }

  async #run(back: Buffer[]): Promise<void> {
    const buffer = Buffer.alloc(4_096);
    while (!this.#isOver) {
      const count = await this.#far.read(buffer, 0, buffer.length, null).then(
        ({ bytesRead }) => bytesRead,
        // Nothing there at present.
        () => 0,
      );
      if (count > 0) this.#socket.write(Buffer.from(buffer.subarray(0, count)));
      const next = back.shift();
      if (next) await this.#far.write(next);
      if (count === 0 && !next) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }
}
