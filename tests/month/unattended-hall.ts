import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Setup } from '#shared/domain/setup.ts';
import { writeOffice } from '#tests/hall/test-hall.ts';

const HOME = resolve(import.meta.dirname, '../..');

export type Asked = { what: 'time'; at: number } | { what: 'measure' } | { what: 'close' };

/** What the hall's process holds. `files`: null where the system does not tell. */
export type Measured = { heapUsed: number; files: number | null; timers: number; sockets: number; listeners: number };

/** A hall in a process of its own, whose clock stands until it is moved. */
export class UnattendedHall {
  readonly url: string;
  private readonly child: ChildProcess;
  private readonly dataDir: string;

  private constructor(url: string, child: ChildProcess, dataDir: string) {
    this.url = url;
    this.child = child;
    this.dataDir = dataDir;
  }

  /** @param at where its clock stands at first, ms UTC */
  static async open(change: Partial<Setup>, at: number): Promise<UnattendedHall> {
    const dataDir = mkdtempSync(join(tmpdir(), 'luot-month-'));
    writeOffice(dataDir, change);
    const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'month-hall.ts')], {
      cwd: HOME,
      env: { ...process.env, DATA_DIR: dataDir, CLOCK: String(at) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const { url } = (await told(child)) as { url: string };
    return new UnattendedHall(url, child, dataDir);
  }

  /** The clock shows this now, and the house has looked at it. */
  async at(at: number) {
    await this.ask({ what: 'time', at });
  }

  async measure(): Promise<Measured> {
    return (await this.ask({ what: 'measure' })) as Measured;
  }

  /** Bytes that wait beside the database. */
  walBytes(): number {
    return statSync(join(this.dataDir, 'office.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
  }

  /** All that the house has noticed. */
  log(): string {
    const folder = join(this.dataDir, 'logs');
    const hasLog = statSync(folder, { throwIfNoEntry: false }) !== undefined;
    return hasLog
      ? readdirSync(folder)
          .map((name) => readFileSync(join(folder, name), 'utf8'))
          .join('')
      : '';
  }

  /** Ends it in order, and takes its folder away. */
  async close() {
    const gone = once(this.child, 'exit');
    this.child.send({ what: 'close' } satisfies Asked);
    await gone;
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async ask(asked: Asked): Promise<unknown> {
    const heard = told(this.child);
    this.child.send(asked);
    return await heard;
  }
}

/** The next thing the child says. @throws when it ends instead */
function told(child: ChildProcess): Promise<unknown> {
  return new Promise((hear, fail) => {
    const ended = (code: number | null) => fail(new Error(`The hall ended (${code}).`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      hear(message);
    });
  });
}
