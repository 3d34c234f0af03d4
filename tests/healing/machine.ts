import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type StartedShell, startShell } from '#tests/stand-in/start-shell.ts';

/** A PC with the built shell on it, which is started again whenever it asks for it by ending. */
export class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), 'luot-machine-'));
  /** How often the shell started itself anew. */
  restarts = 0;
  private shell: StartedShell | null = null;
  private isOff = false;
  private running: Promise<void> = Promise.resolve();
  private trouble: unknown = null;
  private readonly start: () => Promise<StartedShell>;

  /** @param hurry how much faster its clock runs: five minutes in a hundredth of them are three seconds */
  constructor(bundle: string, browserPath: string, server: string, hurry = 1) {
    const args = ['--room=kiosk', `--url=${server}`];
    const env = { STAND_IN_HURRY: String(hurry) };
    this.start = () => startShell({ bundle, args, browserPath, env, folder: this.folder });
  }

  async switchOn() {
    this.shell = await this.start();
    this.running = this.keepOn().catch((cause) => {
      this.trouble = cause;
    });
  }

  private async keepOn() {
    while (this.shell) {
      const { shell } = this;
      const code = await shell.ended;
      if (this.isOff) return;
      if (code !== 0) throw new Error(`The shell ended with ${code}:\n${shell.said()}`);
      this.restarts += 1;
      await shell.close();
      this.restWell();
      this.shell = await this.start();
    }
  }

  /** As if half an hour had passed since the last time: the rests grow otherwise, which is a test of its own. */
  private restWell() {
    const file = join(this.folder, 'appData', 'Luot', 'kiosk', 'restarts.json');
    if (!existsSync(file)) throw new Error('The shell has kept no record of its restart.');
    const { count } = JSON.parse(readFileSync(file, 'utf8'));
    if (count !== 1) throw new Error(`Restart ${count} in a row.`);
    writeFileSync(file, JSON.stringify({ count, at: 0 }));
  }

  /** The page on the glass; null: the shell is starting, or the page has just gone. */
  async page(): Promise<Page | null> {
    if (this.trouble) throw this.trouble;
    return (await this.shell?.page().catch(() => null)) ?? null;
  }

  said(): string {
    return this.shell?.said() ?? '';
  }

  async switchOff() {
    this.isOff = true;
    await this.shell?.close();
    await this.running;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
