import type { Views } from '#shared/contract/views.ts';
import type { HallServer } from './listen.ts';

/** Phones are told in so many groups, one a turn of the event loop. */
const GROUPS = 32;

/**
 * Thousands of phones want the same picture. To tell them all at once would keep the loop for a tenth of a second, and a clerk's
 * press with it; so they are told group by group, with everything else in between. Whatever changes during a round is in the next.
 */
export class PhoneCrowd {
  private readonly io: HallServer;
  private readonly later: (work: () => void) => void;
  private toldLast = '';
  private next: { view: Views['view:phone']; text: string } | null = null;
  private isUnderWay = false;

  /** @param later calls the work in another turn of the event loop */
  constructor(io: HallServer, later: (work: () => void) => void = (work) => void setImmediate(work)) {
    this.io = io;
    this.later = later;
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
    this.tellGroup(0, next.view);
  }

  private tellGroup(group: number, view: Views['view:phone']) {
    this.io.to(roomOfGroup(group)).emit('view:phone', view);
    this.later(() => (group + 1 < GROUPS ? this.tellGroup(group + 1, view) : this.beginRound()));
  }
}

/** The group of a phone's socket, by its id: random letters, so the groups are about equal. */
export function phoneRoom(socketId: string): string {
  let sum = 0;
  for (const letter of socketId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return roomOfGroup(sum % GROUPS);
}

function roomOfGroup(group: number): string {
  return `phone:${group}`;
}
