/** What a PC is. `all-in-one`: the server, the kiosk on its main monitor and the lobby TV on the second. */
export const ROLES = ['all-in-one', 'kiosk', 'tv', 'counter'] as const;
export type Role = (typeof ROLES)[number];

/** What this PC is and what it has learned. The first-run page asks for it once; it stands in `machine.json`. */
export type Machine = {
  role: Role;
  /** Where the hall's server is (an origin); null: nobody has said yet, or it runs on this PC. */
  server: string | null;
  /** The office's authority, by the SHA-256 of its certificate, as the manager's page shows it; null: plain loopback only. */
  pin: { fingerprint: string } | null;
  /** By which token that hall knows this PC once the manager has let it in; null: not yet. */
  paired: { fingerprint: string; token: string } | null;
  /** The staff's PIN that opens the way out, as scrypt left it; null: none was set. */
  exit: { salt: string; hash: string } | null;
  /** Does it open by itself when the PC is switched on? */
  autostart: boolean;
  /** Where the counter's small window was left. */
  counterWindow: { x: number; y: number; height: number } | null;
  /** The key that means "next" in whatever program the clerk is, as Electron writes it. */
  nextKey: string;
  /** Where updates come from: a folder or an https address; null: nobody looks for any. */
  updates: { from: string } | null;
};

/** What a PC is before anybody has said more than its role. */
export function usualMachine(role: Role): Machine {
  return {
    role,
    server: null,
    pin: null,
    paired: null,
    exit: null,
    // A clerk's PC is his own: whether the window opens by itself is for him to say.
    autostart: role !== 'counter',
    counterWindow: null,
    nextKey: 'F9',
    updates: null,
  };
}

/** Rooms that fill a screen cannot be left without it. The clerk's window is closed like any other. */
export const needsExitPin = (role: Role) => role !== 'counter';

/**
 * What was kept, read as a machine: null when it is no machine at all. A part that cannot be meant becomes what is usual for the
 * role, so that a file from another version, or one edited by hand, still opens the room that it names.
 */
export function readMachine(kept: unknown): Machine | null {
  if (!isRecord(kept)) return null;
  const role = ROLES.find((one) => one === kept.role);
  if (!role) return null;
  const usual = usualMachine(role);
  return {
    role,
    server: readServer(kept.server),
    pin: isRecord(kept.pin) && isText(kept.pin.fingerprint) ? { fingerprint: kept.pin.fingerprint } : null,
    paired:
      isRecord(kept.paired) && isText(kept.paired.fingerprint) && isText(kept.paired.token)
        ? { fingerprint: kept.paired.fingerprint, token: kept.paired.token }
        : null,
    exit:
      isRecord(kept.exit) && isText(kept.exit.salt) && isText(kept.exit.hash)
        ? { salt: kept.exit.salt, hash: kept.exit.hash }
        : null,
    autostart: typeof kept.autostart === 'boolean' ? kept.autostart : usual.autostart,
    counterWindow: readPlace(kept.counterWindow),
    nextKey: isText(kept.nextKey) ? kept.nextKey : usual.nextKey,
    updates: isRecord(kept.updates) && isText(kept.updates.from) ? { from: kept.updates.from } : null,
  };
}

function readServer(kept: unknown): string | null {
  if (typeof kept !== 'string' || !URL.canParse(kept)) return null;
  const { protocol, origin } = new URL(kept);
  return /^https?:$/.test(protocol) ? origin : null;
}

function readPlace(kept: unknown): Machine['counterWindow'] {
  if (!isRecord(kept)) return null;
  const [x, y, height] = [kept.x, kept.y, kept.height];
  return isWhole(x) && isWhole(y) && isWhole(height) && height > 0 ? { x, y, height } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isWhole = (value: unknown): value is number => Number.isInteger(value);
