import type { IpcMain, WebContents } from 'electron';
import { type FoundHall, type NoHall, SETUP_CALLS, type SetupAnswers, type SetupPicture } from '#kiosk/bridge.ts';
import { answerPage } from '#kiosk/main/guard/answer-page.ts';
import { hashPin, isPin } from '#kiosk/main/staff/exit-pin.ts';
import { type Machine, needsExitPin, ROLES, usualMachine } from './machine.ts';
import type { MachineFile } from './machine-file.ts';

/** How halls are found: in the network, or at what was typed. */
export type FindHall = {
  halls(): Promise<FoundHall[]>;
  look(address: string): Promise<FoundHall | NoHall>;
};

export type SetupNeeds = {
  ipcMain: Pick<IpcMain, 'handle'>;
  machineFile: MachineFile;
  findHall: FindHall;
  mayAsk(address: string, window: WebContents): boolean;
  monitors(): number;
  version: string;
  /** The PC is set up, or stays as it was: its room opens. */
  open(machine: Machine): void;
};

/** Longer than any address or link that somebody could mean. */
const LONGEST_ADDRESS = 2_000;

/** What the first-run page may ask, and what becomes of its answers. Whatever comes over is read as if anybody had written it. */
export function answerSetup({ ipcMain, machineFile, findHall, mayAsk, monitors, version, open }: SetupNeeds): void {
  const nothing = (said: unknown) => (said === undefined ? true : null);
  answerPage(ipcMain, {
    channel: SETUP_CALLS.picture,
    mayAsk,
    read: nothing,
    answer: () => pictureOf(machineFile.read(), monitors(), version),
  });
  answerPage(ipcMain, { channel: SETUP_CALLS.halls, mayAsk, read: nothing, answer: () => findHall.halls() });
  answerPage(ipcMain, {
    channel: SETUP_CALLS.look,
    mayAsk,
    read: (said) => (typeof said === 'string' && said.length <= LONGEST_ADDRESS ? said : null),
    answer: (address) => findHall.look(address),
  });
  answerPage(ipcMain, {
    channel: SETUP_CALLS.finish,
    mayAsk,
    read: readAnswers,
    answer: (answers) => {
      const machine = machineFrom(answers, machineFile.read());
      if (!machine) return false;
      machineFile.write(machine);
      open(machine);
      return true;
    },
  });
  answerPage(ipcMain, {
    channel: SETUP_CALLS.cancel,
    mayAsk,
    read: nothing,
    answer: () => {
      const kept = machineFile.read();
      if (kept) open(kept);
    },
  });
}

function pictureOf(kept: Machine | null, monitors: number, version: string): SetupPicture {
  return {
    role: kept?.role ?? null,
    server: kept?.server ?? null,
    fingerprint: kept?.pin?.fingerprint ?? null,
    autostart: kept?.autostart ?? true,
    hasExitPin: Boolean(kept?.exit),
    monitors,
    version,
  };
}

/** The answers, if they have the shape of answers. */
export function readAnswers(said: unknown): SetupAnswers | null {
  if (typeof said !== 'object' || said === null) return null;
  const { role, server, fingerprint, autostart, exitPin }: Partial<Record<keyof SetupAnswers, unknown>> = said;
  const known = ROLES.find((one) => one === role);
  if (!known || typeof autostart !== 'boolean') return null;
  if (!isTextOrNull(server) || !isTextOrNull(fingerprint) || !isTextOrNull(exitPin)) return null;
  return { role: known, server, fingerprint, autostart, exitPin };
}

/** What the PC becomes; null when the answers are not enough for its role. Whatever was not asked stays as it was. */
export function machineFrom(answers: SetupAnswers, before: Machine | null): Machine | null {
  const { role, autostart, exitPin } = answers;
  if (exitPin !== null && !isPin(exitPin)) return null;
  const exit = exitPin === null ? (before?.exit ?? null) : hashPin(exitPin);
  if (needsExitPin(role) && !exit) return null;
  const hall = role === 'all-in-one' ? { server: null, pin: null } : readHall(answers);
  return hall && { ...usualMachine(role), ...before, role, autostart, exit, ...hall };
}

/** The hall's server, and whose it must be. Only on this PC itself nobody has to prove who he is. */
function readHall({ server, fingerprint }: SetupAnswers): Pick<Machine, 'server' | 'pin'> | null {
  if (server === null || !URL.canParse(server)) return null;
  const { protocol, hostname, origin } = new URL(server);
  if (protocol === 'https:' && fingerprint) return { server: origin, pin: { fingerprint } };
  if (protocol === 'http:' && LOOPBACK.has(hostname)) return { server: origin, pin: null };
  return null;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const isTextOrNull = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && value.length <= LONGEST_ADDRESS);
