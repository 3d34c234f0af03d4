import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { decide } from '#core/decide.ts';
import { Dispatcher } from '#server/dispatch.ts';
import { type Keeping, openKeeping } from '#server/keeping/open-keeping.ts';
import { NO_HAND } from '#server/ports.ts';
import { type DataFolder, openDataFolder } from '#server/settings/data-folder.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { MONDAY_EIGHT, sampleSetup } from '#server/testing/sample-setup.ts';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';

const NINE_AND_A_HALF_HOURS = 9.5 * HOUR;

/** An office on a real disk, with a clock that a test sets. It has been open since a Monday, 08:00. */
export class KeptOffice {
  now = MONDAY_EIGHT;
  readonly logged: string[] = [];
  store: Store;
  keeping: Keeping;
  private readonly path = temporaryFolder();
  private turn: (() => void)[] = [];
  private dispatcher: Dispatcher;

  /** @param settings other than those of the sample office; it is open every day of the week */
  constructor(settings: Partial<Setup> = {}) {
    const { sessions, ...sample } = sampleSetup();
    const everyDay = sessions.map((session) => ({ ...session, weekdays: [1, 2, 3, 4, 5, 6, 7] }));
    writeFileSync(join(this.path, 'office.json'), JSON.stringify({ ...sample, sessions: everyDay, ...settings }));
    this.store = openStore(this.folder);
    this.dispatcher = this.openDispatcher();
    this.keeping = this.openKeeping();
    onTestFinished(() => this.store.close());
  }

  /** The data folder as a program finds it. */
  get folder(): DataFolder {
    return openDataFolder(this.path);
  }

  /** Of the chain. */
  get key(): Buffer {
    return this.folder.key ?? Buffer.alloc(0);
  }

  /** Stops, so that programs may work on the folder. */
  close() {
    this.store.close();
  }

  /** The server stopped and started again, at the clock's time. */
  reopen() {
    this.store.close();
    this.store = openStore(this.folder);
    this.dispatcher = this.openDispatcher();
    this.keeping = this.openKeeping();
  }

  /** One number is taken. */
  take() {
    this.press('ticket:take', { services: ['dat-dai'], priority: 'regular' }, null);
    return this;
  }

  /** Three numbers; one is called and served. */
  morning() {
    this.look();
    for (let taken = 0; taken < 3; taken += 1) this.take();
    this.press('counter:open', {}, 1);
    this.press('ticket:call-next', { expects: null }, 1);
    const current = this.dispatcher.now().counters.get(1)?.current;
    this.press('ticket:finish', { expects: current }, 1);
    return this;
  }

  /** Half past five: the day is closed by itself. */
  evening() {
    this.now += NINE_AND_A_HALF_HOURS;
    this.look();
    return this;
  }

  /** A whole day after another, until eight on the morning after. */
  daysPass(days: number) {
    for (let day = 0; day < days; day += 1) {
      this.morning().evening();
      this.now += DAY - NINE_AND_A_HALF_HOURS;
      this.look();
    }
    return this;
  }

  /** The clock is looked at, and what it began is over. */
  async kept(ticks = 1) {
    for (let tick = 0; tick < ticks; tick += 1) {
      this.look();
      this.keeping.tick();
      await this.keeping.close();
    }
    return this;
  }

  async later(ms: number) {
    this.now += ms;
    return this.kept();
  }

  /** A backup that is good, made at this moment. */
  async backup(): Promise<string> {
    return (await this.store.backUp(this.folder.backupsFolder, this.now)).file;
  }

  private look() {
    this.dispatcher.tick();
    for (const work of this.turn.splice(0)) work();
  }

  private press(
    name: 'ticket:take' | 'counter:open' | 'ticket:call-next' | 'ticket:finish',
    input: unknown,
    counter: number | null,
  ) {
    const role = counter === null ? 'kiosk' : 'counter';
    const commandId = randomBytes(12).toString('hex');
    const answer = (reply: { ok: boolean }) => {
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    };
    this.dispatcher.submit({ commandId, name, input, role, counter, hand: NO_HAND, answer });
    this.look();
  }

  private openDispatcher(): Dispatcher {
    const dispatcher = new Dispatcher({
      journal: this.store.journal,
      clock: { now: () => this.now },
      setup: this.folder.setup,
      decide,
      newId: () => randomBytes(12).toString('hex'),
      afterThisTurn: (work) => void this.turn.push(work),
      announce: { changed: () => undefined, kept: () => undefined, fault: (cause) => this.fail(cause) },
      giveUp: (cause) => this.fail(cause),
    });
    return dispatcher;
  }

  private openKeeping(): Keeping {
    const started = this.now;
    // Long since started: what is due is due now.
    let isFirst = true;
    const now = () => {
      const at = isFirst ? started - 10 * MINUTE : this.now;
      isFirst = false;
      return at;
    };
    return openKeeping({
      store: this.store,
      folder: this.folder,
      setup: this.folder.setup,
      clock: { now },
      log: (_level, what) => void this.logged.push(what),
      giveUp: (cause) => this.fail(cause),
      office: () => this.dispatcher.now(),
    });
  }

  private fail(cause: unknown): never {
    throw cause;
  }
}
