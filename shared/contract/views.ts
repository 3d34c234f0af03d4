import type { DiskTrouble } from '#shared/domain/disk.ts';
import type { DossierTally } from '#shared/domain/dossiers.ts';
import type { CounterId, ServiceId, TicketId, TicketNumber } from '#shared/domain/ids.ts';
import type { PrinterState, SlipOutcome } from '#shared/domain/printer.ts';
import type { ScreenSetup } from '#shared/domain/setup.ts';
import type { PriorityClass } from '#shared/domain/ticket.ts';
import type { VoiceChoice } from '#shared/domain/voice-choice.ts';
import type { AccessView, DoorView } from './access-views.ts';
import type { Bilingual } from './bilingual.ts';
import type { BoardPiece, ChoicesView } from './choices-views.ts';
import type { CallSeen, SignView, ZoneVoice } from './display-views.ts';
import type { MachinesView } from './health.ts';
import type { KioskView } from './kiosk-views.ts';
import type { PhoneView } from './phone-views.ts';
import type { CommandName } from './queue-commands.ts';
import type { RatingsView } from './rating-views.ts';
import type { Refusal } from './refusals.ts';
import type { DeviceRole, Role } from './roles.ts';

/** Whole pictures, sent on every connection and after every change. All moments are ms UTC; `at` is the server's clock. */

/** A call as everyone sees it. `callSeq` is its number in the journal: a recall has a new one. */
export type BoardCall = {
  callSeq: number;
  ticket: TicketId;
  number: TicketNumber;
  counter: CounterId;
  calledAt: number;
  /** What the call is for; only where the office has it spoken (`{service}` in its wording). */
  service?: ServiceId;
  /** The ticket was taken in this language: the call is spoken in it, too. Left out: in Vietnamese. */
  language?: 'en';
};

export type BoardView = {
  at: number;
  office: Bilingual;
  /** IANA name; moments are shown on the office's wall clock, not the machine's. */
  timeZone: string;
  /** The part of the hall that this display is for; null: all of it. */
  zone: Bilingual | null;
  voice: ZoneVoice;
  /** Newest first, at most 20, one row a ticket. */
  calls: readonly BoardCall[];
  waiting: readonly { service: ServiceId; prefix: string; short: string; waiting: number }[];
  infoLine: string;
  /** Wording of the announcement with {number} and {counter}, and {service} if wanted. */
  announcement: string;
  /** The same for tickets that were taken in English. */
  announcementEnglish: string;
  /** How the manager wants displays to sound. */
  sound: VoiceChoice;
  /** Where the list of the clips is that the office has recorded itself; another address when it has changed; null: none. */
  recorded: string | null;
  /** What has its turn where nobody is being called; empty: nothing. */
  information: readonly BoardPiece[];
  /** How large this display is, and how far away its last seat; null: not said. */
  screen: Pick<ScreenSetup, 'inches' | 'seatMetres'> | null;
};

export type CounterState = 'closed' | 'open' | 'paused';

export type CountersView = {
  at: number;
  office: Bilingual;
  /** IANA name; moments are shown on the office's wall clock, not the machine's. */
  timeZone: string;
  counters: readonly { id: CounterId; state: CounterState; services: readonly string[] }[];
  /** The counter that this machine was paired for: its page goes there by itself. Null where there is a choice. */
  mine: CounterId | null;
};

export type TicketInLine = {
  ticket: TicketId;
  number: TicketNumber;
  service: ServiceId;
  arrivedAt: number;
  priority: PriorityClass;
};

export type CurrentTicket = TicketInLine & {
  state: 'called' | 'serving';
  /** Called, or being served, since. */
  since: number;
  calls: number;
  /** Open minutes from arrival to the first call, in ms. */
  waitedMs: number;
  next: readonly ServiceId[];
  /** How many further services his visit can still be given, of those that one may have. */
  room: number;
  note: string | null;
};

