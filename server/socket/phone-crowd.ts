import type { Views } from '#shared/contract/views.ts';
import type { HallServer } from './listen.ts';

/** How many phones are told in one turn of the event loop: about four milliseconds. */
export const GROUP_SIZE = 200;

/**
 * Thousands of phones want the same picture. To tell them all at once would keep the loop for a tenth of a second, and a clerk's
 * press with it; so they are told group by group, with everything else in between. Whatever changes during a round is in the next.
 */
export class PhoneCrowd {
  private readonly io: HallServer;
  private readonly later: (work: () => void) => void;
  private groups = 0;
  private toldLast = '';
  private next: { view: Views['view:phone']; text: string } | null = null;
  private isUnderWay = false;

  /** @param later calls the work in another turn of the event loop */
  constructor(io: HallServer, later: (work: () => void) => void = (work) => void setImmediate(work)) {
    this.io = io;
    this.later = later;
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
    const text = JSON.stringify({ ...view, at: 0 });
    if (text === (this.next?.text ?? this.toldLast)) return;
    this.next = { view, text };
    if (!this.isUnderWay) this.beginRound();
  }

  private beginRound() {
    const { next } = this;
    this.isUnderWay = next !== null;
    if (!next) return;
    this.next = null;
    this.toldLast = next.text;
    this.tellFrom(0, next.view);
  }

  private tellFrom(first: number, view: Views['view:phone']) {
    let group = first;
    while (group < this.groups && this.sizeOf(group) === 0) group += 1;
    if (group < this.groups) this.io.to(roomOf(group)).emit('view:phone', view);
    this.later(() => (group + 1 < this.groups ? this.tellFrom(group + 1, view) : this.beginRound()));
  }

  private sizeOf(group: number): number {
    return this.io.sockets.adapter.rooms.get(roomOf(group))?.size ?? 0;
  }
}

function roomOf(group: number): string {
  return `phone:${group}`;
}
