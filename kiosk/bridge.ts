import type { Role } from './main/setup/machine.ts';

/**
 * What a page of the hall gets from the shell around it, as `window.luot`. A plain browser has none, and every page does without:
 * here stands only what a browser cannot do. No event of Electron's and no general channel ever comes through.
 */
export type HallBridge = {
  /** The counter's key was pressed in another program. The page decides what that means now. */
  onNextKey(hear: () => void): void;
  /** By which token the hall knows this machine, wherever the hall is now; null: the app keeps none. */
  deviceToken(): Promise<string | null>;
  /** The manager has let this machine in. */
  keepDeviceToken(token: string): Promise<void>;
  /** How the app and its PC are. */
  health(): Promise<ShellHealth>;
  /** Ends the app and starts it anew. */
  restart(): Promise<void>;
  /** Twice a second: the page is alive. Once told, it is expected; a page that stops is opened anew. */
  beat(beat: Beat): Promise<void>;
};

/** What a page tells of itself with each beat. */
export type Beat = {
  /** Is there anything to see? */
  isShowing: boolean;
  /** Does it hear the server? */
  isOnline: boolean;
  /** Would nobody mind if it were loaded anew? Nobody touches it, and the office is closed or nobody is called. */
  isQuiet: boolean;
};

/** What only the app knows of its PC. Null: the system does not say. */
export type ShellHealth = {
  version: string;
  /** Since the app was started. */
  upMs: number;
  /** Of all its processes. */
  appMb: number | null;
  /** What the PC has left. */
  freeMb: number | null;
  monitors: number;
  /** What somebody should know of a new version; null: nothing. */
  update: UpdateNews | null;
};

/** `ready`: it waits for a quiet hour. `refused`: what was offered was not in order. `given-back`: it did not do well here. */
export type UpdateNews = 'ready' | 'needs-administrator' | 'refused' | 'given-back';

/** A hall that was found in the network, or that answered at an address. */
export type FoundHall = {
  /** What the office calls itself. */
  name: string;
  /** The origin at which its pages are. */
  server: string;
  /** The office's authority, by the SHA-256 of its certificate; null for a server that is reached by plain loopback. */
  fingerprint: string | null;
  /** The key that was typed or scanned is the key of this hall: nobody has to compare the fingerprint by eye. */
  isProved: boolean;
};

/**
 * Why no hall was found at what was typed. `another-authority`: a hall is there, but not the one whose key was typed. `other-name`: it
 * does not go by this name or address. `wrong-clock`: by the clock of this PC its certificate is not yet, or no longer, good.
 */
export type NoHall =
  | 'not-an-address'
  | 'nobody-there'
  | 'not-a-hall'
  | 'another-authority'
  | 'other-name'
  | 'wrong-clock';

/** What the first-run page starts from. */
export type SetupPicture = {
  /** null: this PC was never set up. */
  role: Role | null;
  server: string | null;
  fingerprint: string | null;
  autostart: boolean;
  hasExitPin: boolean;
  monitors: number;
  version: string;
};

/** What was answered on the first-run page. `exitPin` null: the one that is kept stays. */
export type SetupAnswers = {
  role: Role;
  server: string | null;
  fingerprint: string | null;
  autostart: boolean;
  exitPin: string | null;
};

/** What the app's own pages get, as `window.luotSetup`. No page of a server ever does. */
export type SetupBridge = {
  picture(): Promise<SetupPicture>;
  /** The halls that announce themselves in this network now. */
  halls(): Promise<FoundHall[]>;
  /** Who is at what was typed, pasted or scanned. */
  look(address: string): Promise<FoundHall | NoHall>;
  /** Sets the PC up; its room opens in place of this page. False: the answers are not complete. */
  finish(answers: SetupAnswers): Promise<boolean>;
  /** Leaves everything as it was: the room opens again. */
  cancel(): Promise<void>;
};

/** What the pad of the staff's PIN gets, as `window.luotStaff`. It lies in the app, over the room's page; no page of a server has it. */
export type StaffBridge = {
  picture(): Promise<StaffPicture>;
  tryPin(pin: string): Promise<StaffAnswer>;
  /** Leaves the pad this way. False: not before the right PIN. */
  go(way: StaffWay): Promise<boolean>;
};

/** What the pad starts from. `waitMs`: how long no PIN is looked at; 0: one may be tried now. */
export type StaffPicture = { hasPin: boolean; waitMs: number };

export type StaffAnswer = { isOpen: boolean; waitMs: number };

/** Back to the room, to the page that asks what this PC is, the app anew, or out of it. */
export const STAFF_WAYS = ['back', 'setup', 'restart', 'quit'] as const;
export type StaffWay = (typeof STAFF_WAYS)[number];

/** The names of the calls on the way to the main process, and of the one event on the way back. */
export const HALL_CALLS = {
  deviceToken: 'luot:device-token',
  keepDeviceToken: 'luot:keep-device-token',
  health: 'luot:health',
  restart: 'luot:restart',
  beat: 'luot:beat',
} as const satisfies Partial<Record<keyof HallBridge, string>>;
export const NEXT_KEY = 'luot:next-key';
export const STAFF_CALLS = {
  picture: 'luot-staff:picture',
  tryPin: 'luot-staff:try-pin',
  go: 'luot-staff:go',
} as const satisfies Record<keyof StaffBridge, string>;
/** The preload script's own: a corner was tapped five times. The page itself has no such call. */
export const STAFF_ASKS = 'luot:staff-asks';
export const SETUP_CALLS = {
  picture: 'luot-setup:picture',
  halls: 'luot-setup:halls',
  look: 'luot-setup:look',
  finish: 'luot-setup:finish',
  cancel: 'luot-setup:cancel',
} as const satisfies Record<keyof SetupBridge, string>;

declare global {
  // Two worlds meet here: the preload writes these names, the pages read them.
  interface Window {
    luot?: HallBridge;
    luotSetup?: SetupBridge;
    luotStaff?: StaffBridge;
  }
}
