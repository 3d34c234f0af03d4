import { businessDay, DAY, HOUR, MINUTE, momentOf, SECOND } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Chance, createChance } from '#tests/day/chance.ts';
import { joinCounter, joinKiosk, openTestHall, type TestHall } from '#tests/hall/test-hall.ts';
import { compare, gaps, type KeptEntry, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import type { FaultOutcome } from './outcome.ts';

export type ClockDays = FaultOutcome & {
  /** The days that were opened, as the journal has them. */
  opened: string[];
  /** The days that the clock has shown, each once, those before a later one left out. */
  shown: string[];
  /** Entries whose moment is before that of the entry before them. */
  backwards: number;
  /** Calls that passed somebody who had come earlier. */
  overtaken: number;
};

/** Four time zones; where clocks are changed, the days around both changes. */
export const SEASONS: readonly { when: string; timeZone: string; from: number }[] = [
  { when: 'Tân Châu', timeZone: 'Asia/Ho_Chi_Minh', from: Date.UTC(2026, 10, 23, 1) },
  { when: 'UTC at the turn of the year', timeZone: 'UTC', from: Date.UTC(2026, 11, 30, 8) },
  { when: 'New York in autumn', timeZone: 'America/New_York', from: Date.UTC(2026, 9, 31, 14) },
  { when: 'New York in spring', timeZone: 'America/New_York', from: Date.UTC(2027, 2, 13, 14) },
  { when: 'Auckland in its spring', timeZone: 'Pacific/Auckland', from: Date.UTC(2026, 8, 25, 21) },
  { when: 'Auckland in its autumn', timeZone: 'Pacific/Auckland', from: Date.UTC(2027, 3, 2, 21) },
];

const CLOSES = '17:30';
const HOURS = { ticketsFrom: '00:00', opens: '00:01', ticketsUntil: '17:00', closes: '17:15' };

/** A whole hall whose clock is moved about: on, back an hour, on a day, to just before and after midnight and closing time. */
export async function moveClock({
  seed,
  steps,
  timeZone,
  from,
}: {
  seed: number;
  steps: number;
  timeZone: string;
  from: number;
}): Promise<ClockDays> {
  const chance = createChance(seed, timeZone, from);
  const change: Partial<Setup> = {
    office: { name: { vi: 'Văn phòng thử', en: 'Trial office' }, timeZone },
    sessions: [{ name: 'day', weekdays: [1, 2, 3, 4, 5, 6, 7], ...HOURS }],
    dayCloses: CLOSES,
  };
  const { dataDir, remove } = newOfficeFolder(change);
  const told: Told = { taken: [], called: [] };
  const shown: string[] = [];
  const clock = { at: from };
  const open = () => openTestHall(change, dataDir, clock, { isOnNetwork: false });
  let hall = await open();
  let round = await Round.begin(hall, told, chance);
  for (let step = 0; step < steps; step += 1) {
    if (step > 0) clock.at = moved(clock.at, timeZone, chance);
    await round.press();
    const today = businessDay(clock.at, timeZone);
    if (shown.every((day) => day < today)) shown.push(today);
    if (!chance.happens(0.05)) continue;
    round.end();
    await hall.hall.close();
    hall = await open();
    round = await Round.begin(hall, told, chance);
  }
  round.end();
  await hall.hall.close();
  const entries = readJournal(dataDir);
  remove();
  const difference = compare(told, entries);
  const opened = entries.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'day-opened' ? event.day : [])),
  );
  const misdated = opened.length === shown.length && opened.every((day, index) => day === shown[index]) ? 0 : 1;
  const backwards = entries.filter(({ at }, index) => at < (entries[index - 1]?.at ?? 0)).length;
  const overtaken = callsOutOfOrder(entries);
  return {
    rounds: steps,
    acknowledged: told.taken.length + told.called.length,
    lost: difference.lost,
    doubled: difference.doubled + gaps(entries) + misdated + backwards + overtaken,
    recoveryMs: [],
    ...{ opened, shown, backwards, overtaken },
  };
}

/** Where the clock stands next. */
function moved(at: number, timeZone: string, chance: Chance): number {
  const today = businessDay(at, timeZone);
  switch (chance.pick({ on: 10, back: 2, day: 1, midnight: 2, closing: 2, change: 2 })) {
    case 'back':
      return at - HOUR;
    case 'day':
      return at + DAY;
    case 'midnight':
      return momentOf(today, 24 * 60, timeZone) + (chance.happens(0.5) ? 0 : -1);
    case 'closing':
      return momentOf(today, 17 * 60 + 30, timeZone) + Math.floor(chance.between(-SECOND, SECOND));
    case 'change':
      // The hours in which clocks are changed.
      return momentOf(today, 24 * 60, timeZone) + Math.floor(chance.between(0, 4 * HOUR));
    default:
      return at + Math.floor(chance.between(0, 40 * MINUTE));
  }
}

/** Who presses while the same hall is open. */
class Round {
  private readonly hall: TestHall;
  private readonly kiosk: Awaited<ReturnType<typeof joinKiosk>>;
  private readonly counter: Awaited<ReturnType<typeof joinCounter>>;
  private readonly told: Told;
  private readonly chance: Chance;

  private constructor(hall: TestHall, kiosk: Round['kiosk'], counter: Round['counter'], told: Told, chance: Chance) {
    this.hall = hall;
    this.kiosk = kiosk;
    this.counter = counter;
    this.told = told;
    this.chance = chance;
  }

  static async begin(hall: TestHall, told: Told, chance: Chance): Promise<Round> {
    return new Round(hall, await joinKiosk(hall.url), await joinCounter(hall.url, 1), told, chance);
  }

  /** Looks at the clock, takes a number or two, calls now and then. What the hours refuse is refused. */
  async press() {
    if (this.chance.happens(0.5)) this.hall.hall.tick();
    const input = { services: ['dat-dai'], priority: 'regular' as const };
    const takes = Array.from({ length: 1 + Math.floor(this.chance.between(0, 3)) }, () => this.chance.commandId());
    const replies = await Promise.all(takes.map((id) => this.kiosk.send('ticket:take', input, id)));
    for (const reply of replies) if (reply.ok) this.told.taken.push(reply.answer);
    if (this.chance.happens(0.4)) return;
    await this.counter.send('counter:open', {}, this.chance.commandId());
    // Asked with whoever the house says is here: the picture of before the clock moved may be a day old.
    const first = await this.call(null);
    if (first === 'stale-picture') await this.call(this.counter.view().current?.ticket ?? null);
  }

  end() {
    this.kiosk.close();
    this.counter.close();
  }

  private async call(expects: string | null): Promise<string | null> {
    const reply = await this.counter.send('ticket:call-next', { expects }, this.chance.commandId());
    if (!reply.ok) return reply.refusal;
    if (reply.answer.called) this.told.called.push({ ticket: reply.answer.called.ticket, counter: 1 });
    return null;
  }
}

function callsOutOfOrder(entries: readonly KeptEntry[]): number {
  const place = new Map<string, number>();
  let latest = -1;
  let overtaken = 0;
  for (const { events } of entries) {
    for (const event of events) {
      if (event.type === 'ticket-issued') place.set(event.ticket.id, place.size);
      if (event.type !== 'ticket-called') continue;
      const now = place.get(event.ticket) ?? -1;
      if (now < latest) overtaken += 1;
      latest = now;
    }
  }
  return overtaken;
}
