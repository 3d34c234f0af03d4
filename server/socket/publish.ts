import { type Beside, boardView } from '#core/board-view.ts';
import { countersView, counterView } from '#core/counter-view.ts';
import { type HallPicture, hallPicture } from '#core/hall-picture.ts';
import type { HouseState } from '#core/house-state.ts';
import { kioskView } from '#core/kiosk-view.ts';
import { managerView } from '#core/manager-view.ts';
import type { Office } from '#core/office.ts';
import { phoneView } from '#core/phone-view.ts';
import { signView } from '#core/sign-view.ts';
import { startView } from '#core/start-view.ts';
import type { Access, Who } from '#server/access/access.ts';
import { accessView, doorView } from '#server/access/pictures.ts';
import type { CallSeen, ZoneVoice } from '#shared/contract/display-views.ts';
import type { RatingOffer } from '#shared/contract/rating-views.ts';
import { isDeviceRole } from '#shared/contract/roles.ts';
import type { BoardCall, ManagerView, ViewName, Views } from '#shared/contract/views.ts';
import type { DiskTrouble } from '#shared/domain/disk.ts';
import type { CounterId, TicketId } from '#shared/domain/ids.ts';
import type { PrinterState } from '#shared/domain/printer.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Zone, zoneOf } from '#shared/domain/zones.ts';
import type { HallServer, HallSocket } from './listen.ts';
import { PhoneCrowd } from './phone-crowd.ts';
import { Written } from './written.ts';

/** What the pictures are made of, at this moment. */
export type Scene = {
  office: Office;
  setup: Setup;
  at: number;
  /** What the next visitor can expect. */
  printer: PrinterState;
  /** What the staff should look at: a printer that is out while a spare prints for it. */
  printerAttention: PrinterState;
  isJournalIntact: boolean;
  diskTrouble: DiskTrouble | null;
  backup: ManagerView['backup'];
  /** Kiosks that are tapped for fun, by machine. */
  tappedForFun: readonly { place: string; at: number }[];
  /** Papers of a demonstration so far; null in every office. */
  papers: number | null;
  access: Access;
  /** How other machines find this server. */
  addresses: readonly string[];
  fingerprint: string | null;
  handleOf(ticket: TicketId): string;
  machines(): Views['view:machines'];
  /** Who speaks in a zone, and what became of a call. */
  voice(zone: Zone | null): ZoneVoice;
  seen(call: BoardCall): CallSeen | null;
  /** What whoever was just served at a counter is asked there, and what was answered. */
  rating: { offer(counter: CounterId): RatingOffer | null; view(): Views['view:ratings'] };
  /** What the boards show beside the queue. */
  beside: Beside;
  /** Whether the manager's choices were found damaged. */
  areChoicesDamaged: boolean;
};

/** With what all counters see of the hall, drawn for the first of them. */
type OnStage = Scene & { hall(): HallPicture };

function onStage(scene: Scene): OnStage {
  let hall: HallPicture | null = null;
  return {
    ...scene,
    hall() {
      hall ??= hallPicture(scene.office, scene.setup, scene.at);
      return hall;
    },
  };
}

type Picture = { [V in ViewName]: { name: V; view: Views[V] } }[ViewName];

/** Sends each room its whole pictures: at once to whoever joins, and to all when something has changed. */
export class Publisher {
  private readonly io: HallServer;
  private readonly scene: () => Scene;
  private readonly sent = new Map<string, string>();
  /** Everybody who is connected but phones: nobody looks through thousands of those at a press. */
  private readonly pages = new Set<HallSocket>();
  private readonly phones: PhoneCrowd;

  constructor(io: HallServer, scene: () => Scene) {
    this.io = io;
    this.scene = scene;
    this.phones = new PhoneCrowd(io);
  }

  /** Lets a page in: its room, and its first pictures. */
  join(socket: HallSocket) {
    const { role } = socket.data;
    if (role !== 'phone') this.pages.add(socket);
    const room = role === 'phone' ? this.phones.roomForOneMore() : roomOf(socket.data, socket.id);
    void socket.join(room);
    for (const { name, view } of this.draw(socket.data, onStage(this.scene()))) {
      // This page has seen a picture that the others of its room may not have: the next one goes out in any case.
      this.sent.delete(`${room} ${name}`);
      // A union of pairs; the overloads of `emit` want each pair by itself.
      (socket.emit as (name: string, view: unknown) => void)(name, view);
    }
  }

  /** Tells nobody any more. */
  stop() {
    this.phones.stop();
  }

