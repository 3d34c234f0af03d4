import type { CommandInput, CommandName } from '#shared/contract/queue-commands.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { type Chance, createChance } from '#tests/day/chance.ts';
import { type HallProcess, HURRIED, kill, startHallProcess } from '#tests/hall/hall-process.ts';
import { type Client, joinCounter, joinKiosk } from '#tests/hall/test-hall.ts';
import { compare, gaps, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import { type FaultOutcome, together } from './outcome.ts';

/** Of one folder: a service has 999 numbers a day. */
const ROUNDS_A_FOLDER = 25;

/** Asks with the same id until answered, across the ends of a server, as the pages do. */
export async function askUntilAnswered<N extends CommandName>(
  { socket }: Pick<Client<'view:kiosk' | 'view:counter'>, 'socket'>,
  name: N,
  input: CommandInput<N>,
  commandId: string,
): Promise<Reply<N>> {
  for (;;) {
    if (!socket.connected) await new Promise((again) => socket.once('connect', () => again(null)));
    try {
      return await socket.timeout(2_000).emitWithAck(name, { commandId, input });
    } catch {
      // Unanswered: nobody knows whether it was carried out. The id will tell.
    }
  }
}

/** Kills the server under load again and again, at instants drawn by the seed; each restart must be the house as it was. */
export async function killRounds({ seed, rounds }: { seed: number; rounds: number }): Promise<FaultOutcome> {
  const outcomes: FaultOutcome[] = [];
  for (let done = 0; done < rounds; done += ROUNDS_A_FOLDER) {
    outcomes.push(await killOneHouse(createChance(seed, 'kills', done), Math.min(ROUNDS_A_FOLDER, rounds - done)));
  }
  return together(outcomes);
}

async function killOneHouse(chance: Chance, rounds: number): Promise<FaultOutcome> {
  const { dataDir, remove } = newOfficeFolder();
  const house = await UnderLoad.open(dataDir, chance);
  let lost = 0;
  let doubled = 0;
  for (let round = 0; round < rounds; round += 1) {
    await house.killAndRestart();
    // Everything that was under way has its answer by now: what the pages know must be what the house knows.
    const { onlyPages, onlyHouse } = await house.compareLines();
    lost += onlyPages;
    doubled += onlyHouse;
  }
  await house.end();
  const entries = readJournal(dataDir);
  const difference = compare(house.told, entries);
  remove();
  return {
    rounds,
    acknowledged: house.told.taken.length + house.told.called.length,
    lost: lost + difference.lost,
    doubled: doubled + difference.doubled + gaps(entries),
    recoveryMs: house.recoveryMs,
  };
}

/** A house with kiosks and counters that press without pause. */
class UnderLoad {
  readonly told: Told = { taken: [], called: [] };
  readonly recoveryMs: number[] = [];
  private readonly dataDir: string;
  private readonly chance: Chance;
  private hall: HallProcess;
  private readonly kiosks: Client<'view:kiosk'>[] = [];
  private readonly counters: { client: Client<'view:counter'>; id: number; current: string | null }[] = [];
  private isPressing = false;
  private answers = 0;
  private onAnswer: () => void = () => undefined;

  private constructor(dataDir: string, chance: Chance, hall: HallProcess) {
    this.dataDir = dataDir;
    this.chance = chance;
    this.hall = hall;
  }

  static async open(dataDir: string, chance: Chance): Promise<UnderLoad> {
    const house = new UnderLoad(dataDir, chance, await startHallProcess({ DATA_DIR: dataDir, PORT: '0' }, HURRIED));
    const { url } = house.hall;
    house.kiosks.push(...(await Promise.all([0, 1, 2].map(() => joinKiosk(url)))));
    for (const id of [1, 2, 3]) {
      const client = await joinCounter(url, id);
      await askUntilAnswered(client, 'counter:open', {}, chance.commandId());
      house.counters.push({ client, id, current: null });
    }
    return house;
  }

  async killAndRestart() {
    this.isPressing = true;
    const reached = this.untilAnswers(this.answers + 5 + Math.floor(this.chance.between(0, 15)));
    const load = [
      ...this.kiosks.map((kiosk) => this.take(kiosk)),
      ...this.counters.map((counter) => this.call(counter)),
    ];
    await reached;
    // An answer comes right after a commit. So that the kill does not, too, it waits for some turns of the event loop.
    for (let turns = Math.floor(this.chance.between(0, 400)); turns > 0; turns -= 1) {
      await new Promise((next) => setImmediate(next));
    }
    await kill(this.hall.child);
    this.isPressing = false;
    const killedAt = performance.now();
    const { port } = new URL(this.hall.url);
    this.hall = await startHallProcess({ DATA_DIR: this.dataDir, PORT: port }, HURRIED);
    await Promise.all(load);
    this.recoveryMs.push(performance.now() - killedAt);
  }

  /** Who waits, as the house says and as the pages would have it. */
  async compareLines(): Promise<{ onlyPages: number; onlyHouse: number }> {
    const called = new Set(this.told.called.map(({ ticket }) => ticket));
    const expected = this.told.taken.filter(({ ticket }) => !called.has(ticket)).map(({ number }) => number);
    const look = await joinCounter(this.hall.url, 1);
    const { waiting, waitingCount } = look.view();
    look.close();
    const shown = waiting.map(({ number }) => number);
    const wanted = [...expected].sort().slice(0, shown.length);
    const misplaced = wanted.filter((number, index) => shown[index] !== number).length;
    return {
      onlyPages: Math.max(0, expected.length - waitingCount) + misplaced,
      onlyHouse: Math.max(0, waitingCount - expected.length),
    };
  }

  async end() {
    for (const client of [...this.kiosks, ...this.counters.map((counter) => counter.client)]) client.close();
    await kill(this.hall.child);
  }

  private async take(kiosk: Client<'view:kiosk'>) {
    const input = { services: ['dat-dai'], priority: 'regular' as const };
    while (this.isPressing) {
      const reply = await askUntilAnswered(kiosk, 'ticket:take', input, this.chance.commandId());
      if (!reply.ok) throw new Error(reply.refusal);
      this.told.taken.push(reply.answer);
      this.answered();
    }
  }

  private async call(counter: { client: Client<'view:counter'>; id: number; current: string | null }) {
    while (this.isPressing) {
      const { client, id, current: expects } = counter;
      const reply = await askUntilAnswered(client, 'ticket:call-next', { expects }, this.chance.commandId());
      if (!reply.ok && reply.refusal !== 'nobody-waiting') throw new Error(reply.refusal);
      const next = reply.ok ? reply.answer.called : null;
      counter.current = next?.ticket ?? null;
      if (next) this.told.called.push({ ticket: next.ticket, counter: id });
      this.answered();
    }
  }

  private answered() {
    this.answers += 1;
    this.onAnswer();
  }

  private untilAnswers(count: number): Promise<void> {
    return new Promise((reached) => {
      this.onAnswer = () => {
        if (this.answers >= count) reached();
      };
    });
  }
}
