import type { Views } from '#shared/contract/views.ts';
import type { HallServer } from './listen.ts';
import { type Paced, paced, type Timers } from './paced.ts';
import { Written } from './written.ts';

/** How many phones are told in one turn of the event loop: about half a millisecond. */
export const GROUP_SIZE = 25;
/** A phone need not know within less. */
const ROUND_MS = 250;
/** A busy hall would do nothing but tell phones: with this, a tenth of its time goes into it, and five thousand know within a second. */
const ROUND_MS_A_GROUP = 5;

/**
 * Thousands of phones want the same picture. To tell them all at once would keep the loop for a tenth of a second, and a clerk's
 * press with it; so they are told group by group, with everything else in between. Whatever changes during a round is in the next.
 */
export class PhoneCrowd {
  private readonly io: HallServer;
  private readonly later: (work: () => void) => void;
  private readonly rounds: Paced;
  private groups = 0;
  private told = '';
  private newest: Written | null = null;
  private isUnderWay = false;

  /** @param later calls the work in another turn of the event loop */
  constructor(io: HallServer, later: (work: () => void) => void = afterThePresses, timers?: Timers) {
    this.io = io;
    this.later = later;
    this.rounds = paced(
      () => this.beginRound(),
      () => roundMs(this.groups),
      timers,
    );
  }

  /** The room of a phone that comes in: the first group that has a place left. */
  roomForOneMore(): string {
    let group = 0;
    while (this.sizeOf(group) >= GROUP_SIZE) group += 1;
    this.groups = Math.max(this.groups, group + 1);
    return roomOf(group);
  }

  /** Tells every phone, if the picture is another than before. */
  tell(view: Views['view:phone']) {
    const written = new Written(view);
    if (written.shown === (this.newest?.shown ?? this.told)) return;
    this.newest = written;
    if (!this.isUnderWay) this.rounds.ask();
  }

  /** Tells nobody any more. */
  stop() {
    this.newest = null;
    this.rounds.stop();
  }

  private beginRound() {
    const { newest } = this;
    if (!newest) return;
    this.newest = null;
    this.told = newest.shown;
    this.isUnderWay = true;
    this.tellFrom(0, newest);
  }

  private tellFrom(first: number, picture: Written) {
    let group = first;
    while (group < this.groups && this.sizeOf(group) === 0) group += 1;
    if (group < this.groups) {
      const to = this.io.to(roomOf(group));
      // The wire carries the view that this was written from.
      (to.emit as (name: string, picture: unknown) => void).call(to, 'view:phone', picture);
    }
    if (group + 1 < this.groups) this.later(() => this.tellFrom(group + 1, picture));
    else this.endRound();
  }

  private endRound() {
    this.isUnderWay = false;
    while (this.groups > 0 && this.sizeOf(this.groups - 1) === 0) this.groups -= 1;
    if (this.newest) this.rounds.ask();
  }

  private sizeOf(group: number): number {
    return this.io.sockets.adapter.rooms.get(roomOf(group))?.size ?? 0;
  }
}

/** How long after the beginning of a round the next one may begin. */
export function roundMs(groups: number): number {
  return Math.max(ROUND_MS, groups * ROUND_MS_A_GROUP);
}

/** What was pressed meanwhile is carried out by an immediate of its own, which would stand behind the next group's. */
function afterThePresses(work: () => void) {
  setImmediate(() => setImmediate(work));
}

function roomOf(group: number): string {
  return `phone:${group}`;
}
