import { boardView } from '#core/board-view.ts';
import { countersView, counterView } from '#core/counter-view.ts';
import { kioskView } from '#core/kiosk-view.ts';
import { type HouseState, managerView } from '#core/manager-view.ts';
import type { Office } from '#core/office.ts';
import { PAGE_ROLES } from '#shared/contract/roles.ts';
import type { ViewName, Views } from '#shared/contract/views.ts';
import type { PrinterState } from '#shared/domain/printer.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { HallServer, HallSocket, Who } from './listen.ts';

/** What the pictures are made of, at this moment. */
export type Scene = { office: Office; setup: Setup; at: number; printer: PrinterState; isJournalIntact: boolean };

type Picture = { [V in ViewName]: { name: V; view: Views[V] } }[ViewName];

/** Sends each room its whole picture: at once to whoever joins, and to all when something has changed. */
export class Publisher {
  private readonly io: HallServer;
  private readonly scene: () => Scene;
  private readonly sent = new Map<string, string>();

  constructor(io: HallServer, scene: () => Scene) {
    this.io = io;
    this.scene = scene;
  }

  /** Lets a page in: its room, and its first picture. */
  join(socket: HallSocket) {
    const room = roomOf(socket.data);
    void socket.join(room);
    // This page has seen a picture that the others of its room may not have: the next one goes out in any case.
    this.sent.delete(room);
    const { name, view } = this.draw(socket.data);
    // A union of pairs; the overloads of `emit` want each pair by itself.
    (socket.emit as (name: string, view: unknown) => void)(name, view);
  }

  /** Draws every room's picture again, and sends those that have changed. Whoever waits for a call comes first. */
  publish() {
    for (const who of this.rooms()) {
      const room = roomOf(who);
      const { name, view } = this.draw(who);
      const text = JSON.stringify({ ...view, at: 0 });
      if (this.sent.get(room) === text) continue;
      this.sent.set(room, text);
      const to = this.io.to(room);
      // As above.
      (to.emit as (name: string, view: unknown) => void).call(to, name, view);
    }
  }

  /** How many pages of each kind are here. */
  pages(): HouseState['pages'] {
    const pages = { kiosk: 0, display: 0, counter: 0, manager: 0 };
    for (const socket of this.io.sockets.sockets.values()) pages[socket.data.role] += 1;
    return pages;
  }

  /** The places at which somebody is, each once, in the order in which they are told. */
  private rooms(): Who[] {
    const rooms = new Map<string, Who>();
    for (const { data } of this.io.sockets.sockets.values()) rooms.set(roomOf(data), data);
    return [...rooms.values()].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  }

  private draw(who: Who): Picture {
    const { office, setup, at, printer, isJournalIntact } = this.scene();
    switch (who.role) {
      case 'kiosk':
        return { name: 'view:kiosk', view: kioskView(office, setup, at, printer) };
      case 'display':
        return { name: 'view:board', view: boardView(office, setup, at) };
      case 'manager': {
        const house = { printer, pages: this.pages(), isJournalIntact };
        return { name: 'view:manager', view: managerView(office, setup, at, house) };
      }
      case 'counter': {
        const counter = setup.counters.find(({ id }) => id === who.counter);
        if (!counter) return { name: 'view:counters', view: countersView(office, setup, at) };
        return { name: 'view:counter', view: counterView(office, setup, at, counter) };
      }
    }
  }
}

const ORDER: readonly string[] = ['display', 'counter', ...PAGE_ROLES];

function roomOf({ role, counter }: Who): string {
  return counter === null ? role : `${role}:${counter}`;
}