/** What a clerk can press, by the command it sends. */
export type CounterAction = Extract<
  CommandName,
  | 'ticket:take'
  | 'ticket:call-next'
  | 'ticket:call-this'
  | 'ticket:recall'
  | 'ticket:start-service'
  | 'ticket:finish'
  | 'ticket:no-show'
  | 'ticket:park'
  | 'ticket:transfer'
  | 'ticket:add-service'
  | 'ticket:undo-call'
  | 'counter:open'
  | 'counter:pause'
  | 'counter:close'
  | 'counter:auto-call'
  | 'counter:call-help'
  | 'counter:help-came'
>;

/** Whether the house calls at a counter by itself when it is free; `held`: after an undo, until its clerk presses something. */
export type AutoCall = 'off' | 'on' | 'held';

export type CounterView = {
  at: number;
  office: Bilingual;
  /** IANA name; moments are shown on the office's wall clock, not the machine's. */
  timeZone: string;
  counter: { id: CounterId; state: CounterState; pauseReason: string | null };
  autoCall: AutoCall;
  /** This counter has other services today than the settings say. */
  isReassigned: boolean;
  /** Counters that call for help, this one too, who called first first. For the staff alone: told silently, with nothing in the hall. */
  help: readonly { counter: CounterId; since: number }[];
  /** Every service, for names and transfers; `serves` says whether this counter calls it. */
  services: readonly {
    id: ServiceId;
    prefix: string;
    short: string;
    serves: 'own' | 'helps' | 'no';
    waiting: number;
    /** Of who waits longest now, in open minutes; null: nobody waits. */
    longestWaitMinutes: number | null;
  }[];
  /** Every counter, for transfers to one and to see how the hall goes. */
  counters: readonly {
    id: CounterId;
    state: CounterState;
    serves: readonly ServiceId[];
    /** Who is there now; null: nobody. */
    current: { number: TicketNumber; state: 'called' | 'serving' } | null;
  }[];
  current: CurrentTicket | null;
  /** What became of its latest call in the hall; null when nobody is called, or nothing is known. */
  seen: CallSeen | null;
  /** Whom the next press would call; may be who is here now, for his next service. */
  upNext: TicketInLine | null;
  /** In the order of calling: bound to this counter, own lines, helping lines. At most 200. */
  waiting: readonly (TicketInLine & { from: 'bound' | 'own' | 'helps' })[];
  waitingCount: number;
  parked: readonly (TicketInLine & { parkedAt: number })[];
  absent: readonly (TicketInLine & { absentSince: number; mayReturn: boolean })[];
  may: readonly CounterAction[];
  /** From this moment on a recall is accepted. */
  recallFrom: number;
  /** Null when there is nothing to undo. */
  undo: { command: CommandName; number: TicketNumber | null; until: number } | null;
  callsBeforeAbsent: number;
  servicesPerTicket: number;
  reasons: { outOfOrder: readonly string[]; pause: readonly string[] };
};