  /** Draws every room's pictures again, and sends those that have changed. Whoever waits for a call comes first, phones last. */
  publish() {
    const scene = onStage(this.scene());
    for (const [room, who] of this.rooms()) {
      for (const { name, view } of this.draw(who, scene)) {
        const written = new Written(view);
        if (this.sent.get(`${room} ${name}`) === written.shown) continue;
        this.sent.set(`${room} ${name}`, written.shown);
        const to = this.io.to(room);
        // As above.
        (to.emit as (name: string, view: unknown) => void).call(to, name, written);
      }
    }
    if (this.io.sockets.sockets.size > this.pages.size) this.phones.tell(drawPhone(scene));
  }

  /** Forgets what was sent to a page that has gone and had a room of its own. */
  leave(socket: HallSocket) {
    this.pages.delete(socket);
    if (socket.data.role === 'door') this.sent.delete(`${roomOf(socket.data, socket.id)} view:door`);
  }

  /** The places at which somebody is, each once, in the order in which they are told; phones have theirs elsewhere. */
  private rooms(): [string, Who][] {
    const rooms = new Map<string, Who>();
    for (const { data, id } of this.pages) rooms.set(roomOf(data, id), data);
    return [...rooms].sort(([, a], [, b]) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  }

  private draw(who: Who, scene: OnStage): Picture[] {
    const { office, setup, at, access, papers, ...house } = scene;
    const frame = { at, office: setup.office.name, timeZone: setup.office.timeZone };
    switch (who.role) {
      case 'door':
        return [{ name: 'view:door', view: doorView(who, access.known(), frame) }];
      case 'kiosk':
        return [{ name: 'view:kiosk', view: kioskView(office, setup, at, house) }];
      case 'display':
        return [displayPicture(who, scene)];
      case 'start':
        return [
          { name: 'view:start', view: startView(office, setup, at, { mayExtend: !access.hasPassword(), papers }) },
        ];
      case 'manager':
        return this.managerPictures(scene);
      case 'counter': {
        const counter = setup.counters.find(({ id }) => id === who.counter);
        if (!counter) return [{ name: 'view:counters', view: countersView(office, setup, at, who.pairedFor) }];
        return [{ name: 'view:counter', view: counterView(office, setup, at, counter, scene.seen, scene.hall()) }];
      }
      case 'phone':
        return [{ name: 'view:phone', view: drawPhone(scene) }];
    }
  }

  private managerPictures(scene: OnStage): Picture[] {
    const { office, setup, at, access, addresses, fingerprint, ...house } = scene;
    const here = [...this.pages].map(({ data }) => data);
    const { devices } = access.known();
    const tappedForFun = house.tappedForFun.map((tap) => ({
      name: devices.find(({ id }) => id === tap.place)?.name ?? null,
      at: tap.at,
    }));
    const now = { ...house, printer: house.printerAttention, pages: pagesOf(here), tappedForFun };
    const counters = setup.counters.map(({ id }) => id);
    const zones = (setup.zones ?? []).map(({ id, name }) => ({ id, name }));
    return [
      {
        name: 'view:manager',
        view: managerView(office, setup, at, now, scene.hall()),
      },
      { name: 'view:machines', view: scene.machines() },
      { name: 'view:choices', view: choicesView(scene) },
      { name: 'view:ratings', view: scene.rating.view() },
      { name: 'view:access', view: accessView(here, access.known(), { at, counters, zones, addresses, fingerprint }) },
    ];
  }
}

function choicesView({ at, setup, areChoicesDamaged, beside }: Scene): Views['view:choices'] {
  const { announcement, announcementEnglish } = setup.wording;
  return { at, isDamaged: areChoicesDamaged, ...beside, wording: { announcement, announcementEnglish } };
}

/** A display above a counter shows that one alone, any other its zone. */
function displayPicture({ counter, zone }: Who, { office, setup, at, beside, voice, rating }: Scene): Picture {
  if (counter !== null) return { name: 'view:sign', view: signView(office, setup, at, counter, rating.offer(counter)) };
  const here = zoneOf(setup, zone);
  return { name: 'view:board', view: boardView(office, setup, at, beside, { zone: here, voice: voice(here) }) };
}

function drawPhone({ office, setup, at, handleOf }: Scene): Views['view:phone'] {
  return phoneView(office, setup, at, handleOf);
}

const ORDER: readonly string[] = ['display', 'counter', 'kiosk', 'manager', 'start', 'door'];

function pagesOf(here: readonly Who[]): HouseState['pages'] {
  const pages = { kiosk: 0, display: 0, counter: 0, manager: 0 };
  for (const { role } of here) if (role !== 'door' && isDeviceRole(role)) pages[role] += 1;
  return pages;
}

/** Who sees the same picture. At the door everybody sees his own: a code is not for the neighbour. */
function roomOf({ role, counter, zone, pairedFor }: Who, socketId: string): string {
  if (role === 'door') return `door:${socketId}`;
  if (counter !== null) return `${role}:${counter}`;
  if (zone !== null) return `${role} in ${zone}`;
  return pairedFor === null ? role : `${role} paired for ${pairedFor}`;
}
