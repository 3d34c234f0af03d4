import { type Hall, type HallParts, openHall } from '#server/hall.ts';
import type { Log } from '#server/log.ts';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { Crowd } from './crowd.ts';
import { type DemoFolder, makeDemoFolder } from './demo-folder.ts';
import { type DemoPrinter, openDemoPrinter } from './demo-printer.ts';
import { livelyFrom, mondayMorning, nextStir } from './lively-hours.ts';

export type DemoParts = Pick<HallParts, 'dist' | 'port' | 'giveUp'> & {
  seed: number;
  /** Office time over real time, for what has to fit a person's ear and finger; the time itself passes by `advance` alone. */
  speed: number;
  /** A moment of the week that is played, ms UTC. */
  weekOf: number;
  log: Log;
};

/** One look of everybody around; longer stretches are cut into such. */
const STEP_MS = 5 * SECOND;
/** Somebody has closed the day by hand: the demo leaves it so for this long, and goes on with the next one. */
const CLOSED_BY_HAND_MS = 3 * MINUTE;

/**
 * Opens the real hall on a folder of its own, lets the simulated public and clerks in and plays until the lines are there.
 * @throws StartTrouble when the hall cannot be opened; nothing is left behind then
 */
export async function openDemo(parts: DemoParts): Promise<Demo> {
  const printer = await openDemoPrinter();
  const folder = makeDemoFolder(parts.speed, printer.port);
  const clock = { at: mondayMorning(parts.weekOf, folder.timeZone) };
  let hall: Hall | undefined;
  try {
    const { dist, port, giveUp, log } = parts;
    const now = () => Math.floor(clock.at);
    const outside = { dist, port, giveUp, log, tray: printer.tray };
    hall = await openHall({ dataDir: folder.path, ...outside, clock: { now }, isOpenHere: true });
    const { url, setup } = hall;
    const crowd = await Crowd.join({ url, setup, seed: parts.seed, speed: parts.speed, log });
    const demo = new Demo({ hall, crowd, clock, folder, printer, log });
    await demo.advance(0);
    return demo;
  } catch (cause) {
    await hall?.close();
    await printer.close();
    folder.remove();
    throw cause;
  }
}

type Inside = { hall: Hall; crowd: Crowd; clock: { at: number }; folder: DemoFolder; printer: DemoPrinter; log: Log };

/** A hall full of simulated people, whose time is moved from outside. */
export class Demo {
  readonly url: string;
  readonly setup: Setup;
  readonly dataDir: string;
  private readonly inside: Inside;
  private advancing: Promise<void> = Promise.resolve();
  private isClosing = false;
  private shutSince: number | null = null;

  constructor(inside: Inside) {
    const { hall, folder } = inside;
    this.inside = inside;
    this.url = hall.url;
    this.setup = hall.setup;
    this.dataDir = folder.path;
  }

  /** The office's clock, ms UTC. */
  now(): number {
    return this.inside.clock.at;
  }

  /** Lets the office's time pass; where the hall falls quiet, on to its next lively moment. One at a time; never rejects. */
  advance(ms: number): Promise<void> {
    this.advancing = this.advancing.then(async () => {
      await this.playUntil(this.now() + ms);
      await this.playUntil(this.livelyMoment());
    });
    return this.advancing;
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.advancing;
    const { hall, crowd, folder, printer } = this.inside;
    crowd.leave();
    await hall.close();
    await printer.close();
    folder.remove();
  }

  private async playUntil(until: number) {
    const { clock } = this.inside;
    while (clock.at < until && !this.isClosing) {
      const before = clock.at;
      const stir = nextStir(before, this.setup);
      clock.at = Math.min(until, Math.max(before + STEP_MS, stir));
      if (clock.at > stir && stir > before + STEP_MS) this.inside.crowd.forgetVisitors();
      await this.step(clock.at, Math.min(clock.at - before, STEP_MS), minuteOf(clock.at) !== minuteOf(before));
    }
  }

  /** What goes wrong in one step is told in a line; the next step is another chance. */
  private async step(now: number, passedMs: number, isNewMinute: boolean) {
    const { hall, crowd, log } = this.inside;
    try {
      if (isNewMinute) {
        hall.tick();
        // What the house does by itself is done in the turn of the event loop after the tick; only then is a picture new.
        await new Promise((done) => setImmediate(done));
        await crowd.look();
      }
      await crowd.act(now, passedMs);
    } catch (cause) {
      log('warning', 'A simulated person stumbled; the demo goes on.', cause);
    }
  }

  /** This moment, or the next worth looking at: after the session, or when somebody has closed the day by hand. */
  private livelyMoment(): number {
    const lively = livelyFrom(this.now(), this.setup);
    const kiosk = this.inside.crowd.kiosk.view();
    if (lively > this.now() || kiosk === null || kiosk.open) {
      this.shutSince = null;
      return lively;
    }
    this.shutSince ??= this.now();
    if (this.now() < this.shutSince + CLOSED_BY_HAND_MS || kiosk.nextFrom === null) return this.now();
    return livelyFrom(kiosk.nextFrom, this.setup);
  }
}

function minuteOf(at: number): number {
  return Math.floor(at / MINUTE);
}
