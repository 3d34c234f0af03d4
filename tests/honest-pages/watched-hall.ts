import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { SECOND } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Client, joinKiosk, joinManager, MONDAY_EIGHT, writeOffice } from '#tests/hall/test-hall.ts';
import { Clerk, Machine } from './clerk.ts';
import { compareWithJournal } from './compare-with-journal.ts';
import { CoreBeside } from './core-beside.ts';
import { Lie } from './lie.ts';
import { passPageTime } from './page-time.ts';
import type { OpenHall, RunningHall } from './running-hall.ts';

/** So few that several counters look at each line. */
const SERVICES = 4;

/** An office of so many counters, each with services of its own and others that it helps with. */
export function officeOf(counters: number): Pick<Setup, 'services' | 'counters'> {
  const services = sampleSetup().services.slice(0, SERVICES);
  const ids = services.map(({ id }) => id);
  const pick = (index: number) => ids[index % ids.length] ?? '';
  return {
    services,
    counters: Array.from({ length: counters }, (_, index) => {
      // Every service has a counter, however few there are.
      const own = ids.filter((_one, place) => place % counters === index % SERVICES || ids[place] === pick(index));
      return { id: index + 1, own, helps: ids.filter((id) => !own.includes(id) && id !== pick(index + 2)) };
    }),
  };
}

/** A hall with all its counters' pages, a kiosk, a manager, and a core beside it that has to agree with all of them. */
export class WatchedHall {
  readonly clerks: readonly Clerk[];
  private readonly openHall: OpenHall;
  private readonly dataDir: string;
  private readonly core: CoreBeside;
  private hall: RunningHall;
  private kiosk: Client<'view:kiosk'>;
  private manager: Client<'view:manager'>;
  private at: number;
  private readonly issued: string[] = [];

  private constructor(
    parts: Pick<WatchedHall, 'clerks'> & { openHall: OpenHall; dataDir: string; hall: RunningHall } & Hands,
  ) {
    this.clerks = parts.clerks;
    this.openHall = parts.openHall;
    this.dataDir = parts.dataDir;
    this.hall = parts.hall;
    this.kiosk = parts.kiosk;
    this.manager = parts.manager;
    this.core = new CoreBeside(parts.dataDir);
    this.at = MONDAY_EIGHT;
  }

  /** One for each counter. */
  get machines(): readonly Machine[] {
    return [...new Set(this.clerks.map(({ machine }) => machine))];
  }

  /**
   * Opens it with all counters open and some people waiting.
   * @param twin the counter whose page is open twice
   */
  static async open(counters: number, twin: number | null, openHall: OpenHall): Promise<WatchedHall> {
    const dataDir = mkdtempSync(join(tmpdir(), 'luot-honest-'));
    writeOffice(dataDir, officeOf(counters));
    const hall = await openHall(dataDir, MONDAY_EIGHT);
    const { port } = new URL(hall.url);
    const machines = Array.from({ length: counters }, (_, index) => new Machine(index + 1));
    const twice = twin === null ? [] : machines.slice(twin % counters, (twin % counters) + 1);
    const clerks = await Promise.all([...machines, ...twice].map((machine) => Clerk.sitDown(machine, port)));
    const watched = new WatchedHall({ clerks, openHall, dataDir, hall, ...(await joinHands(hall.url)) });
    await watched.check();
    for (const clerk of clerks) clerk.press('counter:open', 0);
    await watched.take(0, 2 * SERVICES, false);
    await watched.check();
    return watched;
  }

  /** Whether no page waits for anything, and none can be surprised. */
  get isAtRest(): boolean {
    return this.clerks.every((clerk) => clerk.line === 'whole' && clerk.underWay().length === 0);
  }

  clerk(index: number): Clerk {
    const clerk = this.clerks[index % this.clerks.length];
    if (!clerk) throw new Error('A hall without counters.');
    return clerk;
  }

  /** Visitors at the kiosk, one service after another. */
  async take(service: number, count: number, isPriority: boolean) {
    const { services } = officeOf(1);
    const wish = (index: number) => services[(service + index) % services.length]?.id ?? '';
    // Every other one comes for two.
    const wishes = Array.from({ length: count }, (_, index) =>
      index % 2 === 1 ? [wish(index), wish(index + 1)] : [wish(index)],
    );
    const priority = isPriority ? 'priority' : 'regular';
    const replies = await Promise.all(wishes.map((all) => this.kiosk.send('ticket:take', { services: all, priority })));
    for (const reply of replies) if (reply.ok) this.issued.push(reply.answer.ticket);
  }

