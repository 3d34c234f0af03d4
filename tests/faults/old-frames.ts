import { isDeepStrictEqual } from 'node:util';
import { type Chance, createChance } from '#tests/day/chance.ts';
import { joinCounter, joinKiosk, openTestHall } from '#tests/hall/test-hall.ts';
import { compare, gaps, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import type { FaultOutcome } from './outcome.ts';

export type OldFrames = FaultOutcome & {
  repeats: number;
  /** Repeated messages that were not answered as at first. */
  otherAnswers: number;
  stale: number;
  /** Messages about somebody who is no longer at the counter, and that were carried out all the same. */
  carriedOutStale: number;
};

type Name = 'ticket:call-next' | 'ticket:start-service' | 'ticket:finish' | 'ticket:recall';
type Frame = { name: Name; input: { expects: string | null }; commandId: string };
type Reply = { ok: true; answer: { called?: { ticket: string } | null } } | { ok: false; refusal: string };
type Line = { send(frame: Frame): Promise<Reply> };

/** A counter that has kept everything it ever said, and says some of it again: late, twice, in another order, under new ids. */
class Repeater {
  repeats = 0;
  otherAnswers = 0;
  stale = 0;
  carriedOutStale = 0;
  private readonly id: number;
  private readonly line: Line;
  private readonly chance: Chance;
  private readonly told: Told;
  private readonly said: { frame: Frame; reply: Reply }[] = [];
  private current: string | null = null;

  constructor(id: number, line: Line, chance: Chance, told: Told) {
    this.id = id;
    this.line = line;
    this.chance = chance;
    this.told = told;
  }

  async step() {
    const what = this.chance.pick({ press: 3, repeat: 3, old: 2, shuffled: 1 });
    if (what === 'press') await this.press(this.frame(this.current));
    if (what === 'repeat') await this.repeat();
    if (what === 'old') await this.sayOfOld();
    if (what === 'shuffled') await this.shuffled();
  }

  private frame(expects: string | null): Frame {
    const name = expects === null ? 'ticket:call-next' : this.chance.pick(LIKELY);
    // The keys of LIKELY are names.
    return { name: name as Name, input: { expects }, commandId: this.chance.commandId() };
  }

  private async press(frame: Frame) {
    this.learn(frame, await this.line.send(frame));
  }

  private learn(frame: Frame, reply: Reply) {
    this.said.push({ frame, reply });
    if (!reply.ok) return;
    const called = reply.answer.called;
    if (called) this.told.called.push({ ticket: called.ticket, counter: this.id });
    if (frame.name === 'ticket:call-next') this.current = called?.ticket ?? null;
    if (frame.name === 'ticket:finish') this.current = null;
  }

  /** The very same message again, however old: the same answer, and nothing happens. */
  private async repeat() {
    const old = this.anything();
    if (!old) return;
    this.repeats += 1;
    const again = await this.line.send(old.frame);
    if (!isDeepStrictEqual(again, old.reply)) this.otherAnswers += 1;
  }

  /** A new message about somebody who was here once. */
  private async sayOfOld() {
    const old = this.anything();
    if (!old || old.frame.input.expects === this.current) return;
    this.stale += 1;
    const reply = await this.line.send({ ...old.frame, commandId: this.chance.commandId() });
    if (reply.ok || !['stale-picture', 'nobody-here'].includes(reply.refusal)) this.carriedOutStale += 1;
  }

  /** A press, its repetition and an old one at once, in any order: the press is carried out once. */
  private async shuffled() {
    const frame = this.frame(this.current);
    const old = this.anything();
    const sent = [frame, frame, ...(old ? [old.frame] : [])]
      .map((one) => ({ one, place: this.chance.fraction() }))
      .sort((a, b) => a.place - b.place);
    const replies = await Promise.all(sent.map(({ one }) => this.line.send(one)));
    const own = replies.filter((_, index) => sent[index]?.one === frame);
    const [first, second] = own;
    this.repeats += 1;
    if (!first || !isDeepStrictEqual(first, second)) this.otherAnswers += 1;
    if (first) this.learn(frame, first);
  }

  private anything() {
    return this.said[Math.floor(this.chance.between(0, this.said.length))];
  }
}

const LIKELY: Readonly<Record<Name, number>> = {
  'ticket:call-next': 4,
  'ticket:start-service': 2,
  'ticket:finish': 1,
  'ticket:recall': 1,
};

/** Three counters that repeat themselves out of season, over sockets, while a kiosk gives numbers. */
export async function repeatOldFrames({ seed, steps }: { seed: number; steps: number }): Promise<OldFrames> {
  const { dataDir, remove } = newOfficeFolder({});
  const hall = await openTestHall({}, dataDir, undefined, { isOnNetwork: false });
  const told: Told = { taken: [], called: [] };
  const chance = createChance(seed, 'old frames');
  const kiosk = await joinKiosk(hall.url);
  const pages = await Promise.all([1, 2, 3].map((id) => joinCounter(hall.url, id)));
  const repeaters = pages.map((page, index) => {
    const line: Line = { send: ({ name, input, commandId }) => page.socket.emitWithAck(name, { commandId, input }) };
    return new Repeater(index + 1, line, createChance(seed, 'counter', index), told);
  });
  for (const page of pages) await page.send('counter:open', {}, chance.commandId());
  for (let step = 0; step < steps; step += 1) {
    hall.clock.at += 10_000;
    if (chance.happens(0.4) && told.taken.length < 999) {
      const taken = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' }, chance.commandId());
      if (taken.ok) told.taken.push(taken.answer);
    }
    await Promise.all(repeaters.map((repeater) => repeater.step()));
  }
  for (const page of [kiosk, ...pages]) page.close();
  await hall.hall.close();
  const entries = readJournal(dataDir);
  remove();
  const sum = (of: (one: Repeater) => number) => repeaters.reduce((total, one) => total + of(one), 0);
  const otherAnswers = sum((one) => one.otherAnswers);
  const carriedOutStale = sum((one) => one.carriedOutStale);
  const difference = compare(told, entries);
  return {
    rounds: steps,
    acknowledged: told.taken.length + told.called.length,
    lost: difference.lost + otherAnswers,
    doubled: difference.doubled + carriedOutStale + gaps(entries),
    recoveryMs: [],
    ...{ repeats: sum((one) => one.repeats), otherAnswers, stale: sum((one) => one.stale), carriedOutStale },
  };
}