export type ManagerView = {
  at: number;
  office: Bilingual;
  /** IANA name; moments are shown on the office's wall clock, not the machine's. */
  timeZone: string;
  day: string | null;
  dayState: 'open' | 'closed';
  /** Whether the kiosk gives numbers now, and until when the office is held open outside its hours. */
  open: boolean;
  nextFrom: number | null;
  extendedUntil: number | null;
  totals: {
    issued: number;
    waiting: number;
    atCounters: number;
    served: number;
    noShow: number;
    cancelled: number;
    expired: number;
    dossiers: DossierTally;
  };
  services: readonly {
    id: ServiceId;
    prefix: string;
    short: string;
    waiting: number;
    /** Of who waits longest now, in open minutes; null: nobody waits. */
    longestWaitMinutes: number | null;
    atCounters: number;
    served: number;
    openCounters: number;
  }[];
  counters: readonly {
    id: CounterId;
    state: CounterState;
    pauseReason: string | null;
    /** Its own today, and those with which it helps. */
    services: readonly ServiceId[];
    helps: readonly ServiceId[];
    isReassigned: boolean;
    autoCall: AutoCall;
    /** Since when it has been calling for help; null: it does not. */
    helpSince: number | null;
    /** What the manager can set it to now. */
    may: readonly CounterState[];
    current: { number: TicketNumber; state: 'called' | 'serving'; since: number } | null;
    /** Who waits for this counter alone, in the order of calling; and who is set aside there. */
    bound: readonly TicketNumber[];
    parked: readonly TicketNumber[];
    served: number;
  }[];
  pauseReasons: readonly string[];
  absent: readonly { ticket: TicketId; number: TicketNumber; mayReturn: boolean }[];
  /** Who is at no counter, by number: what a range can cancel. */
  cancellable: readonly TicketNumber[];
  /** Kiosks that were tapped faster than anybody takes numbers, and when last; `name` null: the one on the server's own PC. */
  tappedForFun: readonly { name: string | null; at: number }[];
  printer: PrinterState;
  /** Slips that did not surely come out today, newest first, at most 20. */
  slipTroubles: readonly {
    ticket: TicketId;
    number: TicketNumber;
    outcome: SlipOutcome;
    at: number;
    /** Why the slip cannot be printed again now; null: it can. */
    noReprint: Refusal | null;
  }[];
  /** How many pages of each kind are connected. */
  pages: Record<DeviceRole, number>;
  /** `trouble`: why nothing can be kept at present. */
  journal: { seq: number; intact: boolean; trouble: DiskTrouble | null };
  /** When the newest good backup was made, null when none is known; and whether somebody should see to backups. */
  backup: { lastAt: number | null; failed: boolean };
};

/** For the page from which the others open, on the server's own PC. */
export type StartView = {
  at: number;
  office: Bilingual;
  timeZone: string;
  open: boolean;
  nextFrom: number | null;
  extendedUntil: number | null;
  /** Whether this page may hold the office open: only while nobody has set the manager's password. */
  mayExtend: boolean;
  /** How many papers the virtual printer of a demonstration has printed; null where there is none. */
  papers: number | null;
};

/** Which view goes to whom. A counter's page without a chosen counter gets `view:counters`. */
export type Views = {
  'view:door': DoorView;
  'view:access': AccessView;
  'view:machines': MachinesView;
  'view:choices': ChoicesView;
  'view:ratings': RatingsView;
  'view:start': StartView;
  'view:phone': PhoneView;
  'view:kiosk': KioskView;
  'view:board': BoardView;
  'view:sign': SignView;
  'view:counters': CountersView;
  'view:counter': CounterView;
  'view:manager': ManagerView;
};
export type ViewName = keyof Views;

export const VIEWS: Record<ViewName, { to: Role; about: string }> = {
  'view:door': {
    to: 'door',
    about: 'What a page needs to be let in: pairing, the first password, a password, a clerk.',
  },
  'view:access': { to: 'manager', about: 'Machines that knock, machines and clerks that may come in.' },
  'view:machines': { to: 'manager', about: 'How each machine of the hall is, and what is wrong with it.' },
  'view:choices': {
    to: 'manager',
    about: 'What the manager has chosen for the displays, and from what he can choose.',
  },
  'view:ratings': { to: 'manager', about: 'How content visitors were today, and what they complained of.' },
  'view:start': { to: 'start', about: 'Whether numbers are given out, for the page from which the others open.' },
  'view:phone': { to: 'phone', about: 'Everybody’s place under handles, broadcast once for all phones.' },
  'view:kiosk': {
    to: 'kiosk',
    about: 'Services with people ahead, whether numbers are given, the printer, the latest slips.',
  },
  'view:board': { to: 'display', about: 'The latest calls with their counters, who waits per service.' },
  'view:sign': { to: 'display', about: 'One counter, for the small display above it.' },
  'view:counters': {
    to: 'counter',
    about: 'The counters to choose from, for a page that has not chosen, and the one that its machine was paired for.',
  },
  'view:counter': { to: 'counter', about: 'One counter: who is here, who is next, who waits, what may be pressed.' },
  'view:manager': { to: 'manager', about: 'The live hall.' },
};