  /** The manager changes something in the hall; a no is his own affair. */
  async manage(index: number, choice: number) {
    const { id: counter } = this.clerk(index);
    const { services } = officeOf(1);
    const own = services[choice % services.length]?.id ?? '';
    const to = (['open', 'paused', 'closed'] as const)[choice % 3] ?? 'open';
    if (choice % 5 === 0) await this.manager.send('counter:assign', { counter, services: null });
    else if (choice % 5 < 3)
      await this.manager.send('counter:assign', { counter, services: { own: [own], helps: [] } });
    else await this.manager.send('counter:supervise', { counter, to, reason: 'họp' });
  }

  /** Time passes, for the hall and for the pages. */
  async pass(seconds: number) {
    this.at += seconds * SECOND;
    await this.hall.setClock(this.at);
    passPageTime(seconds * SECOND, this.at);
  }

  /** A clerk takes his time before he presses; the hall's clock stands. */
  paces(ms: number) {
    passPageTime(ms, this.at);
  }

  /** The server ends and is started again, on the same folder. */
  async restart() {
    for (const hand of [this.kiosk, this.manager]) hand.close();
    this.loseServer();
    await this.hall.end();
    // Whoever came while it was ending waits for nobody.
    this.loseServer();
    this.hall = await this.openHall(this.dataDir, this.at);
    for (const { cable } of this.clerks) cable.leadTo(new URL(this.hall.url).port);
    ({ kiosk: this.kiosk, manager: this.manager } = await joinHands(this.hall.url));
  }

  private loseServer() {
    for (const { cable } of this.clerks) cable.loseServer();
  }

  /** Every page whose cable is whole is answered, and has a round trip's time; then none of them may lie. @throws Lie */
  async check() {
    const reached = this.clerks.filter(({ line }) => line === 'whole');
    await Promise.all(this.clerks.filter(({ line }) => line === 'broken').map((clerk) => clerk.saysOffline()));
    // What was on its way when its cable broke may arrive meanwhile, and a page that came back asks again for its answers: what that
    // changes has a round trip's time, too.
    for (let isOver = false; !isOver; ) {
      await Promise.all(reached.map((clerk) => clerk.isAnswered()));
      const head = this.core.read();
      await Promise.all(reached.map((clerk) => clerk.goesRound()));
      // What a page does about an answer that has only just come has its turn first: it may ask for the next one.
      await new Promise((turn) => setImmediate(turn));
      isOver = head === this.core.read() && reached.every((clerk) => clerk.underWay().length === 0);
    }
    for (const clerk of reached) clerk.checkPicture(this.core.draw(clerk.id, this.at));
    for (const clerk of this.clerks) clerk.checkUnderWay();
  }

  /** Every cable is mended; then all pages agree with the core, and all they were told with the journal. @throws Lie */
  async checkAll() {
    for (const clerk of this.clerks) mend(clerk);
    await this.check();
    this.core.read();
    const rows = this.core.rows.filter(({ role }) => role === 'counter');
    for (const machine of this.machines) compareWithJournal(machine, rows);
    const issued = this.core.rows.filter(({ role }) => role === 'kiosk');
    if (issued.length !== this.issued.length)
      throw new Lie(`${this.issued.length} numbers told, ${issued.length} kept`);
  }

  async close() {
    for (const hand of [this.kiosk, this.manager]) hand.close();
    await Promise.all(this.clerks.map((clerk) => clerk.leave()));
    this.core.close();
    await this.hall.end();
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Hands = { kiosk: Client<'view:kiosk'>; manager: Client<'view:manager'> };

async function joinHands(url: string): Promise<Hands> {
  return { kiosk: await joinKiosk(url), manager: await joinManager(url) };
}

/** Whatever the cable has, it has no longer. */
export function mend(clerk: Clerk) {
  clerk.cable.release();
  clerk.cable.mend();
  clerk.line = 'whole';
}
